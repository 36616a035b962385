// HTTP of the endpoint: bodies within a size, JSON answers, errors as their status.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { bodyWithin } from '../bounded-body.ts';
import { RestError } from './rest/rest-error.ts';

const LARGEST_BODY = 8_000_000;

export async function bodyOf(request: IncomingMessage): Promise<string> {
  const body = await bodyWithin(LARGEST_BODY, request);
  if (body === undefined) throw new RestError(413, 'PGRST100', 'The body is too large');
  return body;
}

export function sendJson(response: ServerResponse, status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): void {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8', 'Content-Length': Buffer.byteLength(text), ...headers });
  response.end(text);
}
