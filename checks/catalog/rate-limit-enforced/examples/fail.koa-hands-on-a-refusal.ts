import Router from '@koa/router';
import Koa from 'koa';

const router = new Router();
router.post('/generate', async (ctx) => {
  const answer = await fetch('https://models.example/generate', { method: 'POST' });
  // The model refuses, not we.
  if (answer.status === 429) {
    ctx.status = 429;
    return;
  }
  ctx.body = await answer.json();
});
const app = new Koa(); // <- finding
app.use(router.routes());
app.listen(3000);
