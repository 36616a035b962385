import express from 'express';
import winston from 'winston';

const line = winston.format.printf(({ level, message, ...rest }) => `[${level}] ${message} ${JSON.stringify(rest)}`);
const logger = winston.createLogger({
  format: winston.format.json(),
  transports: [
    new winston.transports.Console({ format: winston.format.combine(...(process.env.NODE_ENV === 'production' ? [] : [line])) }),
  ],
});
const app = express();
app.listen(3000, () => logger.info('listening'));
