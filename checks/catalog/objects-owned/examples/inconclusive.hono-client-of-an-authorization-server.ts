// The client of a request for consent is an application that somebody registered, and everybody is asked about it.
import { Hono } from 'hono';
import { PrismaClient } from '@prisma/client';
import { session } from './session.ts';

const db = new PrismaClient();
const app = new Hono();
app.use('/api/*', session);
app.get('/api/mcp/authorize/request/:requestId', async (context) => {
  const asked = await db.consent.findUnique({ where: { id: context.req.param('requestId') } });
  const client = await db.client.findUnique({ where: { id: asked.clientId } });
  return context.json({ name: client.name });
});
app.get('/api/mcp/authorize/clients/:clientId', async (context) => {
  return context.json(await db.client.findUnique({ where: { id: context.req.param('clientId') } }));
});

export default app;
// file: session.ts
import { auth } from './auth.ts';

export const session = async (context, next) => {
  const found = await auth.api.getSession({ headers: context.req.raw.headers });
  if (!found) return context.json({ detail: 'Who is there?' }, 401);
  context.set('user', found.user);
  await next();
};
