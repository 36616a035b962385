import express from 'express';
import winston from 'winston';

const line = winston.format.printf(({ level, message, timestamp, ...rest }) => { // <- finding
  let text = `${timestamp} [${level}]: ${message}`;
  if (Object.keys(rest).length > 0) text += ` ${JSON.stringify(rest)}`;
  return text;
});
const logger = winston.createLogger({
  format: winston.format.combine(winston.format.timestamp(), line),
  transports: [new winston.transports.Console(), new winston.transports.File({ filename: 'all.json', format: winston.format.json() })],
});
const app = express();
app.listen(3000, () => logger.info('listening'));
