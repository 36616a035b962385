// Without a list an origin is sent back only where somebody develops.
import { Hono } from 'hono';
import { cors } from 'hono/cors';

const origins = process.env.CORS_ORIGINS?.split(',').filter(Boolean);
const reflects = process.env.NODE_ENV !== 'production';

const app = new Hono();
app.use(
  cors({
    credentials: true,
    origin: (origin) => {
      if (!origins) {
        return reflects ? origin || '*' : null;
      }
      if (!origin) return null;
      return origins.includes(origin) ? origin : null;
    },
  }),
);
app.get('/api/plans', (context) => context.json([]));

export default app;
