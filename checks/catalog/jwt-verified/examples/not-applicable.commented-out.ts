import Koa from 'koa';
// import jwt from 'jsonwebtoken';

const app = new Koa();
app.use((ctx) => {
  // const claims = jwt.decode(ctx.get('Authorization').slice(7));
  ctx.body = { plans: [] };
});
app.listen(3000);
