import type { IncomingMessage } from 'node:http';
import { createServer as createSocketServer } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import type { HttpEvidence, Probe, SocketProbe } from '../../model.ts';
import { gatherHttp } from './gather.ts';
import type { HttpConfig, HttpOptions } from './options.ts';
import { planHttp } from './plan.ts';
import { json, pathOf, serve, textOf } from './testing.ts';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

interface Seen {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}
/** A server that tells what it was asked. */
async function listening(headers: Readonly<Record<string, string>> = {}): Promise<{ readonly url: string; readonly seen: Seen[] }> {
  const seen: Seen[] = [];
  const { url, close } = await serve(async (request, response) => {
    seen.push({ method: request.method ?? '', path: request.url ?? '', headers: request.headers, body: await textOf(request) });
    json(response, pathOf(request) === '/openapi.json' ? 404 : 200, {}, headers);
  });
  closing.push(close);
  return { url, seen };
}
const get: Probe = { kind: 'http', class: 'passive', route: 'any' };
const routes = {
  any: { method: 'GET', path: '/items' },
  'json-post': { method: 'POST', path: '/api/v2/items', body: { name: 'a', count: 1 } },
};

async function evidenceOf(
  url: string,
  probes: Readonly<Record<string, Probe>>,
  more: Partial<HttpOptions> & { config?: HttpConfig } = {},
): Promise<HttpEvidence> {
  const gathered = await gatherHttp({
    baseUrl: url,
    probes: { check: probes },
    ...more,
    config: { timeoutMs: 5_000, ratePerSecond: 1_000, routes, ...more.config },
  });
  if ('missing' in gathered) throw new Error(gathered.missing);
  return gathered.found.evidenceFor('check');
}

function curlIn({ exchanges: { it } }: HttpEvidence): string {
  return it !== undefined && 'found' in it ? it.found.request.curl : '';
}

test('a probe waits for the one it follows, and takes its headers over', async () => {
  const { url, seen } = await listening({ etag: '"v1"' });
  const evidence = await evidenceOf(url, {
    again: { ...get, after: 'first', headers: { 'if-none-match': '{header:etag}' } },
    lacking: { ...get, after: 'first', headers: { 'if-modified-since': '{header:last-modified}' } },
    first: get,
  });
  const asked = seen.filter(({ path }) => path === '/items');
  expect(asked.map(({ headers }) => headers['if-none-match'])).toEqual([undefined, '"v1"']);
  expect(evidence.exchanges.lacking).toMatchObject({ missing: expect.stringContaining('last-modified'), doesNotApply: true });
});

test('what must be last is, and a shared word is the same in one check alone', async () => {
  const { url, seen } = await listening();
  const named = (name: string): Probe => ({ ...get, headers: { 'x-name': name, 'x-shared': '{shared}', 'x-own': '{canary}' } });
  await evidenceOf(url, {
    end: { ...get, last: true, headers: { 'x-name': 'end' } },
    one: named('one'),
    two: named('two'),
    three: named('three'),
  });
  const asked = seen.filter(({ headers }) => headers['x-name'] !== undefined).map(({ headers }) => headers);
  expect(asked.at(-1)?.['x-name']).toBe('end');
  const words = asked.filter((headers) => headers['x-shared'] !== undefined);
  expect(new Set(words.map((headers) => headers['x-shared'])).size).toBe(1);
  expect(new Set(words.map((headers) => headers['x-own'])).size).toBe(3);
});

test('a path of its own, one without its version, and a body that is changed in one place', async () => {
  const { url, seen } = await listening();
  const evidence = await evidenceOf(url, {
    own: { ...get, path: '/console' },
    bare: { kind: 'http', class: 'active', route: 'json-post', unversioned: true },
    changed: { kind: 'http', class: 'active', route: 'json-post', changedBody: true },
    unversioned: { ...get, unversioned: true },
  });
  expect(seen.map(({ path }) => path)).toEqual(expect.arrayContaining(['/console', '/api/items']));
  const bodies = seen.filter(({ method }) => method === 'POST').map(({ body }) => JSON.parse(body));
  expect(bodies).toEqual(
    expect.arrayContaining([
      { name: 'a', count: 1 },
      { name: 'a x', count: 1 },
    ]),
  );
  expect(evidence.exchanges.unversioned).toMatchObject({ doesNotApply: true });
});

test('two runs show the same commands', async () => {
  const { url } = await listening();
  const probes = { it: { ...get, headers: { 'x-own': '{canary}', 'idempotency-key': '{shared}' } } };
  const [one, other] = [await evidenceOf(url, probes), await evidenceOf(url, probes)];
  expect(curlIn(one)).toContain('idempotency-key: shared');
  expect(curlIn(one)).toBe(curlIn(other));
});

