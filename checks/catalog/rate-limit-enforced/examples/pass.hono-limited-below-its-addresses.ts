import { Hono } from 'hono';

const app = new Hono<{ Bindings: { BUDGET: { limit(options: { key: string }): Promise<{ success: boolean }> } } }>();
app.use('/*', async (c, next) => {
  if (c.req.path.startsWith('/api/')) {
    const { success } = await c.env.BUDGET.limit({ key: c.req.header('cf-connecting-ip') ?? '' });
    if (!success) return c.text('Too many requests', 429);
  }
  await next();
});
app.post('/api/plans', (c) => c.json({}));
app.post('/api/sign-in', (c) => c.json({}));
export default app;
