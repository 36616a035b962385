// Starts who is compared, each a process of its own on the first processor; who asks has the second.
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseEnv } from 'node:util';
import { z } from 'zod';
import type { Asked, Running } from './measure.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const pins = spawnSync('taskset', ['--version']).error === undefined;
const user = '00000000-0000-4000-8000-000000000001';
const PROJECT_PORT = '54398';
const started: ChildProcess[] = [];

export interface Field {
  readonly folder: string;
  readonly asked: Asked;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** An environment as in production: the Supabase project is another process, whose cost is not the server's. */
export function prepare(): Field {
  const folder = mkdtempSync(join(tmpdir(), 'launchgate-bench-'));
  execFileSync(process.execPath, [here('../../server/embedded/prepare.ts'), folder]);
  const file = join(folder, 'embedded.env');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/SUPABASE_URL=.*/, `SUPABASE_URL=http://127.0.0.1:${PROJECT_PORT}`));
  const token = execFileSync(process.execPath, [here('../../server/embedded/token.ts'), user, folder], { encoding: 'utf8' }).trim();
  const settings = parseEnv(readFileSync(file, 'utf8'));
  const environment = {
    ...settings,
    PATH: process.env.PATH,
    PORT: '0',
    RATE_LIMIT_PER_MINUTE: '10000000',
    BENCH_KEY_FILE: settings.EMBEDDED_SIGNING_KEY_FILE,
    BENCH_ISSUER: `${settings.SUPABASE_URL}/auth/v1`,
  };
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
  return { folder, environment, asked: { path: `/api/v1/trainingplan/playbook/${user}`, headers } };
}

export async function startOurs({ environment }: Field): Promise<Running> {
  await start('project', [process.execPath, here('../../server/embedded/project.ts')], environment, 1);
  return start('this server', [process.execPath, here('../../server/main.ts')], { ...environment, EMBEDDED: 'false' }, 0);
}

export const startBare = (answer: string, { environment }: Field): Promise<Running> =>
  start('bare node:http', [process.execPath, here('bare.ts'), answer], environment, 0);

/** The peers, and why one of them is not among them. */
export async function startPeers(
  answer: string,
  { environment }: Field,
): Promise<{ readonly peers: Running[]; readonly absent: string[] }> {
  if (!existsSync(here('../node_modules/fastify')))
    execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: here('..'), stdio: 'ignore' });
  const peers = [
    await start('Koa and a router, nothing else', [process.execPath, here('koa.ts'), answer], environment, 0),
    await start('Fastify, hardened alike', [process.execPath, here('with-fastify.mjs'), answer], environment, 0),
  ];
  const python = pythonWithPackages();
  if ('absent' in python) return { peers, absent: [python.absent] };
  peers.push(await start('FastAPI on uvicorn, hardened alike', [python.program, here('with-fastapi.py'), answer], environment, 0));
  return { peers, absent: [] };
}

function pythonWithPackages(): { readonly program: string } | { readonly absent: string } {
  const program = here('../.venv/bin/python');
  if (existsSync(program)) return { program };
  if (spawnSync('python3', ['-m', 'venv', here('../.venv')]).status !== 0) return { absent: 'FastAPI: there is no python3 with venv here' };
  const installed = spawnSync(program, ['-m', 'pip', 'install', '--quiet', '--requirement', here('requirements.txt')]);
  return installed.status === 0 ? { program } : { absent: 'FastAPI: its packages could not be installed' };
}

function start(name: string, command: readonly string[], env: Field['environment'], processor: number): Promise<Running> {
  const [program = '', ...args] = [...(pins ? ['taskset', '-c', String(processor)] : []), ...command];
  const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  started.push(child);
  let said = '';
  return new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error(`${name} did not start: ${said.slice(0, 500)}`)));
    child.stdout.on('data', (chunk) => {
      if (said.length < 100_000) said += String(chunk);
      const line = said
        .split('\n')
        .find((each) => /^\{.*"port": ?\d+.*\}$/.test(each) && (!each.includes('"message"') || each.includes('"listening"')));
      if (line !== undefined) resolve({ name, child, port: String(z.object({ port: z.number() }).parse(JSON.parse(line)).port) });
    });
  });
}

export function stopAll(): void {
  for (const child of started) child.kill('SIGKILL');
}

export const personalInfo = {
  username: 'ada_l',
  age: 36,
  weight: 62,
  height: 168,
  gender: 'female',
  goal_description: 'I want to build muscle and feel strong again',
};

/** A profile and a plan, so that there is a playbook to read; gives that. */
export async function fill({ port }: Running, { asked: { path, headers } }: Field): Promise<string> {
  const at = `http://127.0.0.1:${port}`;
  const post = async (route: string, body: object) =>
    (await fetch(`${at}/api/v1/trainingplan${route}`, { method: 'POST', headers, body: JSON.stringify(body) })).json();
  const personal_info = personalInfo;
  const questions = z.object({ data: z.object({ questions: z.array(z.unknown()), user_profile_id: z.number() }) });
  const { data } = questions.parse(await post('/initial-questions', { personal_info }));
  const { questions: initial_questions, user_profile_id } = data;
  await post('/generate', { personal_info, initial_questions, initial_responses: { training_days: 3 }, user_profile_id });
  for (const until = Date.now() + 60_000; Date.now() < until; await new Promise((resolve) => setTimeout(resolve, 200))) {
    const playbook = await (await fetch(at + path, { headers })).text();
    if (playbook.includes('lesson_')) return playbook;
  }
  throw new Error('there is no playbook to read');
}
