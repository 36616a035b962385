import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ada, call, personalInfo, type StartedServer, startServer } from './testing/started-server.ts';

let server: StartedServer;
let token: string;
beforeAll(async () => {
  server = await startServer({
    HEADERS_TIMEOUT_MS: '300',
    REQUEST_TIMEOUT_MS: '600',
    BODY_LIMIT_BYTES: '20000',
    RATE_LIMIT_PER_MINUTE: '1000',
    COSTLY_RATE_LIMIT_PER_MINUTE: '1000',
  });
  token = await server.token(ada);
});
afterAll(() => server.stop());
const questions = () => `${server.url}/api/v1/trainingplan/initial-questions`;

/** Sends bytes and waits until the server ends the connection. */
function dialogue(bytes: string): Promise<{ readonly text: string; readonly afterMs: number }> {
  const startedAt = performance.now();
  return new Promise((resolve, reject) => {
    const socket = connect(server.port, '127.0.0.1', () => socket.write(bytes));
    let text = '';
    socket.on('data', (chunk) => {
      text += String(chunk);
    });
    socket.on('close', () => resolve({ text, afterMs: performance.now() - startedAt }));
    socket.on('error', reject);
  });
}

describe('origins', () => {
  const asked = (origin: string, method = 'GET') =>
    call(`${server.url}/`, { method, headers: { Origin: origin, 'Access-Control-Request-Method': 'POST' } });

  it('admits the one that is listed', async () => {
    for (const method of ['GET', 'OPTIONS']) {
      const { headers } = await asked('http://localhost:8081', method);
      expect([headers.get('access-control-allow-origin'), headers.get('access-control-allow-credentials'), headers.get('vary')]).toEqual([
        'http://localhost:8081',
        null,
        'Origin',
      ]);
    }
  });
  for (const origin of [
    'https://stranger.example',
    'null',
    'http://localhost:8081.stranger.example',
    'http://strangerlocalhost:8081',
    'https://localhost:8081',
    'http://localhost:8082',
  ]) {
    it(`admits no ${origin}`, async () => {
      for (const method of ['GET', 'OPTIONS']) expect((await asked(origin, method)).headers.get('access-control-allow-origin')).toBeNull();
    });
  }
});

describe('refusals', () => {
  const canary = 'canary-5f1b';
  const cases: readonly (readonly [what: string, status: number, url: () => string, options: Parameters<typeof call>[1]])[] = [
    ['no route', 404, () => `${server.url}/${canary}`, {}],
    ['no method', 405, () => questions(), { method: 'DELETE' }],
    ['no JSON', 400, () => questions(), { body: `{"${canary}` }],
    ['a scalar', 400, () => questions(), { body: `"${canary}"` }],
    ['another kind', 415, () => questions(), { body: canary, headers: { 'Content-Type': 'text/plain' } }],
    ['too large', 413, () => questions(), { body: { filler: canary.repeat(3_000) } }],
    ['too deep', 400, () => questions(), { body: `${'['.repeat(9_000)}${']'.repeat(9_000)}` }],
    ['a prototype', 400, () => questions(), { body: `{"__proto__":{"${canary}":1}}` }],
  ];
  for (const [what, status, url, options] of cases) {
    it(`tells a problem and echoes nothing: ${what}`, async () => {
      const reply = await call(url(), options);
      expect([reply.status, reply.headers.get('content-type'), reply.at('status'), reply.at('success')]).toEqual([
        status,
        'application/problem+json',
        status,
        false,
      ]);
      expect(reply.at('requestId')).toBe(reply.headers.get('x-request-id'));
      expect(reply.text).not.toMatch(/canary|node_modules|\.ts:|SyntaxError/);
    });
  }

  it('names faulty fields and not what was in them', async () => {
    const reply = await call(questions(), { token, body: { personal_info: { ...personalInfo, age: canary, gender: canary } } });
    expect(reply.status).toBe(400);
    expect(reply.at('errors.0.path')).toBe('personal_info.age');
    expect(reply.at('errors.1.path')).toBe('personal_info.gender');
    expect(reply.text).not.toContain(canary);
  });

  it('allows what it allows', async () => {
    expect((await call(questions(), { method: 'PUT' })).headers.get('allow')).toContain('POST');
  });
});

