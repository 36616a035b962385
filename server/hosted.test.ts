// The server as in production: a project that is somewhere else, and may be behind, away, or back again.
import { createPrivateKey, type KeyObject } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import { join } from 'node:path';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createApp } from './app.ts';
import { embeddedKeySet } from './auth/keys.ts';
import { type Config, readConfig } from './config/config.ts';
import { listen, portOf } from './listen.ts';
import { requireCurrentSchema } from './schema-check.ts';
import { createServices, type Services } from './services.ts';
import { type EmbeddedProject, startProject } from './supabase/project.ts';
import { copyTemplate, embeddedDatabase, freePort } from './testing/databases.ts';
import { startEndpoint } from './testing/endpoint.ts';
import { call, embeddedEnvironment, personalInfo, responses } from './testing/started-server.ts';
import { ada, signed } from './testing/tokens.ts';

const log = pino({ level: 'silent' });
let folder: string;
let key: KeyObject;
let embedded: Config;
let project: EmbeddedProject;
let config: Config;
let services: Services;
let server: Server;

const start = async (port: number) => {
  const { SUPABASE_ANON_KEY: anonKey, SUPABASE_SERVICE_ROLE_KEY: serviceKey, EMBEDDED_SIGNING_KEY_FILE: file = '' } = embedded;
  const keySet = await embeddedKeySet(file);
  return startProject(
    { folder: join(folder, 'elsewhere'), port, keys: { anonKey, serviceKey, keySet, issuer: `http://127.0.0.1:${port}/auth/v1` } },
    log,
  );
};

beforeAll(async () => {
  const made = await embeddedEnvironment();
  folder = made.folder;
  const read = readConfig({ ...made.environment, PORT: '0' });
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  embedded = read.config;
  key = createPrivateKey(await readFile(embedded.EMBEDDED_SIGNING_KEY_FILE ?? ''));
  await copyTemplate(join(folder, 'elsewhere', 'postgres'));
  project = await start(await freePort());
  // What the rules demand of a hosted project, https, no project of this machine has.
  config = {
    ...embedded,
    EMBEDDED: false,
    PREMIUM_TIER_ENABLED: false,
    SUPABASE_URL: project.url,
    STORE_TIMEOUT_MS: 2_000,
    READ_CACHE_MS: 1,
  };
  services = await createServices(config, log);
  server = await listen(createApp(services).callback(), config, log);
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await services.stop();
  await project.stop();
  await rm(folder, { recursive: true });
});
const url = (path: string) => `http://127.0.0.1:${portOf(server)}${path}`;
const tokenOf = (user: string) => signed({ sub: user, role: 'authenticated' }, { issuer: `${config.SUPABASE_URL}/auth/v1`, key });

