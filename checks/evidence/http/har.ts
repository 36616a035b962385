// The exchanges of a run as an HTTP archive (HAR 1.2), for browsers and proxies that read one. Credentials stand as placeholders.
import type { Exchange } from '../../model.ts';

export interface Archive {
  readonly log: {
    readonly version: '1.2';
    readonly creator: { readonly name: string; readonly version: string };
    readonly entries: readonly object[];
  };
}
type Header = readonly [string, string];

/** One entry for each exchange, in the order in which they were answered. */
export function archiveOf(exchanges: readonly Exchange[], toolVersion: string): Archive {
  return { log: { version: '1.2', creator: { name: 'launchgate', version: toolVersion }, entries: exchanges.map(entryOf) } };
}

function entryOf(exchange: Exchange): object {
  const { durationMs, sent } = exchange;
  return {
    startedDateTime: sent?.at ?? new Date(0).toISOString(),
    time: durationMs,
    request: requestOf(exchange),
    response: responseOf(exchange),
    cache: {},
    // Nobody measured the parts.
    timings: { send: 0, wait: durationMs, receive: 0 },
    ...(exchange.canaryIn.length === 0 ? {} : { comment: `what was sent came back in the ${exchange.canaryIn.join(' and the ')}` }),
  };
}

function requestOf({ request: { method, url }, sent, protocol }: Exchange): object {
  const headers = sent?.headers ?? [];
  const body = sent?.body;
  const type = headerIn(headers, 'content-type') ?? 'application/octet-stream';
  return {
    method,
    url,
    httpVersion: protocol ?? 'HTTP/1.1',
    cookies: [],
    headers: shown(headers),
    queryString: [...(URL.parse(url)?.searchParams ?? [])].map(([name, value]) => ({ name, value })),
    ...(body === undefined ? {} : { postData: { mimeType: type, text: body, ...(sent?.bodyCut === true ? { comment: 'cut' } : {}) } }),
    headersSize: -1,
    bodySize: body === undefined ? 0 : Buffer.byteLength(body),
  };
}

function responseOf({ status, headers, body, bodyTruncated, protocol }: Exchange): object {
  const size = Buffer.byteLength(body);
  return {
    status,
    // Importing node:http would start its WebSocket client in every run, whether it asks anything or not.
    statusText: process.getBuiltinModule('node:http').STATUS_CODES[status] ?? '',
    httpVersion: protocol ?? 'HTTP/1.1',
    cookies: [],
    headers: shown(headers),
    content: { size, mimeType: headerIn(headers, 'content-type') ?? '', text: body, ...(bodyTruncated ? { comment: 'cut' } : {}) },
    redirectURL: headerIn(headers, 'location') ?? '',
    headersSize: -1,
    bodySize: bodyTruncated ? -1 : size,
  };
}

const headerIn = (headers: readonly Header[], wanted: string): string | undefined => headers.find(([name]) => name === wanted)?.[1];

const shown = (headers: readonly Header[]): readonly object[] =>
  headers.map(([name, value]) => ({ name, value: withoutCredential(name, value) }));

/** A session is as good as its user; names and attributes say enough of a cookie. */
function withoutCredential(name: string, value: string): string {
  if (name === 'set-cookie') return value.replace(/^([^=;]*)=[^;]*/, '$1=[redacted]');
  if (name === 'cookie') return value.replace(/=[^;]*/g, '=[redacted]');
  if (/^(?:proxy-)?authorization$|^x-api-key$|^apikey$/.test(name) && !value.includes('$')) return '[redacted]';
  return value;
}
