import { readFileSync } from 'node:fs';
import https from 'node:https';
import createDebug from 'debug';
import express from 'express';

const debug = createDebug('plans:config');
const paths = { key: process.env.HTTPS_KEY, cert: process.env.HTTPS_CERT };
const password = process.env.STORE_PASSWORD;
// Where the files are, which is no secret.
debug(`using the key at ${paths.key} and the certificate at ${paths.cert}`);

const app = express();
app.get('/api/plans', (_req, res) => res.json({ signedIn: password !== undefined }));
https.createServer({ key: readFileSync(paths.key), cert: readFileSync(paths.cert) }, app).listen(8443);
