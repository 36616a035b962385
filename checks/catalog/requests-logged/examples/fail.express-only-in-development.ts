import express from 'express';
import { pinoHttp } from 'pino-http';

const app = express(); // <- finding
if (process.env.NODE_ENV === 'development') app.use(pinoHttp({ redact: ['req.headers'] }));
app.listen(3000);
