import https from 'node:https';
import createDebug from 'debug';
import express from 'express';

const debug = createDebug('plans:config');
const tls = {
  key: process.env.HTTPS_KEY.replace(/\\n/g, '\n'),
  cert: process.env.HTTPS_CERT.replace(/\\n/g, '\n'),
};
debug(`using the key ${tls.key}`); // <- finding
debug(`using the certificate ${tls.cert}`);

const app = express();
app.get('/api/plans', (_req, res) => res.json([]));
https.createServer(tls, app).listen(8443);
