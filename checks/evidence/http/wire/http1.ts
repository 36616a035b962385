// Requests over HTTP/1.1: a connection of its own for each, so that no answer can be mistaken for another's and no idle socket dies under us.
import { type buildConnector, Pool } from 'undici';
import { type Carrier, listed, readBody } from './carrier.ts';
import { openLine, type ProxyServer } from './line.ts';

export interface Http1Options {
  readonly base: URL;
  readonly proxy?: ProxyServer;
  readonly fromAddress?: string;
  readonly connections: number;
  readonly timeoutMs: number;
}

export function overHttp1(options: Http1Options): Carrier {
  const { base, proxy, fromAddress, connections, timeoutMs } = options;
  // Plain HTTP is handed to a proxy as it is: many refuse to open tunnels to it.
  const forwarded = proxy !== undefined && base.protocol === 'http:';
  const pool = new Pool(forwarded ? proxy.url.origin : base.origin, {
    connections,
    pipelining: 0,
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
    allowH2: false,
    ...(fromAddress === undefined ? {} : { localAddress: fromAddress }),
    connect: proxy !== undefined && !forwarded ? tunnelled(options, proxy) : { timeout: timeoutMs },
  });
  const extra = forwarded ? { host: base.host, ...(proxy.authorization && { 'proxy-authorization': proxy.authorization }) } : {};
  return {
    async ask({ method, path, headers, body, capBytes, signal }) {
      const answer = await pool.request({
        method,
        path: forwarded ? `${base.origin}${path}` : path,
        headers: { ...extra, ...headers },
        body: body ?? null,
        signal,
      });
      return { status: answer.statusCode, headers: listed(answer.headers), ...(await readBody(answer.body, capBytes)) };
    },
    close: () => pool.destroy(),
  };
}

const tunnelled =
  ({ base, timeoutMs }: Http1Options, proxy: ProxyServer): buildConnector.connector =>
  (_, callback) =>
    void openLine({ base, proxy, limitMs: timeoutMs }).then(
      (socket) => callback(null, socket),
      (error: unknown) => callback(error instanceof Error ? error : new Error('no connection'), null),
    );
