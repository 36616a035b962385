import express from 'express';
import winston from 'winston';

const logger = winston.createLogger({ format: winston.format.json() });
logger.add(new winston.transports.Console({ format: winston.format.simple() })); // <- finding
const app = express();
app.listen(3000, () => logger.info('listening'));
