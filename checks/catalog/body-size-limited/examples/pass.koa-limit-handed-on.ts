import { bodyParser } from '@koa/bodyparser';
import Koa from 'koa';

const jsonBody = (limitBytes: number) => bodyParser({ enableTypes: ['json'], jsonLimit: limitBytes });

export function createApp(config: { readonly BODY_LIMIT_BYTES: number }) {
  const app = new Koa();
  app.use(jsonBody(config.BODY_LIMIT_BYTES));
  app.use((ctx) => {
    ctx.body = {};
  });
  return app;
}
