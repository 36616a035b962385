// A proxy that was asked for: every request takes it, nothing else is contacted, its credentials are shown nowhere.
import { createServer, request as forward, type IncomingMessage } from 'node:http';
import { connect, type Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import type { Probe } from '../../model.ts';
import { gatherHttp, type HttpRun } from './gather.ts';
import { serve } from './testing.ts';
import { openLine } from './wire/line.ts';

const running: { close(): void }[] = [];
afterEach(() => {
  for (const each of running.splice(0)) each.close();
});
const password = `pass${'word'.repeat(4)}`;
const authorization = `Basic ${Buffer.from(`me:${password}`).toString('base64')}`;

interface Seen {
  readonly asked: string[];
  readonly credentials: Set<string | undefined>;
}

async function proxyServer(refuses = false): Promise<Seen & { readonly url: URL }> {
  const seen: Seen = { asked: [], credentials: new Set() };
  const note = (request: IncomingMessage): void => {
    seen.asked.push(`${request.method} ${request.url}`);
    seen.credentials.add(request.headers['proxy-authorization']);
  };
  const server = createServer((request, response) => {
    note(request);
    const { 'proxy-authorization': _, ...headers } = request.headers;
    const onward = forward(request.url ?? '', { method: request.method ?? 'GET', headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    request.pipe(onward);
  });
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => sockets.add(socket));
  server.on('connect', (request, client: Socket, head) => {
    note(request);
    if (refuses) {
      client.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    const [, port] = (request.url ?? '').split(':');
    const target = connect(Number(port), '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      target.write(head);
      target.pipe(client).pipe(target);
    });
    for (const each of [client, target]) each.on('error', () => {});
    sockets.add(target);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  running.push({
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  });
  return { ...seen, url: new URL(`http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`) };
}

const probes: Readonly<Record<string, Probe>> = {
  it: { kind: 'http', class: 'passive', route: 'missing' },
  pressing: { kind: 'http', class: 'active', route: 'missing' },
  slow: { kind: 'socket', class: 'passive', route: 'missing', dialogue: 'idle' },
};
const asked = (baseUrl: string, proxy?: URL) =>
  gatherHttp({
    baseUrl,
    probes: { check: probes },
    config: { timeoutMs: 5_000, limits: { idleMs: 200 }, ...(proxy === undefined ? {} : { proxy: { url: proxy, authorization } }) },
  });
function found(gathered: Awaited<ReturnType<typeof asked>>): HttpRun {
  if ('missing' in gathered) throw new Error(gathered.missing);
  return gathered.found;
}

test('every request goes through it, with the whole address of the target and nobody else’s', async () => {
  const target = await serve((request, response) => response.end(JSON.stringify(request.headers)));
  running.push(target);
  const proxy = await proxyServer();
  const run = found(await asked(target.url, proxy.url));
  const evidence = run.evidenceFor('check');
  expect(proxy.asked.length).toBe(evidence.all.length);
  expect(proxy.asked.every((each) => each.startsWith(`GET ${target.url}/`))).toBe(true);
  expect([...proxy.credentials]).toEqual([authorization]);
  expect(run.spokenOver).toBe(`HTTP/1.1, through the proxy ${proxy.url.host}`);
  expect(evidence.exchanges.it).toMatchObject({
    found: { status: 200, request: { curl: expect.stringContaining(` --proxy ${proxy.url.origin}`) } },
  });
  // The target's own header: what its proxy is told is not for it.
  expect(JSON.stringify(evidence)).not.toMatch(new RegExp(`${password}|${authorization}`));
});

test('a loopback address behind a proxy is another machine, whose slow clients would be the proxy’s', async () => {
  const target = await serve((_, response) => response.end('ok'));
  running.push(target);
  const { exchanges } = found(await asked(target.url, (await proxyServer()).url)).evidenceFor('check');
  expect(exchanges.pressing).toEqual({ missing: expect.stringContaining('--allow active') });
  expect(exchanges.slow).toEqual({ missing: expect.stringContaining('how the proxy takes it') });
});

test('the variables of a shell are no reason to use one', async () => {
  const proxy = await proxyServer();
  const target = await serve((_, response) => response.end('ok'));
  running.push(target);
  const before = { ...process.env };
  for (const name of ['HTTP_PROXY', 'http_proxy', 'HTTPS_PROXY', 'ALL_PROXY']) process.env[name] = proxy.url.href;
  try {
    expect(found(await asked(target.url)).spokenOver).toBe('HTTP/1.1');
  } finally {
    process.env = before;
  }
  expect(proxy.asked).toEqual([]);
});

test('a tunnel is a connection to the target, and a refusal is told as the proxy’s', async () => {
  const target = await serve((_, response) => response.end('ok'));
  running.push(target);
  const proxy = await proxyServer();
  const socket = await openLine({ base: new URL(target.url), proxy: { url: proxy.url, authorization }, limitMs: 5_000 });
  let answer = '';
  socket.on('data', (chunk: Buffer) => {
    answer += chunk.toString();
  });
  socket.write(`GET / HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`);
  await new Promise((resolve) => socket.once('close', resolve));
  expect(answer).toMatch(/^HTTP\/1\.1 200 OK/);
  expect(proxy.asked).toEqual([`CONNECT ${new URL(target.url).host}`]);
  const refusing = await proxyServer(true);
  const gathered = await asked(target.url.replace('http:', 'https:'), refusing.url);
  expect(gathered).toEqual({ missing: expect.stringContaining('the proxy refuses to connect to the target, with 403') });
});

test('a proxy that is not there is told', async () => {
  const gone = await proxyServer();
  for (const each of running.splice(0)) each.close();
  const target = await serve((_, response) => response.end('ok'));
  running.push(target);
  expect(await asked(target.url, gone.url)).toEqual({ missing: expect.stringMatching(/the proxy: nothing listens there/) });
});
