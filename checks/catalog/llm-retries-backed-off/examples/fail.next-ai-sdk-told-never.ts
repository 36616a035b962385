// file: app/api/chat/route.ts
import { anthropic } from '@ai-sdk/anthropic';
import { streamText } from 'ai';

export async function POST(request: Request) {
  const { messages } = await request.json();
  // retries: 3, with exponential backoff and jitter
  const result = streamText({ model: anthropic('claude-sonnet-4-5'), messages, maxRetries: 0 }); // <- finding
  return result.toTextStreamResponse();
}
// file: package.json
{ "name": "chat", "scripts": { "start": "next start" }, "dependencies": { "next": "15.3.0", "ai": "5.0.0" } }
