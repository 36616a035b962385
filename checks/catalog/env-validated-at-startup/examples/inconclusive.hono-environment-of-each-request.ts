// Workers hand the variables over with each request: nothing is there to be checked before the first.
import { Hono } from 'hono';

const app = new Hono<{ Bindings: { DATABASE_URL: string } }>();
app.get('/plans', async (c) => c.json(await connect(c.env.DATABASE_URL)));

const connect = async (url: string): Promise<readonly string[]> => [new URL(url).pathname];
export default app;
