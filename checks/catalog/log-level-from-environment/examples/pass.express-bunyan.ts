import bunyan from 'bunyan';
import express from 'express';

const logger = bunyan.createLogger({ name: 'plans', level: process.env.LOG_LEVEL ?? 'info' });
const app = express();
app.listen(3000, () => logger.info('listening'));
