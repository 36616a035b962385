// Which protocol a TLS target would rather speak: all requests go over HTTP/1.1, and what was not looked at is said.
import { isIP } from 'node:net';
import { connect } from 'node:tls';

/** True where the target, asked in a TLS handshake, chooses HTTP/2. */
export function choosesHttp2(base: URL, timeoutMs: number): Promise<boolean> {
  if (base.protocol !== 'https:') return Promise.resolve(false);
  const host = base.hostname.replace(/^\[|\]$/g, '');
  return new Promise((resolve) => {
    const socket = connect({
      host,
      port: Number(base.port === '' ? 443 : base.port),
      ALPNProtocols: ['h2', 'http/1.1'],
      ...(isIP(host) === 0 ? { servername: host } : {}),
    });
    const finish = (chosen: boolean): void => {
      clearTimeout(timer);
      socket.removeAllListeners();
      socket.on('error', () => {});
      socket.destroy();
      resolve(chosen);
    };
    const timer = setTimeout(() => finish(false), timeoutMs);
    socket.once('secureConnect', () => finish(socket.alpnProtocol === 'h2'));
    socket.once('error', () => finish(false));
    socket.once('close', () => finish(false));
  });
}
