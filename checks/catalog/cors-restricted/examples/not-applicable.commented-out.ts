import Koa from 'koa';
// import cors from '@koa/cors';

const app = new Koa();
// app.use(cors({ origin: '*' }));
app.use((ctx) => {
  ctx.body = { plans: [] };
});
app.listen(3000);
