import cors from '@koa/cors';
import Koa from 'koa';

function pickOrigin(ctx: Koa.Context): string {
  const origin = ctx.get('Origin');
  return origin.endsWith('example.com') ? origin : ''; // <- finding
}

const app = new Koa();
app.use(cors({ origin: pickOrigin }));
app.use((ctx) => {
  ctx.body = { plans: [] };
});
app.listen(3000);
