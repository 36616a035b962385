// Connections to the target: straight there, or by a tunnel through the proxy that the operator named. Certificates are always checked.
import { once } from 'node:events';
import { connect as connectPlain, isIP, type Socket } from 'node:net';
import { connect as connectTls, type TLSSocket } from 'node:tls';

/** A proxy, its credentials kept apart from its address. */
export interface ProxyServer {
  readonly url: URL;
  /** For `Proxy-Authorization`. */
  readonly authorization?: string;
}
export interface LineRequest {
  readonly base: URL;
  readonly proxy?: ProxyServer;
  /** Protocols offered in a TLS handshake; without: HTTP/1.1 alone. */
  readonly protocols?: readonly string[];
  /** Another address of this machine to send from. */
  readonly fromAddress?: string;
  readonly limitMs: number;
  readonly signal?: AbortSignal | undefined;
}
/** Why there is no connection, in words of ours. */
export class LineError extends Error {}

const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '');
const isSecure = ({ protocol }: URL): boolean => protocol === 'https:';
const portOf = (url: URL): number => Number(url.port === '' ? (isSecure(url) ? 443 : 80) : url.port);

/** A connection that is ready to be written to, encrypted where the scheme says so. Rejects with a LineError or what went wrong. */
export async function openLine(request: LineRequest): Promise<Socket> {
  const late = AbortSignal.timeout(request.limitMs);
  const signal = request.signal === undefined ? late : AbortSignal.any([late, request.signal]);
  const { base, proxy, fromAddress } = request;
  const first = proxy?.url ?? base;
  const local = fromAddress === undefined ? {} : { localAddress: fromAddress };
  const opened: Socket[] = [];
  const ready = async (socket: Socket, event: string): Promise<Socket> => {
    opened.push(socket);
    await opens(socket, event, signal);
    return socket;
  };
  try {
    const plain = await ready(connectPlain({ host: hostOf(first), port: portOf(first), ...local }), 'connect');
    const toProxy = proxy !== undefined && isSecure(proxy.url) ? await ready(encrypted(plain, proxy.url), 'secureConnect') : plain;
    if (proxy !== undefined) await tunnel(toProxy, base, proxy, signal);
    return isSecure(base) ? await ready(encrypted(toProxy, base, request.protocols), 'secureConnect') : toProxy;
  } catch (error) {
    for (const socket of opened) socket.destroy();
    if (request.signal?.aborted === true) throw new LineError('the run was stopped');
    if (late.aborted) throw new LineError(`no connection within ${request.limitMs / 1000} s`);
    throw error;
  }
}

function encrypted(socket: Socket, url: URL, protocols: readonly string[] = ['http/1.1']): TLSSocket {
  const host = hostOf(url);
  return connectTls({ socket, host, ALPNProtocols: [...protocols], ...(isIP(host) === 0 ? { servername: host } : {}) });
}

async function opens(socket: Socket, event: string, signal: AbortSignal): Promise<void> {
  const ended = new AbortController();
  const closed = (): void => ended.abort(new LineError('it closed the connection at once'));
  socket.once('close', closed);
  // Whoever uses the connection listens for its errors; until then nobody may be surprised by one.
  socket.on('error', () => {});
  try {
    await once(socket, event, { signal: AbortSignal.any([signal, ended.signal]) });
  } catch (error) {
    throw ended.signal.aborted && !signal.aborted ? ended.signal.reason : error;
  } finally {
    socket.off('close', closed);
  }
}

const mostOfAnswer = 16 * 1024;

async function tunnel(socket: Socket, base: URL, { authorization }: ProxyServer, signal: AbortSignal): Promise<void> {
  const authority = `${base.hostname}:${portOf(base)}`;
  const credentials = authorization === undefined ? '' : `proxy-authorization: ${authorization}\r\n`;
  socket.write(`CONNECT ${authority} HTTP/1.1\r\nhost: ${authority}\r\n${credentials}\r\n`);
  const head = await headFrom(socket, signal);
  const status = /^HTTP\/1\.[01] (\d{3})/.exec(head)?.[1];
  if (status === undefined) throw new LineError('the proxy does not speak HTTP');
  if (!status.startsWith('2')) throw new LineError(`the proxy refuses to connect to the target, with ${status}`);
}

/** Reads up to the empty line and not a byte more: what follows is the target's. */
function headFrom(socket: Socket, signal: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    let head = Buffer.alloc(0);
    const settle = (act: () => void): void => {
      socket.off('readable', read);
      socket.off('end', gone);
      socket.off('error', gone);
      signal.removeEventListener('abort', gone);
      act();
    };
    const gone = (): void => settle(() => reject(new LineError('the proxy closed the connection')));
    const read = (): void => {
      const chunk: unknown = socket.read();
      if (!Buffer.isBuffer(chunk)) return;
      head = Buffer.concat([head, chunk]);
      const end = head.indexOf('\r\n\r\n');
      if (end === -1 && head.length <= mostOfAnswer) return;
      settle(() => {
        if (end === -1) return reject(new LineError('the proxy does not speak HTTP'));
        const rest = head.subarray(end + 4);
        if (rest.length > 0) socket.unshift(rest);
        resolve(head.toString('latin1', 0, end));
      });
    };
    socket.on('readable', read);
    socket.once('end', gone);
    socket.once('error', gone);
    signal.addEventListener('abort', gone);
  });
}
