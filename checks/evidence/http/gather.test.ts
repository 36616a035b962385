import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSocketServer, type Server, type Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import type { HttpEvidence, Probe } from '../../model.ts';
import { gatherHttp } from './gather.ts';
import type { HttpOptions } from './options.ts';
import { planHttp } from './plan.ts';

const running: { close(): void }[] = [];
afterEach(() => {
  for (const each of running.splice(0)) each.close();
});

function listening(server: Server, host = '127.0.0.1'): Promise<string> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => sockets.add(socket));
  running.push({
    close: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  });
  return new Promise((resolve) =>
    server.listen(0, host, () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      resolve(`http://${host.includes(':') ? `[${host}]` : host}:${port}`);
    }),
  );
}
const serve = (handler: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> => listening(createServer(handler));

const at = (path: string): Probe => ({ kind: 'http', class: 'passive', route: path === '/' ? 'any' : 'missing' });
const short = { timeoutMs: 400, ratePerSecond: 1000, limits: { headersMs: 300, bodyMs: 300, idleMs: 300 } };

async function evidenceOf(
  baseUrl: string,
  probes: Readonly<Record<string, Probe>>,
  more: Partial<HttpOptions> = {},
): Promise<HttpEvidence> {
  const gathered = await gatherHttp({ baseUrl, probes: { check: probes }, ...more, config: { ...short, ...more.config } });
  if ('missing' in gathered) throw new Error(gathered.missing);
  return gathered.found.evidenceFor('check');
}
function missingOf(evidence: HttpEvidence, name: string): string {
  const outcome = evidence.exchanges[name];
  return outcome !== undefined && 'missing' in outcome ? outcome.missing : 'found';
}

/** Well on the health route, hostile on the route that the probe is sent to. */
const hostile = (bad: (response: ServerResponse) => void): Promise<string> =>
  serve((request, response) => (request.url === '/bad' ? bad(response) : response.end('ok')));
const badRoute = { routes: { missing: { method: 'GET', path: '/bad' } } };

test.each([
  ['garbage', (response: ServerResponse) => response.socket?.end('this is no HTTP at all\r\n\r\n'), /not HTTP/],
  ['a hang', () => {}, /no complete answer within 0.4 s/],
  ['a reset', (response: ServerResponse) => response.socket?.resetAndDestroy(), /closed the connection/],
  [
    'huge headers',
    (response: ServerResponse) => response.socket?.write(`HTTP/1.1 200 OK\r\nx-big: ${'a'.repeat(100_000)}\r\n\r\n`),
    /headers of the answer are too large/,
  ],
  ['a trickle', (response: ServerResponse) => setInterval(() => response.write('a'), 50).unref(), /no complete answer within/],
])('%s is missing with a reason, and the other probes go on', async (_, bad, reason) => {
  const evidence = await evidenceOf(await hostile(bad), { bad: at('/bad'), good: at('/') }, { config: badRoute });
  expect(missingOf(evidence, 'bad')).toMatch(reason);
  expect(missingOf(evidence, 'good')).toBe('found');
});

test('an endless body is read up to the cap and no further', async () => {
  let written = 0;
  const url = await hostile((response) => {
    const pour = (): void => {
      while (!response.destroyed && response.write('a'.repeat(16_384))) written += 16_384;
    };
    response.on('drain', pour);
    pour();
  });
  const evidence = await evidenceOf(url, { bad: at('/bad') }, { config: { ...badRoute, bodyCapBytes: 10_000 } });
  const outcome = evidence.exchanges.bad;
  expect(outcome).toMatchObject({ found: { status: 200, bodyTruncated: true, body: 'a'.repeat(10_000) } });
  expect(written).toBeLessThan(50_000_000);
});

test('a redirect to another host is kept and not followed', async () => {
  let strangerAsked = 0;
  const stranger = await serve((_, response) => {
    strangerAsked += 1;
    response.end('stranger');
  });
  const evidence = await evidenceOf(await serve((_, response) => response.writeHead(302, { location: `${stranger}/x` }).end()), {
    it: at('/x'),
  });
  expect(evidence.exchanges.it).toMatchObject({ found: { status: 302 } });
  expect(strangerAsked).toBe(0);
});

test('nothing listening is one line', async () => {
  const url = await serve(() => {});
  for (const each of running.splice(0)) each.close();
  const gathered = await gatherHttp({ baseUrl: url, probes: { check: { it: at('/') } }, config: short });
  expect(gathered).toEqual({ missing: expect.stringMatching(/could not be reached: nothing listens there/) });
});

test('a target that answers nothing but garbage is one line, soon', async () => {
  const url = await listening(createSocketServer((socket) => socket.on('error', () => {}).end('garbage\r\n\r\n')));
  const probes = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`p${index}`, at('/x')]));
  const gathered = await gatherHttp({ baseUrl: url, probes: { check: probes }, config: short });
  expect(gathered).toEqual({
    missing: expect.stringMatching(/answered none of \d{1,2} requests: the answer is not HTTP/),
  });
});

