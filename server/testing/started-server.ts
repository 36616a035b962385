// A server on a free port for tests: the real chain over an embedded project, with tokens of its own key.
import { createPrivateKey, type KeyObject } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import pino from 'pino';
import { createApp } from '../app.ts';
import { readConfig } from '../config/config.ts';
import { prepareEmbedded } from '../embedded/environment.ts';
import { listen, portOf } from '../listen.ts';
import { createServices, type Services } from '../services.ts';
import { copyTemplate } from './databases.ts';
import { ada, bob, signed } from './tokens.ts';

export interface StartedServer {
  readonly url: string;
  readonly port: number;
  readonly services: Services;
  readonly issuer: string;
  readonly key: KeyObject;
  readonly environment: Readonly<Record<string, string>>;
  token(user: string): Promise<string>;
  stop(): Promise<void>;
}
export { ada, bob, signed };

/** A complete embedded environment in a folder of its own. */
export async function embeddedEnvironment(): Promise<{ readonly folder: string; readonly environment: Readonly<Record<string, string>> }> {
  const folder = await mkdtemp(join(tmpdir(), 'training-plan-'));
  const { environmentFile } = await prepareEmbedded(folder);
  const entries = Object.entries(parseEnv(await readFile(environmentFile, 'utf8')));
  return { folder, environment: Object.fromEntries(entries.map(([name, value]) => [name, value ?? ''])) };
}

export async function startServer(more: Readonly<Record<string, string>> = {}): Promise<StartedServer> {
  const { folder, environment } = await embeddedEnvironment();
  const read = readConfig({ ...environment, PORT: '0', ...more });
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  if (!existsSync(join(folder, 'database'))) await copyTemplate(join(folder, 'database', 'postgres'));
  const services = await createServices(read.config, pino({ level: 'silent' }));
  const server = await listen(createApp(services).callback(), read.config, services.log);
  const key = createPrivateKey(await readFile(read.config.EMBEDDED_SIGNING_KEY_FILE ?? ''));
  const issuer = `${read.config.SUPABASE_URL}/auth/v1`;
  return {
    url: `http://127.0.0.1:${portOf(server)}`,
    port: portOf(server),
    services,
    issuer,
    key,
    environment,
    token: (user) => signed({ sub: user, role: 'authenticated' }, { issuer, key }),
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await services.stop();
      await rm(folder, { recursive: true });
    },
  };
}

export const personalInfo = {
  username: 'ada_l',
  age: 36,
  weight: 62,
  height: 168,
  gender: 'female',
  goal_description: 'I want to build muscle and feel strong again',
  experience_level: 'intermediate',
};
export const responses = {
  training_days: 4,
  session_minutes: 50,
  equipment: ['dumbbell', 'barbell'],
  injuries: { boolean: true, text: 'my left knee hurts on stairs' },
  endurance_sport: 'running',
};

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** What stands at a dotted path of the JSON body. */
  at(path: string): unknown;
}

/** Sends JSON (or a text as it stands) and reads the answer whole. */
export async function call(
  url: string,
  {
    token,
    body,
    headers = {},
    method = body === undefined ? 'GET' : 'POST',
  }: {
    readonly token?: string;
    readonly body?: unknown;
    readonly headers?: Readonly<Record<string, string>>;
    readonly method?: string;
  } = {},
): Promise<Reply> {
  const response = await fetch(url, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, at: (path) => inside(JSON.parse(text), path.split('.')) };
}

function inside(value: unknown, [first, ...rest]: readonly string[]): unknown {
  if (first === undefined) return value;
  return typeof value === 'object' && value !== null ? inside(Reflect.get(value, first), rest) : undefined;
}
