import { serve } from '@hono/node-server';
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { eq } from 'drizzle-orm';
import { jwt } from 'hono/jwt';
import { db, plans } from './database';

const routes = {
  one: createRoute({ method: 'get', path: '/users/{userId}/plans', request: { params: z.object({ userId: z.string() }) }, responses: {} }),
};
const signedIn = [jwt({ secret: process.env.JWT_SECRET ?? '', alg: 'HS256' })];

const app = new OpenAPIHono();
app.use(...signedIn);
app.openapi(routes.one, async (c) => { // <- finding
  const { userId } = c.req.valid('param');
  const { sub } = c.get('jwtPayload');
  console.info(sub);
  const [plan] = await db.select().from(plans).where(eq(plans.userId, userId)).limit(1);
  return plan ? c.json(plan) : c.json({ error: 'not found' }, 404);
});
serve({ fetch: app.fetch, port: 3000 });
