import { randomUUID } from 'node:crypto';
import Koa from 'koa';

const app = new Koa(); // <- finding
app.use(async (ctx) => {
  const answer = await fetch('https://api.example.com', { headers: { 'X-Request-Id': randomUUID() } });
  ctx.body = await answer.text();
});
app.listen(3000);
