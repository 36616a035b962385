import express from 'express';
import { pino } from 'pino';

const logger = pino();
const app = express(); // <- finding
app.listen(3000, () => logger.info('listening'));
