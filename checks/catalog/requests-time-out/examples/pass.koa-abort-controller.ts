import { createServer } from 'node:http';
import Koa from 'koa';

async function fetchPlans(): Promise<unknown> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), 5_000);
  try {
    return await (await fetch('http://127.0.0.1:4000/plans', { signal: controller.signal })).json();
  } finally {
    clearTimeout(timer);
  }
}

const app = new Koa();
app.use(async (ctx) => {
  ctx.body = await fetchPlans();
});
createServer({ requestTimeout: 20_000, headersTimeout: 10_000, connectionsCheckingInterval: 1_000 }, app.callback()).listen(3000);
