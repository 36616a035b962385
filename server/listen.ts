// The HTTP server itself: how long it waits, how much it reads, and what it says to what is no HTTP.
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Config } from './config/config.ts';
import { LeanResponse } from './lean-response.ts';
import type { Log } from './log.ts';

/** Listens on HOST and PORT; gives the server once it does. Fails when the port is taken. */
export async function listen(handler: RequestListener, config: Config, log: Log): Promise<Server> {
  const server = createServer(
    {
      headersTimeout: config.HEADERS_TIMEOUT_MS,
      requestTimeout: config.REQUEST_TIMEOUT_MS,
      keepAliveTimeout: config.KEEP_ALIVE_TIMEOUT_MS,
      // Without it a limit is noticed up to 30 seconds late.
      connectionsCheckingInterval: Math.min(1_000, config.HEADERS_TIMEOUT_MS),
      maxHeaderSize: 16_384,
      // Else Node opens, drains and closes a stream for the body that a read does not have.
      optimizeEmptyRequests: true,
      ServerResponse: LeanResponse,
    },
    handler,
  );
  server.maxConnections = 10_000;
  server.on('clientError', (error: Error, socket: Socket) => refuse(error, socket, log));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(config.PORT, config.HOST, resolve);
  });
  return server;
}

export function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

const refusals: Readonly<Record<string, readonly [status: number, title: string]>> = {
  HPE_HEADER_OVERFLOW: [431, 'Request Header Fields Too Large'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'Request Timeout'],
};

function refuse(error: Error, socket: Socket, log: Log): void {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';
  log.info({ code }, 'connection refused');
  if (code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const [status, title] = refusals[code] ?? [400, 'Bad Request'];
  const body = JSON.stringify({ type: 'about:blank', title, status, detail: 'The request could not be read.', success: false });
  socket.end(
    `HTTP/1.1 ${status} ${title}\r\nContent-Type: application/problem+json\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}
