import express from 'express';
import { pinoHttp } from 'pino-http';

const app = express();
app.use(pinoHttp()); // <- finding
app.listen(3000);
