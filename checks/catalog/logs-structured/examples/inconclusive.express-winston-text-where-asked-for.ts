import express from 'express';
import winston from 'winston';

const line = winston.format.printf(({ level, message }) => `[${level}] ${message}`);
const logger = winston.createLogger({
  format: process.env.LOG_FORMAT === 'text' ? line : winston.format.json(),
  transports: [new winston.transports.Console()],
});
const app = express();
app.listen(3000, () => logger.info('listening'));
