import express from 'express';
import winston from 'winston';

const isProduction = process.env.NODE_ENV === 'production';
const logger = winston.createLogger({
  format: isProduction ? winston.format.json() : winston.format.combine(winston.format.colorize(), winston.format.simple()),
});
const app = express();
app.listen(3000, () => logger.info('listening'));
