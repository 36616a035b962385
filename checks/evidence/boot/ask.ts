// One polite request to a service that we started, over a connection of its own.
import { request as plain } from 'node:http';
import { request as secure } from 'node:https';
import type { RequestPlace } from '../../model.ts';
import { curlOf } from '../http/curl.ts';

export interface Ask {
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly timeoutMs?: number;
}
export interface Reply {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  /** At most 64 KiB. */
  readonly body: string;
}

const bodyCap = 64 * 1024;
const userAgent = 'launchgate (+audit)';

/** The answer; undefined where none came in time. Never throws. */
export function ask(base: string, { method, path, headers = {}, body, timeoutMs = 5_000 }: Ask): Promise<Reply | undefined> {
  const url = new URL(path, base);
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
        settle({ status: response.statusCode ?? 0, headers: flat(response.headers), body: text.slice(0, bodyCap) });
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

/** The request as a place of a finding; each of `secrets` (value to name) stands as a placeholder. */
export function placeOf(base: string, { method, path, headers = {}, body }: Ask, secrets: ReadonlyMap<string, string>): RequestPlace {
  const shown = body === undefined ? headers : { ...headers, 'content-type': 'application/json' };
  const url = new URL(path, base).href;
  const curl = curlOf({ method, url, headers: Object.entries(shown), body, fillerBytes: undefined }, secrets);
  return { kind: 'request', method, url, curl };
}
