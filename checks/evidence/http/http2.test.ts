// The same service over HTTP/1.1 and HTTP/2: the same verdicts, a sound one and a faulty one alike.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttp2Server, type Http2ServerRequest, type Http2ServerResponse } from 'node:http2';
import type { Server } from 'node:net';
import { jwtVerify } from 'jose';
import { afterAll, expect, test } from 'vitest';
import { catalog } from '../../catalog/index.ts';
import type { Check, Verdict } from '../../model.ts';
import { gatherHttp } from './gather.ts';
import { testKey } from './testing.ts';

type Incoming = IncomingMessage | Http2ServerRequest;
type Answering = ServerResponse | Http2ServerResponse;

const ids = [
  'cors-restricted',
  'jwt-verified',
  'requests-time-out',
  'body-size-limited',
  'health-checks-dependencies',
  'request-ids-traced',
];
const checks: readonly Check[] = catalog.filter(({ id }) => ids.includes(id));
const allowed = 'https://app.example.com';
const limitMs = 900;
const open: { close(): unknown }[] = [];
afterAll(() => {
  for (const each of open) each.close();
});

async function answer(request: Incoming, sound: boolean): Promise<readonly [status: number, body: unknown]> {
  if (request.url === '/healthz')
    return [200, sound ? { status: 'pass', checks: { 'database:responseTime': [{ status: 'pass' }] } } : { up: 1 }];
  if (request.url === '/me') {
    const [, token = ''] = request.headers.authorization?.split(' ') ?? [];
    const key = new TextEncoder().encode(testKey);
    const options = { algorithms: ['HS256'], audience: 'people', issuer: 'us' };
    const known = sound
      ? await jwtVerify(token, key, options).then(
          () => true,
          () => false,
        )
      : token.split('.').length === 3;
    return known ? [200, { me: 1 }] : [401, {}];
  }
  if (request.url !== '/items' || request.method !== 'POST') return [404, {}];
  let size = 0;
  for await (const chunk of request) {
    size += Buffer.byteLength(chunk);
    if (sound && size > 20_000) return [413, {}];
  }
  return [request.headers['content-encoding'] !== undefined && sound ? 415 : 201, {}];
}

const handler =
  (sound: boolean) =>
  (request: Incoming, response: Answering): void => {
    const { origin } = request.headers;
    response.setHeader('vary', 'Origin');
    if (origin === allowed || (!sound && origin !== undefined)) {
      response.setHeader('access-control-allow-origin', origin);
      response.setHeader('access-control-allow-credentials', 'true');
    }
    const id = request.headers['x-request-id'];
    const harmless = typeof id === 'string' && /^[\w.-]{1,100}$/.test(id) ? id : crypto.randomUUID();
    if (sound) response.setHeader('x-request-id', harmless);
    request.on('error', () => {});
    answer(request, sound).then(
      ([status, body]) => {
        const challenge = status === 401 && sound ? { 'www-authenticate': 'Bearer' } : {};
        // A large rest of a body is not waited for.
        if (status === 413 && 'stream' in request === false) response.setHeader('connection', 'close');
        response.statusCode = status;
        for (const [name, value] of Object.entries({ 'content-type': 'application/json', ...challenge })) response.setHeader(name, value);
        response.end(JSON.stringify(body));
      },
      () => response.end(),
    );
  };

function overHttp1(sound: boolean): Server {
  const limits = sound
    ? { headersTimeout: limitMs / 2, requestTimeout: limitMs / 2, connectionsCheckingInterval: 100 }
    : { requestTimeout: 0 };
  return createServer({ ...limits, maxHeaderSize: 16_384 }, handler(sound));
}

function overHttp2(sound: boolean): Server {
  const server = createHttp2Server(handler(sound));
  server.on('sessionError', () => {});
  server.on('session', (session) => {
    session.on('error', () => {});
    if (sound) setTimeout(() => session.destroy(), limitMs).unref();
  });
  return server;
}

async function verdicts(server: Server, http2: 'never' | 'prior-knowledge'): Promise<Readonly<Record<string, Verdict | undefined>>> {
  open.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const gathered = await gatherHttp({
    baseUrl: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`,
    probes: Object.fromEntries(checks.map((check) => [check.id, check.probes ?? {}])),
    config: {
      http2,
      signingKey: testKey,
      audience: 'people',
      issuer: 'us',
      allowedOrigins: [allowed],
      limits: { headersMs: limitMs, bodyMs: limitMs, idleMs: limitMs, bodyBytes: 200_000 },
      timeoutMs: 10_000,
      ratePerSecond: 2_000,
      routes: {
        health: { method: 'GET', path: '/healthz' },
        any: { method: 'GET', path: '/healthz' },
        protected: { method: 'GET', path: '/me' },
        'json-post': { method: 'POST', path: '/items', body: { note: 'a' } },
      },
    },
  });
  if ('missing' in gathered) throw new Error(gathered.missing);
  const { connection, all } = gathered.found.evidenceFor('');
  const protocol = http2 === 'never' ? 'HTTP/1.1' : 'HTTP/2';
  expect(connection).toMatchObject({ protocol });
  expect(gathered.found.spokenOver).toBe(protocol);
  expect(new Set(all.map((each) => each.protocol))).toEqual(new Set([http2 === 'never' ? undefined : 'HTTP/2']));
  expect(all.every(({ request }) => request.curl.includes('--http2-prior-knowledge') === (http2 !== 'never'))).toBe(true);
  return Object.fromEntries(checks.map(({ id, judge }) => [id, judge.http?.(gathered.found.evidenceFor(id)).verdict]));
}

test('a sound service', async () => {
  const [one, other] = await Promise.all([verdicts(overHttp1(true), 'never'), verdicts(overHttp2(true), 'prior-knowledge')]);
  expect(one).toEqual(Object.fromEntries(ids.map((id) => [id, 'pass'])));
  expect(other).toEqual(one);
});

test('a faulty service', async () => {
  const [one, other] = await Promise.all([verdicts(overHttp1(false), 'never'), verdicts(overHttp2(false), 'prior-knowledge')]);
  expect(one).toMatchObject({
    'cors-restricted': 'fail',
    'jwt-verified': 'fail',
    'requests-time-out': 'fail',
    'body-size-limited': 'fail',
  });
  expect(other).toEqual(one);
});
