// Users of a scenario against a server of this process: they sign in, their tokens run out and are renewed, and nobody waits twice.
import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeProtectedHeader, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { runOpen } from '../open-run.ts';
import { inlineScenario } from './read.ts';
import { type Scenario, scenarioSchema } from './schema.ts';

const calls: string[] = [];
const signedIn = new Set<string>();
let folder = '';
let url = '';
const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });

// The token of a first sign-in has run out before it is used; the second user's refresh token is taken by nobody.
const server = createServer(async (request, response) => {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  const answer = (status: number, value: unknown) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
  if (pathname === '/login' || pathname === '/refresh') {
    const said = z.object({ mail: z.string().optional(), old: z.string().optional() }).parse(JSON.parse(body));
    calls.push(`${pathname} ${said.mail ?? said.old}`);
    if (said.mail === 'nobody') return answer(400, { error: 'wrong' });
    if (said.old?.includes('user-2') === true) return answer(400, { error: 'used' });
    const user = said.mail ?? said.old ?? '';
    const token = signedIn.has(user) ? `good-${user}` : `old-${user}`;
    signedIn.add(user);
    return answer(200, { session: { access: token, refresh: user } });
  }
  const token = (request.headers.authorization ?? '').replace('Bearer ', '');
  calls.push(`${pathname} ${token}`);
  return token.startsWith('good') ? answer(200, {}) : answer(401, {});
});

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'launchgate-users-'));
  await writeFile(join(folder, 'key.pem'), privateKey.export({ type: 'pkcs8', format: 'pem' }));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
});
afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true });
});

const scenario = (auth: Scenario['auth'], changes: Partial<Scenario> = {}): Scenario => ({
  name: 'users',
  url,
  auth,
  feeds: { users: { rows: [{ mail: 'user-1' }, { mail: 'user-2' }] } },
  journeys: [{ name: 'read', steps: [{ request: 'GET /read' }] }],
  stages: [{ duration: '200ms', rate: 30 }],
  ...changes,
});
const ready = async (written: Scenario, environment: Readonly<Record<string, string>> = {}) => {
  const read = await inlineScenario(written, { folder, environment });
  if ('problem' in read) throw new Error(read.problem);
  return read.plan;
};
const call = (request: string, body: Readonly<Record<string, string>>) => ({
  request,
  body,
  extract: { token: 'session.access', refresh: 'session.refresh' },
});
const login = call('POST /login', { mail: '{{users.mail}}' });

describe('users who sign in', () => {
  it('renew a refused token, by the password where the refresh token is not good any more, and lose no request', async () => {
    calls.length = 0;
    signedIn.clear();
    const plan = await ready(scenario({ users: 'users', login, refresh: call('POST /refresh', { old: '{{auth.refresh}}' }) }));
    const gathered = await runOpen(plan);
    if ('missing' in gathered) throw new Error(gathered.missing);
    expect(gathered.found).toMatchObject({ requests: 6, failed: 0, statuses: { '200': 6 } });
    expect(calls.slice(0, 2).sort()).toEqual(['/login user-1', '/login user-2']);
    // Many are refused at once, and each user renews once.
    expect(calls.filter((each) => each.startsWith('/refresh')).sort()).toEqual(['/refresh user-1', '/refresh user-2']);
    expect(calls.filter((each) => each === '/login user-1')).toHaveLength(1);
    expect(calls.filter((each) => each === '/login user-2')).toHaveLength(2);
  });

  it('end the run before its first request where one of them can not', async () => {
    calls.length = 0;
    const plan = await ready(scenario({ users: 'users', login }, { feeds: { users: { rows: [{ mail: 'nobody' }] } } }));
    expect(await runOpen(plan)).toEqual({ missing: 'auth: POST /login was answered 400: nobody could sign in' });
    expect(calls).toEqual(['/login nobody']);
  });

  it('sign in on no machine but this one, unless that is allowed', async () => {
    const plan = await ready(scenario({ users: 'users', login: { ...login, url: 'https://id.example.com' } }));
    expect(await runOpen(plan)).toEqual({ missing: 'load is only sent to this machine unless it is allowed for id.example.com' });
  });
});

it('signs tokens with a key of a test environment, for as many users as are wanted', async () => {
  const claims = { sub: '{{users.newId}}', aud: 'app', iss: '{{env.ISSUER}}' };
  const jwt = { algorithm: 'ES256', keyFile: '{{env.FOLDER}}/key.pem', keyId: 'k1', claims } as const;
  const plan = await ready(scenario({ users: 'users', jwt }, { feeds: { users: { count: 3 } } }), {
    ISSUER: 'https://issuer',
    FOLDER: folder,
  });
  expect(await plan.sessions?.open()).toBeUndefined();
  const [one, other] = [plan.variables(1), plan.variables(2)];
  const request = plan.journeys[0]?.steps[0]?.build(one);
  const token = request?.headers.authorization?.replace('Bearer ', '') ?? '';
  const { payload } = await jwtVerify(token, publicKey, { audience: 'app', issuer: 'https://issuer' });
  expect(payload.sub).toBe(one.get('users.newId'));
  expect(other.get('users.newId')).not.toBe(payload.sub);
  expect(decodeProtectedHeader(token)).toMatchObject({ alg: 'ES256', kid: 'k1' });
  expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(3600);
  // The same second gives the same token but for its time: what counts is that there is one again.
  expect(await plan.sessions?.renew(one)).toBe(true);
});

it('uses each row once where that is said, and says when there are too few', async () => {
  const feeds = { users: { count: 3, order: 'once' as const } };
  const plan = await ready(scenario(undefined, { feeds }));
  expect(await runOpen(plan)).toEqual({ missing: 'a feed with the order "once" has 3 rows left for 6 journeys' });
});

it.each([
  [{ env: 'A', users: 'users' }, 'no `users`'],
  [{ users: 'users' }, 'in one way'],
  [{ login }, 'needs `users`'],
  [{ users: 'users', token: '{{users.token}}', refresh: login }, 'needs `login`'],
  [{ users: 'users', login: { request: 'POST /login', extract: { access: 'a' } } }, 'where the token is'],
  [{ users: 'users', jwt: { algorithm: 'ES256', claims: {} } }, 'keyEnv or keyFile'],
])('auth %j is refused: %s', (auth, message) => {
  const parsed = scenarioSchema.safeParse({ ...scenario(undefined), auth });
  expect(JSON.stringify(parsed.error?.issues)).toContain(message);
});

it.each([
  [{ users: 'people', login }, 'no feed called people'],
  [{ users: 'users', login: { ...login, body: { mail: '{{users.name}}' } } }, 'nothing is called {{users.name}}'],
  [{ users: 'users', login: { ...login, headers: { apikey: '{{env.NEVER_SET}}' } } }, 'NEVER_SET is not set'],
])('auth %j is told in one line: %s', async (auth, message) => {
  const read = await inlineScenario(scenario(auth), { folder, environment: {} });
  expect(read).toEqual({ problem: expect.stringContaining(message) });
});
