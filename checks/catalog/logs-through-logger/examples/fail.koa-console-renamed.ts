import Koa from 'koa';

const log = console;

const app = new Koa();
app.use((ctx) => {
  log.info('request', ctx.path); // <- finding
  ctx.body = { plans: [] };
});
app.listen(3000);
