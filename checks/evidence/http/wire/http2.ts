// Requests over HTTP/2: agreed on in the TLS handshake, or spoken at once where the operator knows that the target does.
import { once } from 'node:events';
import { type ClientHttp2Session, type ClientHttp2Stream, connect, type OutgoingHttpHeaders } from 'node:http2';
import { type Carrier, type CarrierRequest, listed, readBody } from './carrier.ts';
import { LineError, openLine, type ProxyServer } from './line.ts';

export interface Http2Options {
  readonly base: URL;
  readonly proxy?: ProxyServer;
  readonly fromAddress?: string;
  readonly timeoutMs: number;
}

/** A connection of its own for each request, as over HTTP/1.1: what one of them does to it harms no other. */
export function overHttp2(options: Http2Options): Carrier {
  const open = new Set<ClientHttp2Session>();
  return {
    async ask(request) {
      const session = await openSession(options, request.signal);
      open.add(session);
      try {
        return await exchange(session, options.base, request);
      } finally {
        open.delete(session);
        session.destroy();
      }
    },
    async close() {
      for (const session of open) session.destroy();
    },
  };
}

/** Rejects with a LineError where the target does not agree to HTTP/2. */
export async function openSession(
  { base, proxy, fromAddress, timeoutMs }: Http2Options,
  signal?: AbortSignal,
): Promise<ClientHttp2Session> {
  const socket = await openLine({
    base,
    protocols: ['h2'],
    limitMs: timeoutMs,
    signal,
    ...(proxy === undefined ? {} : { proxy }),
    ...(fromAddress === undefined ? {} : { fromAddress }),
  });
  if (base.protocol === 'https:' && (!('alpnProtocol' in socket) || socket.alpnProtocol !== 'h2')) {
    socket.destroy();
    throw new LineError('the target does not agree to HTTP/2');
  }
  const session = connect(base.origin, { createConnection: () => socket });
  // Streams tell what goes wrong; an error of the session alone must not end the process.
  session.on('error', () => {});
  return session;
}

async function exchange(session: ClientHttp2Session, base: URL, request: CarrierRequest) {
  const { body, capBytes, signal } = request;
  const stream = session.request(headersOf(request, base), { endStream: body === undefined, signal });
  const answered = answerOf(session, stream, signal);
  if (body !== undefined) stream.end(body);
  const headers = await answered;
  const status = Number(headers[':status']);
  const told = listed(headers).filter(([name]) => !name.startsWith(':'));
  return { status, headers: told, ...(await readBody(stream, capBytes)) };
}

/** The final headers; rejects where the stream or its connection ends before them. */
export async function answerOf(
  session: ClientHttp2Session,
  stream: ClientHttp2Stream,
  signal: AbortSignal,
): Promise<Readonly<Record<string, unknown>>> {
  const ended = new AbortController();
  const end = (error?: unknown): void => ended.abort(error instanceof Error ? error : new LineError(withoutAnswer));
  session.once('error', end);
  stream.once('close', () => end());
  try {
    const [headers]: unknown[] = await once(stream, 'response', { signal: AbortSignal.any([signal, ended.signal]) });
    return typeof headers === 'object' && headers !== null ? Object.fromEntries(Object.entries(headers)) : {};
  } catch (error) {
    throw ended.signal.aborted && !signal.aborted ? ended.signal.reason : error;
  }
}

const withoutAnswer = 'the target ended the HTTP/2 stream without an answer';

/** Of the connection, which HTTP/2 has no headers for (RFC 9113 8.2.2). */
const ofConnection = /^(?:connection|keep-alive|proxy-connection|transfer-encoding|upgrade|host|http2-settings)$/;

export function headersOf({ method, path, headers }: Pick<CarrierRequest, 'method' | 'path' | 'headers'>, base: URL): OutgoingHttpHeaders {
  const own = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value] as const);
  const host = own.find(([name]) => name === 'host')?.[1];
  return {
    ':method': method,
    ':path': path,
    ':scheme': base.protocol.slice(0, -1),
    ':authority': host ?? base.host,
    ...Object.fromEntries(own.filter(([name]) => !ofConnection.test(name))),
  };
}
