import Router from '@koa/router';
import Koa from 'koa';
import jwt from 'koa-jwt';

const secret = process.env.JWT_SECRET;
if (!secret) throw new Error('JWT_SECRET is missing');

const router = new Router();
router.get('/api/plans', (ctx) => {
  ctx.body = { owner: ctx.state.user.sub };
});
const app = new Koa();
app.use(jwt({ secret, algorithms: ['HS256'] }));
app.use(router.routes());
app.listen(3000);
