// A helper is given the context and a plain text: what it answers is the text alone.
import { Hono, type Context } from 'hono';

const app = new Hono();

function quietly(c: Context, text: string) {
  return c.json({ kind: 'ephemeral', text });
}

app.post('/commands', async (c) => {
  const body = await c.req.json();
  c.set('body' as never, body as never);
  try {
    await subscribe(body.channel);
    return quietly(c, 'Subscribed.');
  } catch {
    return quietly(c, 'That did not work.');
  }
});

async function subscribe(channel: string): Promise<void> {
  if (channel === '') throw new Error('no channel');
}

export default app;