test('a URL that is none, and plain http where TLS is spoken, are one line each', async () => {
  expect(await gatherHttp({ baseUrl: 'ftp://x', probes: {} })).toEqual({ missing: expect.stringMatching(/http:\/\/ or https:\/\//) });
  const plain = await serve((_, response) => response.end('ok'));
  const gathered = await gatherHttp({ baseUrl: plain.replace('http:', 'https:'), probes: { check: { it: at('/') } }, config: short });
  expect(gathered).toEqual({ missing: expect.stringMatching(/could not be reached: .*TLS|could not be reached: /) });
});

test('the budget ends the run with a reason', async () => {
  const url = await serve((_, response) => response.end('ok'));
  const probes = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`p${index}`, at('/x')]));
  const evidence = await evidenceOf(url, probes, { config: { requestBudget: 12 } });
  expect(evidence.requestsSent).toBe(12);
  expect(missingOf(evidence, 'p19')).toBe('the budget of 12 requests is spent');
});

test('requests keep to the rate', async () => {
  const times: number[] = [];
  const url = await serve((_, response) => {
    times.push(performance.now());
    response.end('ok');
  });
  const probes = Object.fromEntries(Array.from({ length: 10 }, (_, index) => [`p${index}`, at('/x')]));
  await evidenceOf(url, probes, { config: { ratePerSecond: 50 } });
  expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeGreaterThan((times.length - 1) * 20 - 60);
});

test('the base path is kept, the agent is named, secrets and tokens are seen and not kept', async () => {
  const secret = `value-${'of-a-secret-'.repeat(4)}`;
  const agents = new Set<string | undefined>();
  const paths: (string | undefined)[] = [];
  const url = await serve((request, response) => {
    agents.add(request.headers['user-agent']);
    paths.push(request.url);
    response.writeHead(request.headers.authorization === undefined ? 401 : 200, { 'x-leak': secret });
    response.end(JSON.stringify({ secret: Buffer.from(secret).toString('base64'), you: request.headers.authorization }));
  });
  const evidence = await evidenceOf(
    `${url}/base/`,
    { it: { kind: 'http', class: 'active', route: 'protected', token: 'valid' } },
    {
      version: '9.9.9',
      knownSecrets: new Map([['SERVICE_KEY', secret]]),
      config: { signingKey: 'k'.repeat(40), routes: { protected: { method: 'GET', path: '/me' } } },
    },
  );
  const [outcome] = Object.values(evidence.exchanges);
  expect(outcome).toMatchObject({
    found: { status: 200, secretsSeen: ['SERVICE_KEY'], headers: expect.arrayContaining([['x-leak', '[SERVICE_KEY]']]) },
  });
  expect(JSON.stringify(outcome)).not.toMatch(/value-of|eyJ/);
  expect(JSON.stringify(outcome)).toContain('\\"$TOKEN\\"');
  expect([...agents]).toEqual(['launchgate/9.9.9 (+audit)']);
  expect(paths.every((path) => path?.startsWith('/base/'))).toBe(true);
});

