import Koa from 'koa';
import winston from 'winston';

const logger = winston.createLogger({ format: winston.format.json(), transports: [new winston.transports.Console()] });
const app = new Koa();
app.use((ctx) => {
  logger.info('request', { path: ctx.path });
  ctx.body = { plans: [] };
});
app.listen(3000);
