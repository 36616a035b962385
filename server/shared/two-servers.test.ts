// Two servers over one project and one Redis, behind a proxy that sends each request to the other one.
import { createPrivateKey, type KeyObject } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { createServer, request, type Server } from 'node:http';
import { join } from 'node:path';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createApp } from '../app.ts';
import { embeddedKeySet } from '../auth/keys.ts';
import { type Config, readConfig } from '../config/config.ts';
import { listen, portOf } from '../listen.ts';
import { createServices, type Services } from '../services.ts';
import { type EmbeddedProject, startProject } from '../supabase/project.ts';
import { copyTemplate, freePort } from '../testing/databases.ts';
import { redisKind, startRedis, type TestRedis } from '../testing/redis.ts';
import { ada, bob, call, embeddedEnvironment, personalInfo, responses, signed } from '../testing/started-server.ts';

const log = pino({ level: 'silent' });
const LIMIT = 120;
let folder: string;
let key: KeyObject;
let config: Config;
let project: EmbeddedProject;
let redis: TestRedis;
let servers: readonly { readonly services: Services; readonly server: Server }[];
let proxy: Server;
let turn = 0;

beforeAll(async () => {
  const made = await embeddedEnvironment();
  folder = made.folder;
  redis = await startRedis();
  const read = readConfig({ ...made.environment, PORT: '0', REDIS_URL: redis.url, RATE_LIMIT_PER_MINUTE: String(LIMIT) });
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  const { EMBEDDED_SIGNING_KEY_FILE: file = '', SUPABASE_ANON_KEY: anonKey, SUPABASE_SERVICE_ROLE_KEY: serviceKey } = read.config;
  key = createPrivateKey(await readFile(file));
  await copyTemplate(join(folder, 'database', 'postgres'));
  const port = await freePort();
  const keys = { anonKey, serviceKey, keySet: await embeddedKeySet(file), issuer: `http://127.0.0.1:${port}/auth/v1` };
  project = await startProject({ folder: join(folder, 'database'), port, keys }, log);
  config = { ...read.config, EMBEDDED: false, PREMIUM_TIER_ENABLED: false, SUPABASE_URL: project.url, READ_CACHE_MS: 60_000 };
  servers = await Promise.all([1, 2].map(startOne));
  proxy = createServer((incoming, response) => {
    turn += 1;
    const at = turn % servers.length;
    const { server } = servers[at] ?? {};
    const options = {
      port: server === undefined ? 0 : portOf(server),
      path: incoming.url,
      method: incoming.method,
      headers: incoming.headers,
    };
    const forwarded = request({ host: '127.0.0.1', ...options }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, { ...answer.headers, 'X-Served-By': String(at) });
      answer.pipe(response);
    });
    incoming.pipe(forwarded);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
});
const startOne = async () => {
  const services = await createServices(config, log);
  await vi.waitUntil(() => services.shared?.isUp(), { timeout: 10_000 });
  return { services, server: await listen(createApp(services).callback(), config, log) };
};
afterAll(async () => {
  proxy.closeAllConnections();
  proxy.close();
  for (const { server, services } of servers) {
    server.closeAllConnections();
    server.close();
    await services.stop();
  }
  await Promise.all([project.stop(), redis.stop()]);
  await rm(folder, { recursive: true });
});
const plan = (path: string) => `http://127.0.0.1:${portOf(proxy)}/api/v1/trainingplan${path}`;
const tokenOf = (user: string) => signed({ sub: user, role: 'authenticated' }, { issuer: `${project.url}/auth/v1`, key });

describe(`two servers with ${redisKind}`, () => {
  it('make one plan, do its job once, and show what the other has written', async () => {
    const token = await tokenOf(ada);
    const asked = await call(plan('/initial-questions'), { token, body: { personal_info: personalInfo } });
    const body = {
      personal_info: personalInfo,
      initial_responses: responses,
      initial_questions: asked.at('data.questions'),
      user_profile_id: asked.at('data.user_profile_id'),
    };
    const generate = () => call(plan('/generate'), { token, body });
    const plans = await Promise.all([generate(), generate(), generate(), generate()]);
    expect(new Set(plans.map(({ headers }) => headers.get('x-served-by'))).size).toBe(2);
    expect(new Set(plans.map((reply) => reply.at('data.id'))).size).toBe(1);
    const lessons = async () => (await call(plan(`/playbook/${ada}`), { token })).at('data.playbook.total_lessons');
    await vi.waitUntil(async () => (await lessons()) === 4, { timeout: 20_000, interval: 200 });
    const jobs = await Promise.all(servers.map(async ({ services }) => (await services.metrics.jobs.get()).values));
    expect(jobs.flat().reduce((sum, { value }) => sum + value, 0)).toBe(1);

    // Both have the playbook from the cache now, for a minute; a write by one of them is seen by both.
    const hurts = {
      user_profile_id: body.user_profile_id,
      plan_id: plans[0]?.at('data.id'),
      week_number: 1,
      feedback_message: 'My shoulder hurts',
    };
    expect((await call(plan('/feedback'), { token, body: hurts })).status).toBe(200);
    expect([await lessons(), await lessons()]).toEqual([5, 5]);
  });

  it('do once what is repeated with one key, at once or later', async () => {
    const token = await tokenOf(bob);
    const ask = (username: string) =>
      call(plan('/initial-questions'), {
        token,
        headers: { 'Idempotency-Key': 'one' },
        body: { personal_info: { ...personalInfo, username } },
      });
    const both = await Promise.all([ask('bob_b'), ask('bob_b')]);
    both.push(await ask('bob_b'));
    expect(new Set(both.map(({ text }) => text)).size).toBe(1);
    expect(both.filter(({ headers }) => headers.get('idempotency-replayed') === 'true')).toHaveLength(2);
    expect((await ask('other')).status).toBe(422);
  });

  it('count a client’s requests together, and each alone while Redis is away', async () => {
    const replies = [];
    // Alone, each of the two would admit every one of these.
    for (let n = 0; n < LIMIT + 5; n += 1) replies.push(await call(plan(`/playbook/${ada}`)));
    expect(replies.filter(({ status }) => status !== 429).length).toBeLessThanOrEqual(LIMIT);
    const [last] = replies.filter(({ status }) => status === 429);
    expect(Number(last?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(Number(last?.headers.get('retry-after'))).toBeLessThanOrEqual(60);

    await redis.stop();
    const health = () => call(`http://127.0.0.1:${portOf(proxy)}/healthz`);
    expect((await health()).status).toBe(200);
    await vi.waitUntil(() => servers.every(({ services }) => services.shared?.isUp() === false), { timeout: 10_000 });
    // Nobody has asked the servers' own limiters yet: they admit, and answer at once.
    const token = await tokenOf(ada);
    expect((await call(plan(`/playbook/${ada}`), { token })).status).toBe(200);
    const ready = await call(`http://127.0.0.1:${portOf(proxy)}/readyz`);
    expect([ready.status, ready.at('status'), ready.at('checks.redis:connection.0.status')]).toEqual([200, 'warn', 'warn']);
    expect((await call(`http://127.0.0.1:${portOf(proxy)}/metrics`)).text).toMatch(/shared_fallbacks_total\{of="limits"\} [1-9]/);

    redis = await startRedis(Number(new URL(redis.url).port));
    await vi.waitUntil(() => servers.every(({ services }) => services.shared?.isUp()), { timeout: 20_000 });
  });
});
