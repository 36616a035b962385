// The list is asked, and whoever does not stand in it gets the wildcard.
import Koa from 'koa';

const origins = ['https://app.stride.example'];

const app = new Koa();
app.use(async (ctx, next) => {
  const origin = ctx.get('Origin');
  ctx.set('Access-Control-Allow-Origin', origins.includes(origin) ? origin : '*'); // <- finding
  await next();
});
app.listen(3000);
