// Whether anything takes a connection at all, before probes are spent on it.
import { connect as connectPlain, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { reasonOf } from './reasons.ts';

/** A connection to the host of a URL, encrypted where its scheme says so; certificates are checked. */
export function openSocket(base: URL): Socket {
  const host = base.hostname.replace(/^\[|\]$/g, '');
  const secure = base.protocol === 'https:';
  const port = Number(base.port === '' ? (secure ? 443 : 80) : base.port);
  if (!secure) return connectPlain({ host, port });
  return connectTls({ host, port, ...(isIP(host) === 0 ? { servername: host } : {}) });
}

/** Why no connection can be made; undefined where one was. */
export function reach(base: URL, timeoutMs: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const socket = openSocket(base);
    const finish = (reason: string | undefined): void => {
      clearTimeout(timer);
      socket.removeAllListeners();
      socket.on('error', () => {});
      socket.destroy();
      resolve(reason);
    };
    const timer = setTimeout(() => finish(`no connection within ${timeoutMs / 1000} s`), timeoutMs);
    socket.once('error', (error) => finish(reasonOf(error)));
    socket.once('close', () => finish('it closed the connection at once'));
    socket.once(base.protocol === 'https:' ? 'secureConnect' : 'connect', () => finish(undefined));
  });
}
