import express from 'express';
import winston from 'winston';

const logger = winston.createLogger({ level: process.env.NODE_ENV === 'production' ? 'info' : 'debug' });
const app = express();
app.listen(3000, () => logger.info('listening'));
