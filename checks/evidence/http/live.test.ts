// The whole way on real servers: probes sent, answers judged. One server does everything right, one everything wrong.
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerOptions, type ServerResponse } from 'node:http';
import { decodeJwt, jwtVerify } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import corsRestricted from '../../catalog/cors-restricted/check.ts';
import errorResponsesPrivate from '../../catalog/error-responses-private/check.ts';
import jwtVerified from '../../catalog/jwt-verified/check.ts';
import migrationsCurrent from '../../catalog/migrations-current/check.ts';
import requestsTimeOut from '../../catalog/requests-time-out/check.ts';
import serviceKeyContained from '../../catalog/service-key-contained/check.ts';
import type { Answer, Check } from '../../model.ts';
import { gatherHttp, type HttpRun } from './gather.ts';
import type { HttpConfig } from './options.ts';

const checks: readonly Check[] = [
  corsRestricted,
  jwtVerified,
  errorResponsesPrivate,
  serviceKeyContained,
  requestsTimeOut,
  migrationsCurrent,
];
const signingKey = 'only-for-this-test-'.repeat(3);
const serviceKey = `service-${'role-'.repeat(10)}`;
const origin = 'https://app.example';
const config: HttpConfig = {
  signingKey,
  issuer: 'https://issuer.example',
  allowedOrigins: [origin],
  routes: { protected: { method: 'GET', path: '/me' }, 'json-post': { method: 'POST', path: '/items', body: { age: 30 } } },
  // Long enough for an honest request on a crowded machine.
  limits: { headersMs: 1_500, bodyMs: 1_800, idleMs: 1_500 },
  timeoutMs: 2_000,
  ratePerSecond: 500,
};

const send = (response: ServerResponse, status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): void => {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
};
async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text;
}
const bearer = (request: IncomingMessage): string => (request.headers.authorization ?? '').replace(/^Bearer /, '');
const swallow =
  (answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>): RequestListener =>
  (request, response) =>
    void answer(request, response).catch(() => response.destroy());

const sound = swallow(async (request, response) => {
  response.setHeader('vary', 'Origin');
  if (request.headers.origin === origin) response.setHeader('access-control-allow-origin', origin);
  if (request.method === 'OPTIONS') return send(response, 204, '');
  if (request.url === '/healthz') return send(response, 200, { status: 'pass', migrations: 'current' });
  const given = bearer(request);
  const verified = await jwtVerify(given, Buffer.from(signingKey), {
    audience: 'authenticated',
    issuer: 'https://issuer.example',
    algorithms: ['HS256'],
  }).catch(() => undefined);
  if (request.url !== '/me' && request.url?.startsWith('/items') !== true) return send(response, 404, { title: 'Not Found' });
  if (verified === undefined) return send(response, 401, { title: 'Unauthorized' }, { 'www-authenticate': 'Bearer' });
  if (request.method === 'POST') await bodyOf(request);
  return request.url === '/me'
    ? send(response, 200, { id: verified.payload.sub })
    : send(response, 422, { title: 'Unprocessable Content' });
});

const leaky = swallow(async (request, response) => {
  response.setHeader('access-control-allow-origin', request.headers.origin ?? '*');
  response.setHeader('access-control-allow-credentials', 'true');
  if (request.url === '/healthz') return send(response, 200, { status: 'pass', migrations: 'pending' });
  if (request.url === '/me') {
    const known = bearer(request).split('.').length === 3 && !bearer(request).startsWith('garbage');
    return known ? send(response, 200, decodeJwt(bearer(request))) : send(response, 401, { error: 'who?' });
  }
  const body = await bodyOf(request);
  const { stack } = new Error('bad body');
  return send(response, request.method === 'POST' ? 400 : 404, { stack, body, using: serviceKey });
});

// Sound at /me, and careless at a route that only its OpenAPI document tells of.
const halfLeaky: RequestListener = (request, response) => {
  if (request.url === '/openapi.json')
    return send(response, 200, { openapi: '3.1.0', paths: { '/plans': { get: { security: [{ bearer: [] }] } } } });
  if (request.url !== '/plans') return sound(request, response);
  const known = bearer(request).split('.').length === 3;
  return known ? send(response, 200, []) : send(response, 401, {}, { 'www-authenticate': 'Bearer' });
};

const broken: RequestListener = (_, response) => send(response, 500, { title: 'Internal Server Error' });
const empty: RequestListener = (_, response) => send(response, 404, { title: 'Not Found' });
const endless: RequestListener = (_, response) => {
  const pour = (): void => {
    while (!response.destroyed && response.write('a'.repeat(65_536)));
  };
  response.on('drain', pour);
  pour();
};
const unguarded = { headersTimeout: 0, requestTimeout: 0 };

const servers: Server[] = [];
const runs = new Map<string, HttpRun>();
async function run(name: string, options: ServerOptions, listener: RequestListener): Promise<void> {
  const server = createServer(options, listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const gathered = await gatherHttp({
    baseUrl: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`,
    probes: Object.fromEntries(checks.map((check) => [check.id, check.probes ?? {}])),
    config,
    knownSecrets: new Map([['SUPABASE_SERVICE_ROLE_KEY', serviceKey]]),
  });
  if ('missing' in gathered) throw new Error(gathered.missing);
  runs.set(name, gathered.found);
}
beforeAll(async () => {
  await Promise.all([
    run('sound', { headersTimeout: 1_500, requestTimeout: 1_800, connectionsCheckingInterval: 100 }, sound),
    run('leaky', unguarded, leaky),
    run('half leaky', unguarded, halfLeaky),
    run('broken', unguarded, broken),
    run('empty', unguarded, empty),
    run('endless', unguarded, endless),
  ]);
});
afterAll(() => {
  for (const server of servers) {
    server.close();
    server.closeAllConnections();
  }
});

function answerOf(name: string, check: Check): Answer | undefined {
  const evidence = runs.get(name)?.evidenceFor(check.id);
  return evidence === undefined ? undefined : check.judge.http?.(evidence);
}

test.each(checks)('$id passes on the sound server and fails on the leaky one', (check) => {
  expect(answerOf('sound', check)).toMatchObject({ verdict: 'pass' });
  expect(answerOf('leaky', check)).toMatchObject({ verdict: 'fail' });
});

test.each(checks)('$id does not pass on a server that answers nothing right', (check) => {
  expect(answerOf('broken', check)?.verdict).not.toBe('pass');
  expect(answerOf('empty', check)?.verdict).not.toBe('pass');
  expect(answerOf('endless', check)?.verdict).not.toBe('pass');
});

test('a second route that takes any token is found', () => {
  const answer = answerOf('half leaky', jwtVerified);
  expect(answer).toMatchObject({
    verdict: 'fail',
    findings: expect.arrayContaining([expect.objectContaining({ message: 'a token signed with another key is accepted with 200' })]),
  });
  expect(JSON.stringify(answer)).not.toContain('/me');
});

test('nothing that was kept shows a secret or a token', () => {
  for (const [name, each] of runs) {
    const kept = JSON.stringify(checks.map((check) => each.evidenceFor(check.id)));
    expect(kept, name).not.toContain(serviceKey);
    expect(kept, name).not.toContain(signingKey);
    expect(kept, name).not.toMatch(/eyJ[\w-]{8,}\.eyJ/);
  }
});

test('a run of all probes is modest', () => {
  for (const { requestsSent, stoppedBecause } of runs.values()) {
    expect(requestsSent).toBeLessThan(100);
    expect(stoppedBecause).toBeUndefined();
  }
});
