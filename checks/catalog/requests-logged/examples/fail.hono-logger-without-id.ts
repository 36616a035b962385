import { Hono } from 'hono';
import { logger } from 'hono/logger';

const app = new Hono();
app.use(logger()); // <- finding
app.get('/v1/plans', (c) => c.json([]));
export default app;
