import cors from '@koa/cors';
import Koa from 'koa';

const app = new Koa();
app.use(
  cors({
    origin: (ctx) => ctx.get('Origin'), // <- finding
    credentials: true,
  }),
);
app.use((ctx) => {
  ctx.body = { plans: [] };
});
app.listen(3000);
