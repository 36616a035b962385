import { prometheus } from '@hono/prometheus';
import { Hono } from 'hono';

const app = new Hono();
const { printMetrics, registerMetrics } = prometheus();
app.use('*', registerMetrics);
app.get('/metrics', printMetrics);
app.get('/v1/plans/:id', (c) => c.json({ id: c.req.param('id') }));
export default app;
