// What cuts a socket off because its upgrade failed keeps no body short.
import { serve } from '@hono/node-server';
import { Hono } from 'hono';

const app = new Hono();
app.use('*', async (context, next) => {
  await next();
  if (context.req.header('upgrade') === 'websocket' && context.res.status >= 400) {
    context.env.incoming.socket.destroy();
  }
});
app.post('/api/plans', async (context) => { // <- finding
  const plan = await context.req.json();
  return context.json({ title: plan.title }, 201);
});
serve(app);
