// file: app/api/chat/route.ts
import { openai } from '@ai-sdk/openai';
import { Ratelimit } from '@upstash/ratelimit';
import { Redis } from '@upstash/redis';
import { streamText } from 'ai';
import { auth } from '../../../lib/auth';

const ratelimit = new Ratelimit({ redis: Redis.fromEnv(), limiter: Ratelimit.slidingWindow(20, '1 h') });

export async function POST(request: Request) {
  const session = await auth();
  const { messages } = await request.json();
  await ratelimit.limit(session.user.id);
  const result = streamText({ model: openai('gpt-4o-mini'), messages, maxOutputTokens: 800 }); // <- finding
  return result.toUIMessageStreamResponse();
}
// file: lib/auth.ts
export const auth = async () => ({ user: { id: 'a' } });
// file: package.json
{ "name": "chat", "scripts": { "start": "next start" }, "dependencies": { "next": "15.3.0", "ai": "5.0.0" } }
