const Koa = require('koa');
const config = require('config');

const app = new Koa();
app.use(async (ctx, next) => {
  const set = (name, value) => ctx.set(name, value);
  const origins = config.get('allowedOrigins').filter(Boolean);
  const isOpen = origins.includes('*');
  if (isOpen || origins.includes(ctx.headers.origin)) {
    set('Access-Control-Allow-Origin', isOpen ? '*' : ctx.headers.origin);
  }
  await next();
});
app.listen(3000);