describe('a project that is somewhere else', () => {
  it('has every migration, and health says which is the last', async () => {
    await requireCurrentSchema(services);
    const health = await call(url('/readyz'));
    expect([health.status, health.at('checks.database:schemaVersion.0.observedValue')]).toEqual([200, '20261123000200']);
  });

  it('may go away and come back: 503 without a detail meanwhile, and no restart', { timeout: 60_000 }, async () => {
    const port = Number(new URL(project.url).port);
    const token = await tokenOf(ada);
    const playbook = () => call(url(`/api/v1/trainingplan/playbook/${ada}`), { token });
    expect((await playbook()).status).not.toBe(503);
    await project.stop();
    await vi.waitUntil(async () => (await call(url('/readyz'))).status === 503, { timeout: 10_000, interval: 100 });
    const replies = await Promise.all([playbook(), call(url('/readyz')), call(url('/healthz'))]);
    expect(replies.map(({ status }) => status)).toEqual([503, 503, 200]);
    expect(replies[0]?.at('detail')).toBe('The service is busy. Please try again in a moment.');
    expect(replies[0]?.text).not.toMatch(/ECONN|fetch|127\.0\.0\.1|supabase/i);
    project = await start(port);
    await vi.waitUntil(async () => (await call(url('/readyz'))).status === 200, { timeout: 10_000, interval: 100 });
  });

  it('serves two servers, which make one plan and do what is owed once', async () => {
    const others = await createServices(config, log);
    const other = await listen(createApp(others).callback(), config, log);
    const ports = [portOf(server), portOf(other)];
    const at = (port: number | undefined, path: string) => `http://127.0.0.1:${port}/api/v1/trainingplan${path}`;
    const token = await tokenOf(ada);
    const asked = await call(at(ports[0], '/initial-questions'), { token, body: { personal_info: personalInfo } });
    const body = {
      personal_info: personalInfo,
      initial_responses: responses,
      initial_questions: asked.at('data.questions'),
      user_profile_id: asked.at('data.user_profile_id'),
    };
    const generate = (port: number | undefined) => call(at(port, '/generate'), { token, body });
    const plans = await Promise.all([...ports, ...ports].map(generate));
    expect(plans.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(new Set(plans.map((reply) => reply.at('data.id'))).size).toBe(1);
    for (const port of ports) {
      await vi.waitUntil(
        async () => {
          const weeks = (await generate(port)).at('data.weekly_schedules');
          return Array.isArray(weeks) && weeks.length === 13;
        },
        { timeout: 10_000, interval: 1_000 },
      );
      const playbook = () => call(at(port, `/playbook/${ada}`), { token });
      await vi.waitUntil(async () => (await playbook()).at('data.playbook.total_lessons') === 4, { timeout: 10_000, interval: 200 });
    }
    other.closeAllConnections();
    other.close();
    await others.stop();
  });
});

describe('a project that does not know the user', () => {
  it('is believed, whatever we verified ourselves', async () => {
    const strict = await startEndpoint(embeddedDatabase);
    const keys = { SUPABASE_URL: strict.url, SUPABASE_ANON_KEY: strict.anonKey, SUPABASE_SERVICE_ROLE_KEY: strict.serviceKey };
    const mistaken = await createServices({ ...config, ...keys }, log);
    const listening = await listen(createApp(mistaken).callback(), config, log);
    // The endpoint trusts another issuer than its own address, which is the one we take its tokens to be from.
    const token = await signed({ sub: ada, role: 'authenticated' }, { issuer: `${strict.url}/auth/v1`, key: strict.key });
    const reply = await call(`http://127.0.0.1:${portOf(listening)}/api/v1/trainingplan/playbook/${ada}`, { token });
    expect([reply.status, reply.headers.get('www-authenticate')]).toEqual([401, 'Bearer realm="training-plan", error="invalid_token"']);
    listening.closeAllConnections();
    listening.close();
    await mistaken.stop();
    await strict.stop();
  });
});

describe('a project that is behind', () => {
  it('stops the start, and says what to run', async () => {
    const last = '20261123000200';
    const behind = await startEndpoint(() =>
      embeddedDatabase(`delete from supabase_migrations.schema_migrations where version = '${last}'`),
    );
    const late = await createServices(
      { ...config, SUPABASE_URL: behind.url, SUPABASE_ANON_KEY: behind.anonKey, SUPABASE_SERVICE_ROLE_KEY: behind.serviceKey },
      log,
    );
    await expect(requireCurrentSchema(late)).rejects.toThrow(
      /lacks 20261123000200_fill_week: run `DATABASE_URL=… npm run migrate -w server`/,
    );
    await late.stop();
    await behind.stop();
  });

  it('that was never migrated is behind by everything', async () => {
    const empty = await startEndpoint(() => embeddedDatabase('drop function public.applied_migrations'));
    const late = await createServices(
      { ...config, SUPABASE_URL: empty.url, SUPABASE_ANON_KEY: empty.anonKey, SUPABASE_SERVICE_ROLE_KEY: empty.serviceKey },
      log,
    );
    await expect(requireCurrentSchema(late)).rejects.toThrow(/20261101000000_tables, .*20261123000200_fill_week/);
    await late.stop();
    await empty.stop();
  });
});
