// Takes each control of the reference server away in turn, starts what is left, and looks which live checks notice: node bench/controls/run.ts [word…]
import { spawn } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parse } from 'dotenv';
import { z } from 'zod';
import { catalog } from '../../checks/catalog/index.ts';
import { gatherCode } from '../../checks/evidence/code/gather.ts';
import { gatherHttp } from '../../checks/evidence/http/gather.ts';
import type { KnownRoute } from '../../checks/evidence/http/options.ts';
import { type Control, controls } from './controls.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const checks = catalog.filter((check) => check.judge.http !== undefined);
const words = process.argv.slice(2);
const wanted = controls.filter(
  ({ control, check }) => words.length === 0 || words.some((word) => control.includes(word) || check === word),
);
const user = '00000000-0000-4000-8000-000000000001';

const scratch = await mkdtemp(join(tmpdir(), 'launchgate-controls-'));
try {
  process.exitCode = await run();
} finally {
  await rm(scratch, { recursive: true, force: true });
}

async function run(): Promise<number> {
  await symlink(join(root, 'node_modules'), join(scratch, 'node_modules'));
  const server = join(scratch, 'server');
  await cp(join(root, 'server'), server, { recursive: true, filter: (path) => !/[/\\](?:data|node_modules)$/.test(path) });
  const settings = await prepared(server);
  const routes = routesIn(server);
  const whole = await notPassing(server, settings, routes);
  process.stdout.write(
    `With every control: ${whole.length === 0 ? 'all pass' : told(whole)}\n\n| control | taken from | check | noticed by | caught |\n|---|---|---|---|---|\n`,
  );
  let missed = 0;
  for (const control of wanted) {
    const { verdict, noticed } = await without(control, server, settings, routes, whole);
    if (verdict !== 'yes') missed += 1;
    process.stdout.write(`| ${control.control} | ${control.file} | ${control.check} | ${noticed} | ${verdict} |\n`);
  }
  process.stdout.write(`\n${wanted.length - missed} of ${wanted.length} caught by their check alone\n`);
  return missed === 0 ? 0 : 1;
}

interface Settings {
  readonly environment: Readonly<Record<string, string>>;
  readonly signingKey: string;
}
interface Noticed {
  readonly id: string;
  readonly verdict: string;
  readonly what: string;
}
const told = (all: readonly Noticed[]): string => all.map(({ id, verdict, what }) => `${id} (${verdict}): ${what}`).join('; ');

async function without(control: Control, server: string, settings: Settings, routes: readonly KnownRoute[], whole: readonly Noticed[]) {
  const restore = await takenAway(server, [control, ...(control.behind === undefined ? [] : [control.behind])]);
  if (restore === undefined) return { verdict: '**the line is not there**', noticed: '–' };
  try {
    const before = new Set(whole.map(({ id }) => id));
    const noticed = (await notPassing(server, settings, routes)).filter(({ id }) => !before.has(id));
    const ids = noticed.map(({ id }) => id);
    const right = noticed.some(({ id, verdict }) => id === control.check && (verdict === 'fail' || control.unproven === true));
    const others = ids.filter((id) => id !== control.check && control.also?.includes(id) !== true);
    return {
      verdict: right && others.length === 0 ? 'yes' : right ? `**others too: ${others.join(', ')}**` : '**no**',
      noticed: ids.join(', ') || 'nothing',
    };
  } catch (error) {
    return { verdict: `**it could not be tried: ${error instanceof Error ? error.message : 'unknown'}**`, noticed: '–' };
  } finally {
    await restore();
  }
}

/** Takes lines out of files; gives what puts them back, or undefined where one of them does not stand there exactly once. */
async function takenAway(
  server: string,
  lines: readonly Pick<Control, 'file' | 'line' | 'without'>[],
): Promise<(() => Promise<void>) | undefined> {
  const texts = await Promise.all(lines.map(async (each) => ({ ...each, text: await readFile(join(server, each.file), 'utf8') })));
  if (texts.some(({ text, line }) => text.split(line).length !== 2)) return undefined;
  for (const { file, text, line, without: rest } of texts)
    await writeFile(
      join(server, file),
      text.replace(line, () => rest),
    );
  return async () => {
    for (const { file, text } of texts) await writeFile(join(server, file), text);
  };
}

