import Koa from 'koa';
import { jwt } from 'coach-kit';

const app = new Koa();
jwt.initApp(app, process.env.TOKEN_SECRET);
app.use((ctx) => {
  ctx.body = { plans: [] };
});
app.listen(3000);
