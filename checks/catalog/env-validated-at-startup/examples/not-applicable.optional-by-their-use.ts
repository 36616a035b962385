// Each of these is used only where it is set, or may be absent in so many words.
import fs from 'node:fs';
import https from 'node:https';
import express from 'express';

const tls =
  process.env.TLS_PRIVATE_KEY && process.env.TLS_CERTIFICATE
    ? { key: fs.readFileSync(process.env.TLS_PRIVATE_KEY), cert: fs.readFileSync(process.env.TLS_CERTIFICATE) }
    : undefined;
const password = process.env.MAIL_PASSWORD || undefined;

const app = express();
app.get('/mode', (_, res) => res.json({ mail: password !== undefined }));
if (tls) https.createServer(tls, app).listen(443);
else app.listen(80);
