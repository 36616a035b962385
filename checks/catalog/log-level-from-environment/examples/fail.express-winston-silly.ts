import express from 'express';
import winston from 'winston';

const logger = winston.createLogger({ level: 'silly' }); // <- finding
const app = express();
app.listen(3000, () => logger.info('listening'));
