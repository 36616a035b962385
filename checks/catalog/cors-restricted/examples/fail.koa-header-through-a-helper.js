const Koa = require('koa');

const app = new Koa();
app.use(async (ctx, next) => {
  const set = (name, value) => ctx.set(name, value);
  set('Access-Control-Allow-Origin', ctx.headers.origin); // <- finding
  set('Access-Control-Allow-Credentials', 'true');
  await next();
});
app.listen(3000);
