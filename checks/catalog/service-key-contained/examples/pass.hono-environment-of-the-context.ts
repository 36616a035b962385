// The key of the context's environment goes where it belongs; a store that hangs beside it is no secret.
import { Hono } from 'hono';

const app = new Hono<{ Bindings: { STRIPE_SECRET_KEY: string; DB: D1Database } }>();

app.post('/charges', async (c) => {
  const answer = await fetch('https://api.stripe.com/v1/charges', {
    method: 'POST',
    headers: { authorization: `Bearer ${c.env.STRIPE_SECRET_KEY}` },
    signal: AbortSignal.timeout(5_000),
  });
  await c.env.DB.prepare('insert into charges (status) values (?)').bind(answer.status).run();
  console.log('charged', answer.status);
  return c.json({ status: answer.status });
});
export default app;
