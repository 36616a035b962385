import express from 'express';
import { pinoHttp } from 'pino-http';

const app = express();
app.use(pinoHttp({ redact: ['req.headers.authorization', 'req.headers.cookie'] }));
app.listen(3000);
