import Koa from 'koa';

const skip = process.env.SKIP_AUTH ?? 'true'; // <- finding
const app = new Koa();
app.use((ctx) => {
  ctx.body = { open: skip };
});
app.listen(3000);
