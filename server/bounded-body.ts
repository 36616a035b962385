// Reads a body up to a limit: what is larger is not even read to its end.
import type { IncomingMessage } from 'node:http';

/** Undefined when it is larger than that. */
export async function bodyWithin(limitBytes: number, request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > limitBytes) return undefined;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
}
