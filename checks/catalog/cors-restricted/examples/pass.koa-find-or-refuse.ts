import cors from '@koa/cors';
import Koa from 'koa';

const allowed: readonly string[] = ['https://app.example.com'];
const app = new Koa();
app.use(cors({ origin: (ctx) => allowed.find((each) => each === ctx.headers.origin) ?? '', credentials: true }));
app.use((ctx) => {
  ctx.body = { plans: [] };
});
app.listen(3000);
