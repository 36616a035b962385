// Our own connections against servers that answer well, badly, late, and not at all.
import { createServer, type RequestListener } from 'node:http';
import { createServer as createSocketServer, type Server } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { WireOutcome, WireRequest } from '../wire.ts';
import { Http1Wire } from './pool.ts';

const running: Server[] = [];
const wires: Http1Wire[] = [];
afterEach(async () => {
  for (const wire of wires.splice(0)) await wire.close();
  for (const server of running.splice(0)) await new Promise((resolve) => server.close(resolve));
});

async function wireTo(server: Server, connections = 10): Promise<Http1Wire> {
  running.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const wire = new Http1Wire({ origin: `http://127.0.0.1:${address.port}`, connections, timeoutMs: 20_000 });
  wires.push(wire);
  return wire;
}

const serve = (listener: RequestListener) => wireTo(createServer(listener));
const speak = (answer: string) => wireTo(createSocketServer((socket) => socket.on('error', () => {}).on('data', () => socket.end(answer))));
const get: WireRequest = { method: 'GET', path: '/', headers: {}, keepBody: true };
const ask = (wire: Http1Wire, request: Partial<WireRequest> = {}) =>
  new Promise<WireOutcome>((resolve) => void wire.send({ ...get, ...request }, resolve));

describe('a wire of our own connections', () => {
  it('sends what it is given, and reads what comes back', async () => {
    const wire = await serve(async (message, response) => {
      const { host, ...headers } = message.headers;
      response.end(JSON.stringify({ method: message.method, url: message.url, headers, body: (await message.toArray()).join('') }));
    });
    const { status, body, sentMs } = await ask(wire, { method: 'POST', path: '/a?b=c', headers: { 'x-a': '1' }, body: 'grün' });
    expect(status).toBe(200);
    expect(sentMs).toBeLessThanOrEqual(performance.now());
    expect(JSON.parse(body ?? '')).toEqual({ method: 'POST', url: '/a?b=c', headers: { 'x-a': '1', 'content-length': '5' }, body: 'grün' });
    expect(JSON.parse((await ask(wire, { method: 'DELETE' })).body ?? '').headers).toEqual({});
  });

  it('uses a connection again, and opens no more than it may', async () => {
    const sockets = new Set<unknown>();
    const server = createServer((message, response) => {
      sockets.add(message.socket);
      setTimeout(() => response.end('ok'), 5);
    });
    const wire = await wireTo(server, 3);
    for (let round = 0; round < 4; round += 1) await ask(wire);
    expect(sockets.size).toBe(1);
    const all = await Promise.all(Array.from({ length: 12 }, () => ask(wire)));
    expect(all.map(({ status }) => status)).toEqual(Array(12).fill(200));
    expect(sockets.size).toBe(3);
  });

  it('opens a new connection where the server closed the last, with and without a word', async () => {
    const polite = await serve((_, response) => response.writeHead(200, { Connection: 'close' }).end('ok'));
    const silent = createServer((_, response) => response.end('ok'));
    const curt = await wireTo(silent);
    for (let round = 0; round < 5; round += 1) {
      expect((await ask(polite)).status).toBe(200);
      expect((await ask(curt)).status).toBe(200);
      await new Promise<void>((resolve) => {
        silent.closeAllConnections();
        setTimeout(resolve, 30);
      });
    }
  });

  it.each<[string, string, Partial<WireOutcome>]>([
    ['goes on to the end', 'HTTP/1.1 200 OK\r\n\r\nall of it', { status: 200, body: 'all of it' }],
    ['ends too early', 'HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nok', { problem: 'connection failed' }],
    ['is nothing', '', { problem: 'connection failed' }],
    ['is no HTTP', 'hello\r\n\r\n', { problem: 'malformed answer' }],
  ])('tells of an answer that %s', async (_, answer, outcome) => {
    expect(await ask(await speak(answer))).toMatchObject(outcome);
  });

  it('tells of connections that are reset, and of those that nobody takes', async () => {
    const wire = await wireTo(createSocketServer((socket) => socket.on('data', () => socket.resetAndDestroy())));
    expect(await ask(wire)).toMatchObject({ problem: 'connection failed', sentMs: expect.any(Number) });
    const dead = await serve(() => {});
    await new Promise((resolve) => running.pop()?.close(resolve));
    const all = await Promise.all([ask(dead), ask(dead), ask(dead)]);
    expect(all).toEqual(Array(3).fill({ problem: 'connection failed' }));
  });

  it('gives up where it is told to, and hands the connection to nobody', async () => {
    let answers = 0;
    const wire = await serve((message, response) => {
      answers += 1;
      if (message.url !== '/never') response.end('ok');
    });
    const outcome = await new Promise<WireOutcome>((resolve) => {
      const call = wire.send({ ...get, path: '/never' }, resolve);
      const look = () => (answers > 0 ? call.giveUp() : void setTimeout(look, 5));
      look();
    });
    expect(outcome).toMatchObject({ problem: 'timeout', sentMs: expect.any(Number) });
    expect((await ask(wire)).body).toBe('ok');
  });

  it.each<[string, Partial<WireRequest>]>([
    ['a header with a line break', { headers: { 'x-name': 'a\r\nx-role: admin' } }],
    ['a name that is none', { headers: { 'x name': 'a' } }],
    ['a length of its own', { headers: { 'Content-Length': '99' } }],
    ['a path with a space', { path: '/a b' }],
    ['a path with a line break', { path: '/a\r\nhost: other' }],
  ])('does not send %s', async (_, request) => {
    let asked = 0;
    const wire = await serve((_message, response) => {
      asked += 1;
      response.end();
    });
    expect(await ask(wire, request)).toEqual({ problem: 'request that can not be sent' });
    expect(asked).toBe(0);
  });
});
