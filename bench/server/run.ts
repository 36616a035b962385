// What the hardening costs: node bench/server/run.ts. CPU per hot signed-in read against a bare node:http handler that answers with the same JSON; one run, ratios.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseEnv } from 'node:util';
import autocannon from 'autocannon';
import { z } from 'zod';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const rounds = 5;
const requests = 6_000;
const user = '00000000-0000-4000-8000-000000000001';
const path = `/api/v1/trainingplan/playbook/${user}`;
const folder = mkdtempSync(join(tmpdir(), 'launchgate-bench-'));

execFileSync(process.execPath, [here('../../server/embedded/prepare.ts'), folder]);
const token = execFileSync(process.execPath, [here('../../server/embedded/token.ts'), user, folder], { encoding: 'utf8' }).trim();
const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
const environment = {
  ...parseEnv(readFileSync(join(folder, 'embedded.env'), 'utf8')),
  PATH: process.env.PATH,
  PORT: '0',
  RATE_LIMIT_PER_MINUTE: '10000000',
};

interface Running {
  readonly name: string;
  readonly child: ChildProcess;
  readonly port: string;
}

const ours = await start('this server', [here('../../server/main.ts')], /"port":(\d+)[^\n]*"listening"/);
const others: Running[] = [];
try {
  await fill();
  const answer = await (await fetch(`http://127.0.0.1:${ours.port}${path}`, { headers })).text();
  const bare = await start('bare node:http', [here('bare.ts'), answer], /"port":(\d+)/);
  others.push(bare, await start('Koa and a router, nothing else', [here('koa.ts'), answer], /"port":(\d+)/));
  const contestants = [...others.slice(1), ours];
  const ratios = new Map(contestants.map(({ name }): [string, number[]] => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const each of contestants) {
      // The reference right before and after: what else the machine does weighs on both.
      const [before, its, after] = [await cpuMicroseconds(bare), await cpuMicroseconds(each), await cpuMicroseconds(bare)];
      ratios.get(each.name)?.push((2 * its) / (before + after));
    }
  }
  process.stdout.write(
    `${answer.length} bytes, ${rounds} rounds of ${requests}; Node ${process.version}\n\n| | CPU per request, bare = 1 | range | memory |\n|---|---|---|---|\n`,
  );
  for (const { name, child } of contestants) {
    const sorted = (ratios.get(name) ?? []).toSorted((a, b) => a - b);
    const figures = [sorted[Math.floor(sorted.length / 2)], sorted[0], sorted.at(-1)].map((each) => (each ?? Number.NaN).toFixed(2));
    process.stdout.write(`| ${name} | ${figures[0]} | ${figures[1]}–${figures[2]} | ${memoryMb(child)} MB |\n`);
  }
} finally {
  for (const { child } of [ours, ...others]) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
}

function start(name: string, args: readonly string[], ready: RegExp): Promise<Running> {
  const child = spawn(process.execPath, args, { env: environment, stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  return new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error(`${name} did not start`)));
    child.stdout.on('data', (chunk) => {
      if (said.length < 100_000) said += String(chunk);
      const port = ready.exec(said)?.[1];
      if (port !== undefined) resolve({ name, child, port });
    });
  });
}

/** A profile and a plan, so that there is a playbook to read. */
async function fill(): Promise<void> {
  const plan = `http://127.0.0.1:${ours.port}/api/v1/trainingplan`;
  const post = async (route: string, body: object) =>
    (await fetch(`${plan}${route}`, { method: 'POST', headers, body: JSON.stringify(body) })).json();
  const personal_info = {
    username: 'ada_l',
    age: 36,
    weight: 62,
    height: 168,
    gender: 'female',
    goal_description: 'I want to build muscle and feel strong again',
  };
  const asked = z.object({ data: z.object({ questions: z.array(z.unknown()), user_profile_id: z.number() }) });
  const { data } = asked.parse(await post('/initial-questions', { personal_info }));
  const { questions: initial_questions, user_profile_id } = data;
  await post('/generate', { personal_info, initial_questions, initial_responses: { training_days: 3 }, user_profile_id });
  for (const until = Date.now() + 20_000; Date.now() < until; await new Promise((resolve) => setTimeout(resolve, 200))) {
    if ((await (await fetch(`http://127.0.0.1:${ours.port}${path}`, { headers })).text()).includes('lesson_')) return;
  }
}

async function cpuMicroseconds({ name, child, port }: Running): Promise<number> {
  const load = (amount: number) => autocannon({ url: `http://127.0.0.1:${port}${path}`, connections: 32, amount, headers });
  await load(1_000);
  const before = cpuOf(child);
  const { non2xx, errors } = await load(requests);
  if (non2xx + errors > 0) throw new Error(`${name}: ${non2xx + errors} requests were not answered with 200`);
  return (cpuOf(child) - before) / requests;
}

/** User and system time so far, by the kernel's clock of 100 ticks a second. */
function cpuOf({ pid }: ChildProcess): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(' ');
  return (Number(fields[13]) + Number(fields[14])) * 10_000;
}

function memoryMb({ pid }: ChildProcess): number {
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1_024);
}
