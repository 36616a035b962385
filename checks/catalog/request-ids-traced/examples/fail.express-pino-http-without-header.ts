import { randomUUID } from 'node:crypto';
import express from 'express';
import { pinoHttp } from 'pino-http';

const app = express();
app.use(pinoHttp({ genReqId: () => randomUUID(), redact: ['req.headers.authorization'] })); // <- finding
app.listen(3000);
