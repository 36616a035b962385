import cors from '@koa/cors';
import Koa from 'koa';

const allowed = ['https://app.example.com', 'http://localhost:8081'];
const app = new Koa();
app.use(
  cors({
    origin(ctx) {
      const origin = ctx.get('Origin');
      return allowed.includes(origin) ? origin : '';
    },
    credentials: true,
  }),
);
app.use((ctx) => {
  ctx.body = { plans: [] };
});
app.listen(3000);
