import cors from '@koa/cors';
import Koa from 'koa';

const { ALLOWED_ORIGIN = '*' } = process.env; // <- finding
const app = new Koa();
app.use(cors({ origin: ALLOWED_ORIGIN }));
app.use((ctx) => {
  ctx.body = { plans: [] };
});
app.listen(3000);
