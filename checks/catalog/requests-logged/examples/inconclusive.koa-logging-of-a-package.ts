import Koa from 'koa';
import logging from '@team/koa-logging';
import { logger } from './logger.js';

const app = new Koa();
app.use(logging({ logger }));
app.listen(3000);
