import { serve } from '@hono/node-server';
import { Hono } from 'hono';

const app = new Hono();
app.get('/api/plans', async (c) => {
  try {
    return c.json(await (await fetch('http://127.0.0.1:4000/plans')).json());
  } catch (error) {
    console.trace(error); // <- finding
    return c.json({ detail: 'Something went wrong.' }, 502);
  }
});
serve({ fetch: app.fetch, port: 3000 });