test('IPv6 is asked', async () => {
  const url = await listening(
    createServer((_, response) => response.end('ok')),
    '::1',
  );
  expect(missingOf(await evidenceOf(url, { it: at('/') }), 'it')).toBe('found');
});

test('routes come from the OpenAPI document, and the protected one is confirmed', async () => {
  const schema = {
    type: 'object',
    required: ['age', 'jwt_token'],
    properties: { age: { type: 'integer' }, jwt_token: { type: 'string' } },
  };
  const document = {
    openapi: '3.1.0',
    paths: {
      '/open': { get: {} },
      '/items/{id}': { get: { security: [{ bearer: [] }] } },
      '/save': { post: { requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Save' } } } } } },
    },
    components: { schemas: { Save: schema } },
  };
  const bodies: string[] = [];
  const url = await serve((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => {
      text += chunk.toString();
    });
    request.on('end', () => {
      if (request.method === 'POST') bodies.push(text);
      if (request.url === '/openapi.json') return response.end(JSON.stringify(document));
      if (request.url?.startsWith('/items/')) response.statusCode = 401;
      else if (request.url !== '/open' && request.url !== '/save' && request.url !== '/healthz') response.statusCode = 404;
      return response.end('{}');
    });
  });
  const evidence = await evidenceOf(
    url,
    {
      any: at('/'),
      guarded: { kind: 'http', class: 'passive', route: 'protected' },
      wrong: { kind: 'http', class: 'active', route: 'json-post', wrongTypes: true },
    },
    { config: { signingKey: 'k'.repeat(40) } },
  );
  expect(evidence.chosen).toMatchObject({ any: 'GET /open', protected: 'GET /items/1', 'json-post': 'POST /save', health: 'GET /healthz' });
  expect(evidence.chosenBy).toMatchObject({ protected: 'openapi', health: 'convention' });
  expect(JSON.parse(bodies.at(-1) ?? '{}')).toEqual({
    age: { [Object.keys(JSON.parse(bodies.at(-1) ?? '{}').age)[0] ?? '']: expect.any(String) },
    jwt_token: expect.stringMatching(/^eyJ/),
  });
});

test('a slow client is let go by a server with limits, and held by one without', async () => {
  const limits = { headersTimeout: 250, requestTimeout: 280, connectionsCheckingInterval: 50 };
  const strict = await listening(createServer(limits, (_, response) => response.end('ok')));
  const patient = await listening(createServer({ requestTimeout: 0, headersTimeout: 0 }, (_, response) => response.end('ok')));
  const probes: Record<string, Probe> = {
    slow: { kind: 'socket', class: 'passive', route: 'health', dialogue: 'slow-headers' },
    idle: { kind: 'socket', class: 'passive', route: 'health', dialogue: 'idle' },
  };
  const [kept, held] = await Promise.all([evidenceOf(strict, probes), evidenceOf(patient, probes)]);
  expect(kept.exchanges.slow).toMatchObject({
    found: { kind: 'socket', status: 408, healthyStatus: 200, closedAfterMs: expect.any(Number) },
  });
  expect(kept.exchanges.idle).toMatchObject({ found: { closedAfterMs: expect.any(Number) } });
  expect(held.exchanges.slow).not.toHaveProperty('found.closedAfterMs');
  expect(held.exchanges.slow).toMatchObject({ found: { healthyStatus: 200 } });
});

test('elsewhere than on this machine, what is not passive waits for leave', () => {
  const probes: Record<string, Record<string, Probe>> = {
    check: {
      look: at('/'),
      press: { kind: 'http', class: 'active', route: 'any' },
      write: { kind: 'http', class: 'passive', route: 'any', method: 'DELETE' },
    },
  };
  const plan = planHttp({ baseUrl: 'https://api.example/base', probes });
  const refused = plan.flatMap((each) => (each.notSent === undefined ? [] : [each.why]));
  expect(refused).toEqual(['check: press', 'check: write']);
  expect(plan.some(({ url }) => url === 'https://api.example/base/healthz')).toBe(true);
  expect(planHttp({ baseUrl: 'http://127.0.0.1:1', probes }).every(({ notSent }) => notSent === undefined)).toBe(true);
});
