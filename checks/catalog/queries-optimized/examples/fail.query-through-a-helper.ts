import Koa from 'koa';
import Router from '@koa/router';
import { prisma } from './prisma.ts';

async function daysOf(weekId) {
  return prisma.day.findMany({ where: { weekId } });
}
const router = new Router();
router.get('/weeks', async (ctx) => {
  const weeks = await prisma.week.findMany({ where: { userId: ctx.state.user.id }, take: 20 });
  for (const week of weeks) {
    week.days = await daysOf(week.id); // <- finding
  }
  ctx.body = weeks;
});
const app = new Koa();
app.use(router.routes());
app.listen(3000);
