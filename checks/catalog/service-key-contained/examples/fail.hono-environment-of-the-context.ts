// Workers hand the variables over with each request: the context's `env` is the environment.
import { Hono } from 'hono';

type Bindings = { DATABASE_URL: string; OPENAI_API_KEY: string; REGION: string };
const app = new Hono<{ Bindings: Bindings }>();

app.get('/plans', async (c) => {
  console.log('connecting to', c.env.DATABASE_URL); // <- finding
  return c.json([]);
});
app.get('/region', (c) => c.json({ region: c.env.REGION }));
app.get('/model', (c) => {
  const { OPENAI_API_KEY } = c.env;
  return c.json({ key: OPENAI_API_KEY }); // <- finding
});
export default app;
