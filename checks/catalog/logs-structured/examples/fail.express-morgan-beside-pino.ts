import express from 'express';
import morgan from 'morgan';
import { pino } from 'pino';

const logger = pino();
const app = express();
app.use(morgan('combined')); // <- finding
app.listen(3000, () => logger.info('listening'));