test('a burst keeps to the budget and leaves room, and is left out where it would do harm', async () => {
  const { url, seen } = await listening();
  const burst = { it: { kind: 'burst', class: 'active', route: 'any' } } as const;
  const evidence = await evidenceOf(url, burst, { config: { requestBudget: 60 } });
  expect(seen.length).toBeLessThanOrEqual(60);
  expect(evidence.exchanges.it).toMatchObject({ found: { kind: 'burst', statuses: { 200: expect.any(Number) } } });
  expect((await evidenceOf(url, burst, { noBurst: 'a load run follows' })).exchanges.it).toEqual({ missing: 'a load run follows' });
});

test('an answer that comes before the end of a large body is seen, and so is a cut', async () => {
  const answers = {
    early: 'HTTP/1.1 413 Content Too Large\r\ncontent-length: 0\r\nconnection: close\r\n\r\n',
    cut: '',
    garbage: 'no HTTP\r\n\r\n',
  };
  for (const [name, answer] of Object.entries(answers)) {
    const server = createSocketServer((socket) => {
      socket.on('error', () => {});
      socket.once('data', (data) => {
        if (String(data).startsWith('GET')) return socket.end('HTTP/1.1 200 OK\r\ncontent-length: 2\r\nconnection: close\r\n\r\nok');
        return answer === '' ? socket.resetAndDestroy() : socket.end(answer);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    closing.push(() => server.close());
    const address = server.address();
    const url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
    const probes = { it: { kind: 'socket', class: 'active', route: 'json-post', dialogue: 'large-chunked-body' } } as const;
    const { exchanges } = await evidenceOf(url, probes, { config: { routes: { ...routes, health: { method: 'GET', path: '/healthz' } } } });
    expect(exchanges.it, name).toMatchObject({
      found: { kind: 'socket', healthyStatus: 200, ...(name === 'early' ? { status: 413 } : {}) },
    });
    if (name !== 'early') expect(exchanges.it, name).toMatchObject({ found: { closedAfterMs: expect.any(Number) } });
  }
});

test('the plan tells bursts, further routes and where it will search', () => {
  const probes = {
    check: {
      burst: { kind: 'burst', class: 'active', route: 'any' },
      every: { kind: 'http', class: 'passive', route: 'protected', everyRoute: true },
      console: { ...get, path: '/console' },
      metrics: { kind: 'http', class: 'passive', route: 'metrics' },
      large: { kind: 'socket', class: 'active', route: 'json-post', dialogue: 'large-body' },
    },
  } as const;
  const plan = planHttp({ baseUrl: 'https://api.example', probes });
  const told = plan.map(({ method, url, why, notSent }) => `${method} ${url} ${why}${notSent === undefined ? '' : ' (not sent)'}`);
  expect(told).toEqual(
    expect.arrayContaining([
      expect.stringMatching(
        /check: burst, up to 250 times or as often as it says that it admits, until it is refused; then up to 7 more \(not sent\)/,
      ),
      expect.stringContaining('check: every, and on up to 4 further protected routes'),
      'GET https://api.example/console check: console',
      'GET https://api.example/metrics to find the metrics',
      expect.stringMatching(/^POST .* check: large \(not sent\)/),
      expect.stringContaining('/openapi.json to find the OpenAPI document'),
    ]),
  );
});

test('where no route plays the role, another that was named for it is asked', async () => {
  const { url } = await listening();
  const slow: SocketProbe = { kind: 'socket', class: 'passive', route: 'metrics', dialogue: 'idle' };
  const probes: Readonly<Record<string, Probe>> = {
    alone: slow,
    inItsStead: { ...slow, orElse: 'any' },
    plain: { kind: 'http', class: 'passive', route: 'metrics', orElse: 'any' },
    // Whoever reads bodies before it looks for a route reads them at an unknown one too.
    unread: { kind: 'http', class: 'active', route: 'json-post', orElse: 'missing', body: '{' },
  };
  const { exchanges } = await evidenceOf(url, probes, { config: { routes: { any: routes.any }, limits: { idleMs: 200 } } });
  expect(exchanges.alone).toMatchObject({ missing: expect.stringContaining('no metrics were found') });
  const found = { request: { url: expect.stringMatching(/\/items$/) } };
  expect(exchanges).toMatchObject({ inItsStead: { found }, plain: { found } });
  expect(exchanges.unread).toMatchObject({ found: { request: { method: 'POST', url: expect.stringMatching(/unknown-route$/) } } });
});
