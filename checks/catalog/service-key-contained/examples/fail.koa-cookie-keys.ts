// Koa signs its cookies with what is put into `keys`.
import Koa from 'koa';

const app = new Koa();
app.keys = ['oatmeal biscuits', process.env.COOKIE_SECRET ?? 'older biscuits']; // <- finding
app.use((ctx) => {
  ctx.cookies.set('seen', '1', { signed: true });
  ctx.body = 'ok';
});
app.listen(3000);
