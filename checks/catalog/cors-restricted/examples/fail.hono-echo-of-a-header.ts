// Whether there is an origin, or a page that was left, says nothing of whose it is.
import { Hono } from 'hono';
import { cors } from 'hono/cors';

const app = new Hono();
app.use(
  cors({
    origin: (_origin, context) => {
      const referer = context.req.header('referer');
      const origin = context.req.header('origin');
      if (typeof referer === 'string') {
        return new URL(referer).origin; // <- finding
      }
      if (origin) return origin; // <- finding
      return '*';
    },
    credentials: true,
  }),
);
app.get('/api/plans', (context) => context.json([]));

export default app;