/** Every live check that does not pass on the server as it stands in the folder. */
async function notPassing(
  server: string,
  { environment, signingKey }: Settings,
  routes: readonly KnownRoute[],
): Promise<readonly Noticed[]> {
  const port = await freePort();
  const limits = { REQUEST_TIMEOUT_MS: '8000', HEADERS_TIMEOUT_MS: '2000', KEEP_ALIVE_TIMEOUT_MS: '2000', RATE_LIMIT_PER_MINUTE: '310' };
  const child = spawn(process.execPath, ['main.ts'], {
    cwd: server,
    env: { PATH: process.env.PATH, ...environment, ...limits, PORT: String(port), HOST: '127.0.0.1' },
    stdio: 'ignore',
  });
  try {
    const url = `http://127.0.0.1:${port}`;
    await ready(`${url}/healthz`, () => child.exitCode);
    const issuer = `${environment.SUPABASE_URL ?? ''}/auth/v1`;
    const route = { method: 'GET', path: `/api/v1/trainingplan/playbook/${user}` };
    const gathered = await gatherHttp({
      baseUrl: url,
      probes: Object.fromEntries(checks.map((check) => [check.id, check.probes ?? {}])),
      routes,
      knownSecrets: new Map(Object.entries(environment).filter(([name]) => /KEY|SECRET/.test(name) && !/ANON|FILE/.test(name))),
      config: {
        signingKey,
        issuer,
        audience: 'authenticated',
        subject: user,
        allowedOrigins: ['http://localhost:8081'],
        routes: { protected: route, owned: route },
        limits: { headersMs: 3_000, bodyMs: 9_000, idleMs: 3_000 },
        ratePerSecond: 200,
      },
    });
    if ('missing' in gathered) throw new Error(gathered.missing);
    return checks.flatMap((check) => {
      const answer = check.judge.http?.(gathered.found.evidenceFor(check.id));
      if (answer === undefined || answer.verdict === 'pass') return [];
      return [{ id: check.id, verdict: answer.verdict, what: 'because' in answer ? answer.because : answer.findings[0].message }];
    });
  } finally {
    child.kill('SIGKILL');
    await new Promise((resolve) =>
      child.exitCode !== null || child.signalCode !== null ? resolve(undefined) : child.once('exit', resolve),
    );
  }
}

async function ready(url: string, exitCode: () => number | null): Promise<void> {
  for (let tries = 0; tries < 900; tries += 1) {
    if (exitCode() !== null) throw new Error(`the server ended with code ${exitCode()}`);
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok === true) return;
    await sleep(100);
  }
  throw new Error('the server did not start within 90 s');
}

async function prepared(server: string): Promise<Settings> {
  const child = spawn(process.execPath, ['embedded/prepare.ts', join(scratch, 'data')], {
    cwd: server,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  for await (const chunk of child.stdout) text += chunk;
  const { environmentFile, signingKeyFile } = z.object({ environmentFile: z.string(), signingKeyFile: z.string() }).parse(JSON.parse(text));
  return { environment: parse(await readFile(environmentFile, 'utf8')), signingKey: await readFile(signingKeyFile, 'utf8') };
}

function routesIn(folder: string): readonly KnownRoute[] {
  const code = gatherCode({ root: folder, mentions: [] });
  if ('missing' in code) throw new Error(code.missing);
  const routes = code.found.evidence.units
    .flatMap((unit) => unit.routes)
    .filter(({ path, method }) => !path.includes('?') && method !== '*');
  return routes.map(({ method, path }) => ({ method, path, protectedGuess: path.includes('/trainingplan/') }));
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (typeof address === 'object' && address !== null ? resolve(address.port) : reject(new Error('no free port'))));
    });
  });
}
