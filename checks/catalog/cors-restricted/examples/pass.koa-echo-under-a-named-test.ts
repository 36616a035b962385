// The comparison has a name of its own.
import Koa from 'koa';

const origins = new Set(['https://app.stride.example']);

const app = new Koa();
app.use(async (ctx, next) => {
  const origin = ctx.get('Origin');
  const isKnown = origins.has(origin);
  if (isKnown) ctx.set('Access-Control-Allow-Origin', origin);
  await next();
});
app.listen(3000);
