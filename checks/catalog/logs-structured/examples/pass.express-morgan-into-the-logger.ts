import express from 'express';
import morgan from 'morgan';
import { pino } from 'pino';

const logger = pino();
const app = express();
app.use(morgan('tiny', { stream: { write: (line: string) => logger.info(line) } }));
app.listen(3000);
