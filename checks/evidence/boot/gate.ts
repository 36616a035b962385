// A door of ours on the way from the service to its database: open it lets everything through, shut it drops whoever comes.
import { connect, createServer, type Socket } from 'node:net';

export interface Gate {
  readonly port: number;
  /** Connections that came while it was shut. */
  refused(): number;
  /** Connections that came at all. */
  came(): number;
  shut(): void;
  open(): void;
  close(): Promise<void>;
}

/** Listens on a free port of the loopback address; without a `to` there is nothing behind the door. */
export async function openGate(
  to?: { readonly host: string; readonly port: number },
  overheard?: () => { hear(chunk: Buffer): void },
): Promise<Gate> {
  const sockets = new Set<Socket>();
  let isShut = to === undefined;
  let refused = 0;
  let came = 0;
  const keep = (socket: Socket): void => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
  };
  const server = createServer((socket) => {
    came += 1;
    keep(socket);
    if (isShut || to === undefined) {
      refused += 1;
      socket.resetAndDestroy();
      return;
    }
    const behind = connect(to);
    keep(behind);
    const ear = overheard?.();
    if (ear !== undefined) socket.on('data', (chunk: Buffer) => ear.hear(chunk));
    socket.pipe(behind).pipe(socket);
    socket.once('close', () => behind.destroy());
    behind.once('close', () => socket.destroy());
  });
  await new Promise<void>((done, failed) => server.once('error', failed).listen(0, '127.0.0.1', done));
  const address = server.address();
  const dropAll = (): void => {
    for (const socket of sockets) socket.resetAndDestroy();
  };
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    refused: () => refused,
    came: () => came,
    shut: () => {
      isShut = true;
      dropAll();
    },
    open: () => {
      isShut = to === undefined;
    },
    close: () => {
      dropAll();
      return new Promise((done) => server.close(() => done()));
    },
  };
}
