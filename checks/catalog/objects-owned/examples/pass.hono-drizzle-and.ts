import { Hono } from 'hono';
import { and, eq } from 'drizzle-orm';
import { authenticated } from './auth.ts';
import { db, notes } from './db.ts';

const app = new Hono();
app.get('/notes/:id', authenticated, async (c) => {
  const user = c.get('user');
  const [note] = await db.select().from(notes).where(and(eq(notes.id, c.req.param('id')), eq(notes.userId, user.id)));
  return note ? c.json(note) : c.notFound();
});
export default app;
