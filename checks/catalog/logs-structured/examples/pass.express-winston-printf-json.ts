import express from 'express';
import winston from 'winston';

const { combine, timestamp, printf } = winston.format;
const logger = winston.createLogger({ format: combine(timestamp(), printf((record) => JSON.stringify(record))) });
const app = express();
app.listen(3000, () => logger.info('listening'));
