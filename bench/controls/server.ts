// Copies of the reference server, which lines are taken out of, and which are started and audited like any target.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { cp, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parse } from 'dotenv';
import { z } from 'zod';
import type { Control, Line } from './control.ts';
import { personalInfo, planned } from './planned.ts';
import { type Report, reportSchema } from './report.ts';

export const root = fileURLToPath(new URL('../..', import.meta.url));
const main = join(root, 'cli', 'main.ts');
export const auth = {
  issuer: 'https://embeddedtrainingplan.supabase.co/auth/v1',
  audience: 'authenticated',
  subject: '00000000-0000-4000-8000-000000000001',
};
const playbook = `GET /api/v1/trainingplan/playbook/${auth.subject}`;
export const routes = {
  protected: playbook,
  owned: playbook,
  health: '/api/v1/health',
  metrics: '/metrics',
  openapi: '/openapi.json',
  jsonPost: { path: '/api/v1/trainingplan/initial-questions', body: { personal_info: personalInfo } },
};

export interface Copy {
  readonly folder: string;
  readonly server: string;
  readonly environmentFile: string;
  readonly signingKeyFile: string;
}

/** A whole copy of `server/` in the folder, with an embedded database of its own. */
export async function copyServer(folder: string): Promise<Copy> {
  await mkdir(folder, { recursive: true });
  // Where no repository is, nobody can say that its secrets are not committed.
  execFileSync('git', ['init', '--quiet', folder]);
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  const server = join(folder, 'server');
  await cp(join(root, 'server'), server, { recursive: true, filter: (path) => !/[/\\](?:data|node_modules)$/.test(path) });
  const made = await outputOf(['embedded/prepare.ts', join(folder, 'data')], server, process.env);
  const files = z.object({ environmentFile: z.string(), signingKeyFile: z.string() }).parse(JSON.parse(made));
  return { folder, server, ...files };
}

/** Takes lines out of files; gives what puts them back, or undefined where one of them does not stand there exactly once. */
export async function takeAway({ server }: Copy, lines: readonly Line[]): Promise<(() => Promise<void>) | undefined> {
  const before = new Map<string, string>();
  for (const { file } of lines) before.set(file, before.get(file) ?? (await readFile(join(server, file), 'utf8')));
  const after = new Map(before);
  for (const { file, line, without } of lines) {
    const text = after.get(file) ?? '';
    if (text.split(line).length !== 2) return undefined;
    after.set(
      file,
      text.replace(line, () => without),
    );
  }
  const write = async (texts: ReadonlyMap<string, string>): Promise<void> => {
    for (const [file, text] of texts) await writeFile(join(server, file), text);
  };
  await write(after);
  return () => write(before);
}

// Short, so that a slow client takes seconds; the rate limit leaves room for every probe before the burst.
const limits = { REQUEST_TIMEOUT_MS: '8000', HEADERS_TIMEOUT_MS: '2000', KEEP_ALIVE_TIMEOUT_MS: '2000', RATE_LIMIT_PER_MINUTE: '330' };

export interface RunningServer {
  readonly url: string;
  readonly pid: number;
  stop(): Promise<void>;
}

/** Starts the server as it stands in the folder; `more` is set over its environment. */
export async function startCopy(copy: Copy, more: Readonly<Record<string, string>>): Promise<RunningServer> {
  const port = await freePort();
  const environment = parse(await readFile(copy.environmentFile, 'utf8'));
  const child = spawn(process.execPath, ['main.ts'], {
    cwd: copy.server,
    env: { PATH: process.env.PATH, ...environment, ...more, PORT: String(port), HOST: '127.0.0.1' },
    stdio: 'ignore',
  });
  const stop = async (): Promise<void> => {
    child.kill('SIGKILL');
    await new Promise((resolve) => (child.exitCode !== null || child.signalCode !== null ? resolve(null) : child.once('exit', resolve)));
  };
  const url = `http://127.0.0.1:${port}`;
  try {
    await ready(`${url}/healthz`, child);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, pid: child.pid ?? 0, stop };
}

/** Code and answers of the server as it stands in the folder, judged by these checks. */
export async function auditRunning(copy: Copy, checks: readonly string[], control?: Control): Promise<Report> {
  const { url, stop } = await startCopy(copy, limits);
  try {
    const weeks = control?.eachWeek === true ? { jsonPost: await planned(url, { keyFile: copy.signingKeyFile, ...auth }) } : {};
    const config = {
      routes: { ...routes, ...weeks },
      limits: { headersMs: 3_000, bodyMs: 9_000, idleMs: 3_000 },
      requests: { perSecond: 200, timeoutMs: 30_000, budget: 600 },
    };
    return await audit(copy, ['--url', url, '--env-file', copy.environmentFile], checks, config);
  } finally {
    await stop();
  }
}

/** Code of the server, and what it shows when it is started, drilled and stopped. */
export async function auditStarting(copy: Copy, checks: readonly string[]): Promise<Report> {
  const port = await freePort();
  const own = join(copy.folder, 'own.env');
  await writeFile(own, `PORT=${port}\nHOST=127.0.0.1\n`);
  const start = ['--start', `"${process.execPath}" main.ts`, '--wait-for', `http://127.0.0.1:${port}/`, '--wait-timeout', '120s'];
  const { drills } = z
    .object({ drills: z.record(z.string(), z.unknown()) })
    .parse(JSON.parse(await readFile(join(copy.server, 'launchgate.config.json'), 'utf8')));
  return audit(copy, [...start, '--env-file', copy.environmentFile, '--env-file', own], checks, { drills });
}

async function audit(copy: Copy, flags: readonly string[], checks: readonly string[], more: object): Promise<Report> {
  const config = {
    allowedOrigins: ['http://localhost:8081'],
    auth: { signingKeyFile: copy.signingKeyFile, ...auth },
    routes,
    ...more,
  };
  const file = join(copy.folder, 'launchgate.config.json');
  await writeFile(file, JSON.stringify(config));
  const given = [
    'audit',
    copy.server,
    '--config',
    file,
    '--only',
    checks.join(','),
    '--gate',
    'post-launch',
    '--json',
    '--quiet',
    '--exit-zero',
  ];
  return reportSchema.parse(JSON.parse(await outputOf([main, ...given, ...flags], copy.folder, { PATH: process.env.PATH })));
}

async function outputOf(args: readonly string[], cwd: string, env: NodeJS.ProcessEnv): Promise<string> {
  const child = spawn(process.execPath, args, { cwd, env, stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  for await (const chunk of child.stdout) text += chunk;
  return text;
}

async function ready(url: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 3_000; tries += 1) {
    if (child.exitCode !== null) throw new Error(`the server ended with code ${child.exitCode}`);
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok === true) return;
    await sleep(100);
  }
  throw new Error('the server did not start within 300 s');
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (typeof address === 'object' && address !== null ? resolve(address.port) : reject(new Error('no free port'))));
    });
  });
}
