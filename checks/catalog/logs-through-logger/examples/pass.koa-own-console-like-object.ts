import Koa from 'koa';
import { pino } from 'pino';

const logger = pino();
// A page of the admin area that happens to be called console.
const admin = { console: { log: (path: string) => logger.info({ path }, 'admin') } };

const app = new Koa();
app.use((ctx) => {
  admin.console.log(ctx.path);
  ctx.body = { plans: [] };
});
app.listen(3000);
