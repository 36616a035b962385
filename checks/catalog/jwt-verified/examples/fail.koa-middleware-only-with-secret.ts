import Koa from 'koa';
import jwt from 'koa-jwt';

const app = new Koa();
// prettier-ignore
if (process.env.JWT_SECRET) // <- finding
  app.use(jwt({ secret: process.env.JWT_SECRET, algorithms: ['HS256'] }));
app.use((ctx) => {
  ctx.body = { plans: [] };
});
app.listen(3000);
