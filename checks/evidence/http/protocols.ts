// Whether anything takes a connection at all, before probes are spent on it, and which protocol it would rather speak.
import { TLSSocket } from 'node:tls';
import type { Connection } from '../../model.ts';
import type { Settings } from './options.ts';
import { reasonOf } from './reasons.ts';
import { type LineRequest, openLine } from './wire/line.ts';

export type Reached = { readonly connection: Connection } | { readonly missing: string };

/** One connection to the target, or why none can be made. What it chooses of HTTP/1.1 and HTTP/2 is what all requests go by. */
export async function reach({ base, proxy, http2, timeoutMs, signal }: Settings): Promise<Reached> {
  const forwarded = proxy !== undefined && base.protocol === 'http:' && http2 !== 'prior-knowledge';
  try {
    const socket = await openLine({
      base: forwarded ? proxy.url : base,
      protocols: http2 === 'never' ? ['http/1.1'] : ['h2', 'http/1.1'],
      limitMs: timeoutMs,
      signal,
      ...(proxy === undefined || forwarded ? {} : { proxy }),
    });
    const connection = connectionOf(socket, base, http2 === 'prior-knowledge');
    socket.destroy();
    return { connection: { ...connection, ...(proxy === undefined ? {} : { proxy: proxy.url.host }) } };
  } catch (error) {
    const reason = reasonOf(error);
    return { missing: forwarded ? `the proxy: ${reason}` : reason };
  }
}

function connectionOf(socket: object, base: URL, known: boolean): Connection {
  if (base.protocol !== 'https:' || !(socket instanceof TLSSocket)) return { protocol: known ? 'HTTP/2' : 'HTTP/1.1' };
  const version = socket.getProtocol();
  const until = Date.parse(socket.getPeerCertificate().valid_to ?? '');
  const tls = {
    ...(version === null ? {} : { version: version.replace('v', ' ') }),
    ...(Number.isNaN(until) ? {} : { validUntil: new Date(until).toISOString().slice(0, 10) }),
  };
  return { protocol: socket.alpnProtocol === 'h2' ? 'HTTP/2' : 'HTTP/1.1', tls };
}

/** How a raw dialogue gets to the target; `missing` where something between would be what is measured. */
export function rawLine(
  { base, proxy, http2, timeoutMs, signal, protocol }: Settings,
  fromAddress?: string,
): LineRequest | { readonly missing: string } {
  if (proxy !== undefined && base.protocol === 'http:' && http2 !== 'prior-knowledge')
    return { missing: 'plain HTTP through a proxy would show how the proxy takes it, not the target' };
  const protocols = [protocol === 'HTTP/2' ? 'h2' : 'http/1.1'];
  const from = fromAddress === undefined ? {} : { fromAddress };
  return { base, protocols, limitMs: timeoutMs, signal, ...from, ...(proxy === undefined ? {} : { proxy }) };
}

/** In words, for who reads the report; `addresses`: further ones of this machine that were asked from. */
export function connectionText({ protocol, tls, proxy }: Connection, addresses: readonly string[]): string {
  return [
    protocol,
    ...(tls?.version === undefined ? [] : [tls.version]),
    ...(tls?.validUntil === undefined ? [] : [`a certificate that is in order until ${tls.validUntil}`]),
    ...(proxy === undefined ? [] : [`through the proxy ${proxy}`]),
    ...(addresses.length === 0 ? [] : [`from ${addresses.length + 1} addresses of this machine, each with a limit of its own`]),
  ].join(', ');
}
