// Without a database too, each repeat adds one more; a list of what a function works on is none that is kept.
import Router from '@koa/router';
import Koa from 'koa';

const plans: { title: string }[] = [];
const store = {
  async createPlan(plan: { title: string }) {
    plans.push(plan);
    return plan;
  },
  async makeSummary(titles: readonly string[]) {
    const lines: string[] = [];
    for (const title of titles) lines.push(title.trim());
    return lines.join(', ');
  },
};
const router = new Router();
router.post('/plans', async (ctx) => { // <- finding
  ctx.body = await store.createPlan(ctx.request.body);
});
router.post('/summaries', async (ctx) => {
  ctx.body = await store.makeSummary(ctx.request.body.titles);
});
new Koa().use(router.routes()).listen(3000);
