// `debug` is silent until somebody asks for it; what the service tells goes through pino.
import createDebug from 'debug';
import Koa from 'koa';
import pino from 'pino';

const debug = createDebug('plans:start');
const logger = pino({ level: process.env.LOG_LEVEL ?? 'info' });
const app = new Koa();
app.use((ctx) => {
  logger.info({ path: ctx.path }, 'asked');
  ctx.body = [];
});

debug('middleware is hung up');
app.listen(3000, () => logger.info('listening'));
