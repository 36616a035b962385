// A call of a model as it arrives at an endpoint that stands in for one: its body, as far as it is JSON.
import type { IncomingMessage } from 'node:http';

const mostCharacters = 4 * 1024 * 1024;

/** The body of a call; undefined for one that is no JSON, breaks off, or is longer than 4 MiB. */
export async function bodyOf(call: IncomingMessage): Promise<unknown> {
  let text = '';
  call.setEncoding('utf8');
  try {
    for await (const chunk of call) if (text.length < mostCharacters) text += String(chunk);
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
