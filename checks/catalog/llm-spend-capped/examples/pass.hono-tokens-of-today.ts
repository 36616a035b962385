import Anthropic from '@anthropic-ai/sdk';
import { and, eq, gte, sum } from 'drizzle-orm';
import { Hono } from 'hono';
import { db } from './db.ts';
import { usageRecords } from './schema.ts';

const DAILY_TOKENS = 40_000;
const anthropic = new Anthropic();
const app = new Hono();

async function tokensUsedToday(userId: string): Promise<number> {
  const since = new Date(new Date().setUTCHours(0, 0, 0, 0));
  const [row] = await db
    .select({ total: sum(usageRecords.tokens) })
    .from(usageRecords)
    .where(and(eq(usageRecords.userId, userId), gte(usageRecords.at, since)));
  return Number(row?.total ?? 0);
}
app.post('/ask', async (c) => {
  const userId = c.get('userId');
  const used = await tokensUsedToday(userId);
  if (used >= DAILY_TOKENS) return c.json({ error: 'enough for today' }, 429);
  const { messages } = await c.req.json();
  const answer = await anthropic.messages.create({ model: 'claude-sonnet-4-5', max_tokens: 600, messages });
  await db.insert(usageRecords).values({ userId, tokens: answer.usage.input_tokens + answer.usage.output_tokens, at: new Date() });
  return c.json(answer);
});
export default app;
