import { createHmac, timingSafeEqual } from 'node:crypto';
import { serve } from '@hono/node-server';
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { eq, and } from 'drizzle-orm';
import { jwt } from 'hono/jwt';
import { db, plans } from './database';

const app = new OpenAPIHono();

function signedByBank(request: Request, body: string): { planId: string } {
  const mine = createHmac('sha256', process.env.BANK_SECRET ?? '').update(body).digest();
  if (!timingSafeEqual(mine, Buffer.from(request.headers.get('x-bank-signature') ?? '', 'hex'))) throw new Error('not the bank');
  return JSON.parse(body);
}

// The bank says which plan was paid for: it knows nobody's token.
app.openapi(createRoute({ method: 'post', path: '/paid', responses: {} }), async (c) => {
  const { planId } = signedByBank(c.req.raw, await c.req.text());
  await db.update(plans).set({ paid: true }).where(eq(plans.id, planId));
  return c.json({ ok: true });
});

app.use(...[jwt({ secret: process.env.JWT_SECRET ?? '', alg: 'HS256' })]);
app.openapi(
  createRoute({ method: 'get', path: '/plans/{id}', request: { params: z.object({ id: z.string() }) }, responses: {} }),
  async (c) => {
    const { id } = c.req.valid('param');
    const { sub } = c.get('jwtPayload');
    const [plan] = await db.select().from(plans).where(and(eq(plans.id, id), eq(plans.userId, sub))).limit(1);
    return plan ? c.json(plan) : c.json({ error: 'not found' }, 404);
  },
);
serve({ fetch: app.fetch, port: 3000 });