describe('request ids', () => {
  it('keeps a harmless one and replaces another', async () => {
    const idOf = async (given: string) =>
      (await call(`${server.url}/healthz`, { headers: { 'X-Request-Id': given } })).headers.get('x-request-id');
    expect(await idOf('trace-1.a_b')).toBe('trace-1.a_b');
    expect(await idOf('a b<script>')).toMatch(/^[0-9a-f-]{36}$/);
    expect(await idOf('x'.repeat(2_000))).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe('slow clients', () => {
  const whole = 'GET /healthz HTTP/1.1\r\nHost: us\r\nConnection: close\r\n\r\n';
  const slow: Readonly<Record<string, string>> = {
    'nothing at all': '',
    'half of its headers': 'GET / HTTP/1.1\r\nHost: us\r\n',
    'half of its body':
      'POST /api/v1/trainingplan/feedback HTTP/1.1\r\nHost: us\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"a":',
  };
  for (const [what, bytes] of Object.entries(slow)) {
    it(`cuts who sends ${what}, and serves others meanwhile`, async () => {
      const [cut, healthy] = await Promise.all([dialogue(bytes), dialogue(whole)]);
      expect(cut.text === '' || cut.text.startsWith('HTTP/1.1 408')).toBe(true);
      expect(cut.afterMs).toBeLessThan(2_000);
      expect(healthy.text).toContain('HTTP/1.1 200');
    });
  }

  it('answers what is no HTTP, and headers beyond the limit, with a problem', async () => {
    expect((await dialogue('nonsense\r\n\r\n')).text).toMatch(/^HTTP\/1\.1 400[\s\S]+problem\+json/);
    expect((await dialogue(`GET / HTTP/1.1\r\nHost: us\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`)).text).toMatch(/^HTTP\/1\.1 431/);
  });
});

describe('slow work', () => {
  it('is given up at the deadline, and told to stop', async () => {
    const slow = await startServer({ REQUEST_DEADLINE_MS: '1500' });
    const token = await slow.token(ada);
    let stopped = false;
    slow.services.store.playbook = ({ signal }) =>
      new Promise((_, reject) => {
        signal.addEventListener('abort', () => {
          stopped = true;
          reject(signal.reason);
        });
      });
    const reply = await call(`${slow.url}/api/v1/trainingplan/playbook/${ada}`, { token });
    expect([reply.status, reply.headers.get('retry-after'), stopped]).toEqual([503, '5', true]);
    await slow.stop();
  });
});

describe('how often', () => {
  it('tells the limit, refuses beyond it, and believes no forwarded address', async () => {
    const small = await startServer({ RATE_LIMIT_PER_MINUTE: '3' });
    const replies = [];
    for (let n = 0; n < 4; n += 1) replies.push(await call(`${small.url}/`, { headers: { 'X-Forwarded-For': `10.0.0.${n}` } }));
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 429]);
    const last = replies.at(-1);
    expect(last?.headers.get('ratelimit-policy')).toBe('"client";q=3;w=60');
    expect(last?.headers.get('ratelimit')).toMatch(/^"client";r=0;t=\d+$/);
    expect(Number(last?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(last?.at('type')).toContain('quota-exceeded');
    expect((await call(`${small.url}/healthz`)).status).toBe(200);
    await small.stop();
  });
});

describe('health', () => {
  it('is alive, ready, and says of what', async () => {
    expect((await call(`${server.url}/healthz`)).at('status')).toBe('pass');
    for (const path of ['/readyz', '/api/health/', '/api/health', '/api/v1/health/']) {
      const reply = await call(server.url + path);
      expect([reply.status, reply.headers.get('content-type'), reply.at('status'), reply.at('version')]).toEqual([
        200,
        'application/health+json',
        'pass',
        '1',
      ]);
      expect(reply.at('checks.database:pendingMigrations.0.observedValue')).toBe(0);
    }
  });

  it('is not ready when the store is down, and alive all the same', async () => {
    const broken = await startServer();
    broken.services.store.schema = () => Promise.reject(new Error('password=canary'));
    const ready = await call(`${broken.url}/readyz`);
    expect([ready.status, ready.at('status'), ready.at('checks.database:responseTime.0.status')]).toEqual([503, 'fail', 'fail']);
    expect(ready.text).not.toContain('canary');
    expect((await call(`${broken.url}/healthz`)).status).toBe(200);
    await broken.stop();
  });
});
