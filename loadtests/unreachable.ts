// Whether anything is there to be loaded.
import { connect } from 'node:net';

/** Why no connection can be made, undefined where one can. */
export function whyUnreachable(url: URL, signal: AbortSignal | undefined): Promise<string | undefined> {
  const port = url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port);
  return new Promise((resolve) => {
    const socket = connect({ host: url.hostname.replace(/^\[|\]$/g, ''), port });
    const settle = (problem?: string) => {
      socket.destroy();
      resolve(problem);
    };
    socket.setTimeout(3_000, () => settle(`${url.host} did not accept a connection within 3 s`));
    socket.once('connect', () => settle());
    socket.once('error', ({ message }) => settle(`nothing answers at ${url.host}: ${message}`));
    signal?.addEventListener('abort', () => settle('the load run was interrupted'), { once: true });
  });
}
