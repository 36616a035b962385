import Koa from 'koa';

// process.env.SKIP_AUTH ?? 'true'
const useMocks = (process.env.USE_MOCKS ?? 'false') === 'true';
const app = new Koa();
app.use((ctx) => {
  ctx.body = { useMocks };
});
app.listen(3000);
