// Puts the middleware in order.
import { bodyParser } from '@koa/bodyparser';
import cors from '@koa/cors';
import Koa from 'koa';
import { answerErrors } from './errors.ts';
import { router } from './routes.ts';

/**
 * The application, not listening yet.
 * Never go back to `cors({ origin: '*' })` here: the web preview sends cookies, and browsers refuse them with a star.
 */
export function createApp(): Koa {
  const app = new Koa();
  app.proxy = true;

  app.use(answerErrors);
  app.use(cors({ credentials: true, maxAge: 600 })); // <- finding cors-restricted
  app.use(responseTime);
  app.use(bodyParser({ jsonLimit: '50mb' }));
  app.use(router.routes());
  app.use(router.allowedMethods());

  app.on('error', (error: unknown) => {
    console.error('unhandled', error); // <- finding logs-through-logger
  });
  return app;
}

async function responseTime(ctx: Koa.Context, next: Koa.Next): Promise<void> {
  const started = performance.now();
  await next();
  ctx.set('X-Response-Time', `${(performance.now() - started).toFixed(1)}ms`);
}
