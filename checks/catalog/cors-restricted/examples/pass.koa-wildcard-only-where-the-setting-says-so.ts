import cors from '@koa/cors';
import Koa from 'koa';

const allowed = (process.env.CORS_ORIGINS ?? 'https://app.plans.example').split(',');

const app = new Koa();
app.use(
  cors({
    origin: (ctx) => {
      const origin = ctx.get('Origin');
      if (allowed.length === 1 && allowed[0] === '*') return origin;
      return allowed.includes(origin) ? origin : '';
    },
  }),
);
app.listen(3000);
