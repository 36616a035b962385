// file: app/api/support/route.ts
import Anthropic from '@anthropic-ai/sdk';
import { NextResponse } from 'next/server';
import { recordError } from '../../../lib/telemetry';
import { hoursOf } from '../../../lib/hours';

const anthropic = new Anthropic();

export async function POST(request: Request) {
  const { messages } = await request.json();
  const isOpen = hoursOf(new Date()).open;
  if (!isOpen) return NextResponse.json({ answer: 'We are back at eight.' });
  try {
    const answer = await anthropic.messages.create({ model: 'claude-sonnet-4-5', max_tokens: 500, messages }); // <- finding
    return NextResponse.json(answer);
  } catch (error) {
    recordError(error);
    return NextResponse.json({ error: 'unavailable' }, { status: 502 });
  }
}
// file: lib/telemetry.ts
export const recordError = (error: unknown): void => console.error(error);
// file: lib/hours.ts
export const hoursOf = (now: Date) => ({ open: now.getUTCHours() >= 7 && now.getUTCHours() < 16 });
// file: package.json
{ "name": "support", "scripts": { "start": "next start" }, "dependencies": { "next": "15.3.0", "@anthropic-ai/sdk": "0.60.0" } }
