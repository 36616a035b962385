// One polite request to a service that we started, over a connection of its own.
import { request as plain } from 'node:http';
import { request as secure } from 'node:https';
import type { Ask, Reply } from './asked.ts';
import { note } from './record.ts';

export { type Ask, placeOf, type Reply } from './asked.ts';

const bodyCap = 64 * 1024;
const userAgent = 'launchgate (+audit)';

/** The answer; undefined where none came in time. Never throws. */
export function ask(base: string, asked: Ask): Promise<Reply | undefined> {
  const { method, path, headers = {}, body, timeoutMs = 5_000 } = asked;
  const url = new URL(path, base);
  const began = performance.now();
  const at = new Date().toISOString();
  const open = url.protocol === 'https:' ? secure : plain;
  const sent = { 'user-agent': userAgent, connection: 'close', ...headers, ...(body === undefined ? {} : lengthOf(body)) };
  return new Promise((settle) => {
    const request = open(url, { method, headers: sent, agent: false, signal: AbortSignal.timeout(timeoutMs) }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        if (text.length < bodyCap) text += chunk;
      });
      response.once('error', () => settle(undefined));
      response.once('close', () => {
        if (!response.complete) return settle(undefined);
        const reply = { status: response.statusCode ?? 0, headers: flat(response.headers), body: text.slice(0, bodyCap) };
        note(base, asked, reply, { at, durationMs: Math.round(performance.now() - began) });
        settle(reply);
      });
    });
    request.once('error', () => settle(undefined));
    request.end(body);
  });
}

const lengthOf = (body: string) => ({ 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) });

function flat(headers: Readonly<Record<string, string | readonly string[] | undefined>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value ?? '')]));
}
