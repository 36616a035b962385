// Both carriers: sent from the address that was asked for, bodies capped, several headers of one name kept apart, nothing held open.
import { createServer } from 'node:http';
import { createServer as createHttp2Server } from 'node:http2';
import type { Server } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import type { Carrier } from './carrier.ts';
import { overHttp1 } from './http1.ts';
import { overHttp2 } from './http2.ts';

const running: Server[] = [];
afterEach(() => {
  for (const server of running.splice(0)) server.close();
});

async function baseOf(server: Server): Promise<URL> {
  running.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return new URL(`http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`);
}
const whole = { method: 'GET', path: '/a?b=c', headers: {}, body: undefined, capBytes: 1_000, signal: AbortSignal.timeout(20_000) };

describe.each([
  [
    'HTTP/1.1',
    (answer: string) =>
      createServer((request, response) => {
        response.setHeader('set-cookie', ['a=1', 'b=2']);
        response.end(`${request.socket.remoteAddress} ${request.url} ${request.headers.cookie} ${answer}`);
      }),
    (base: URL, fromAddress?: string): Carrier =>
      overHttp1({ base, connections: 2, timeoutMs: 10_000, ...(fromAddress === undefined ? {} : { fromAddress }) }),
  ],
  [
    'HTTP/2',
    (answer: string) =>
      createHttp2Server((request, response) => {
        response.setHeader('set-cookie', ['a=1', 'b=2']);
        response.end(`${request.socket.remoteAddress} ${request.url} ${request.headers.cookie} ${answer}`);
      }),
    (base: URL, fromAddress?: string): Carrier =>
      overHttp2({ base, timeoutMs: 10_000, ...(fromAddress === undefined ? {} : { fromAddress }) }),
  ],
])('%s', (_, serverFor, carrierFor) => {
  test('a request goes out from the address that was asked for', async () => {
    const carrier = carrierFor(await baseOf(serverFor('')), '127.0.0.1');
    expect((await carrier.ask(whole)).body).toMatch(/127\.0\.0\.1 \/a\?b=c/);
    await carrier.close();
    // An address that this machine does not have can't be sent from: it is not quietly left out.
    const elsewhere = carrierFor(await baseOf(serverFor('')), '192.0.2.1');
    await expect(elsewhere.ask(whole)).rejects.toThrow();
    await elsewhere.close();
  });

  test('cookies of one answer do not go out with the next request, and stay apart', async () => {
    const carrier = carrierFor(await baseOf(serverFor('')));
    const answers = [await carrier.ask(whole), await carrier.ask(whole), await carrier.ask(whole)];
    for (const { body, headers } of answers) {
      expect(body).toContain(' undefined ');
      expect(headers.filter(([name]) => name === 'set-cookie').map(([, value]) => value)).toEqual(['a=1', 'b=2']);
    }
    await carrier.close();
  });

  test('a body is read up to the cap', async () => {
    const carrier = carrierFor(await baseOf(serverFor('x'.repeat(50_000))));
    const { body, bodyTruncated, status } = await carrier.ask(whole);
    expect([status, body.length, bodyTruncated]).toEqual([200, 1_000, true]);
    await carrier.close();
  });
});

test('a server that does not speak HTTP/2 is told as such', async () => {
  const carrier = overHttp2({ base: await baseOf(createServer((_, response) => response.end('ok'))), timeoutMs: 5_000 });
  await expect(carrier.ask({ ...whole, signal: AbortSignal.timeout(5_000) })).rejects.toThrow();
  await carrier.close();
});
