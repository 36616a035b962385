// What a database that is gone for half a minute costs: node bench/server/outage.ts [--seconds 30]. Users make plans the whole
// time; the database is killed in the middle of it, and comes back. Nothing that was acknowledged may be lost, and no answer may tell why it failed.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs, parseEnv } from 'node:util';
import { importPKCS8, SignJWT } from 'jose';
import { z } from 'zod';
import { personalInfo } from './contestants.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const { values } = parseArgs({ options: { seconds: { type: 'string', default: '30' } } });
const awayMs = Number(values.seconds) * 1_000;
const BEFORE_MS = 10_000;
const AFTER_MS = 20_000;
const EVERY_MS = 400;
const PORT = 54_396;
const SPARE_USERS = 60;

const folder = mkdtempSync(join(tmpdir(), 'launchgate-outage-'));
execFileSync(process.execPath, [here('../../server/embedded/prepare.ts'), folder]);
const file = join(folder, 'embedded.env');
writeFileSync(file, readFileSync(file, 'utf8').replace(/SUPABASE_URL=.*/, `SUPABASE_URL=http://127.0.0.1:${PORT}`));
const env: Readonly<Record<string, string | undefined>> = {
  ...parseEnv(readFileSync(file, 'utf8')),
  PATH: process.env.PATH,
  PORT: '0',
  RATE_LIMIT_PER_MINUTE: '1000000',
  COSTLY_RATE_LIMIT_PER_MINUTE: '1000000',
};
const children: ChildProcess[] = [];

function start(
  script: string,
  extra: Readonly<Record<string, string>> = {},
): Promise<{ readonly child: ChildProcess; readonly port: number }> {
  const child = spawn(process.execPath, [here(script)], { env: { ...env, ...extra }, stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  return new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error(`${script} ended`)));
    child.stdout.on('data', (chunk) => {
      const port = /"port":(\d+)[^\n]*"listening"/.exec(String(chunk))?.[1];
      if (port !== undefined) resolve({ child, port: Number(port) });
    });
  });
}

const personal_info = personalInfo;
const asked = z.object({ data: z.object({ questions: z.array(z.unknown()), user_profile_id: z.number() }) });
const planned = z.object({ data: z.looseObject({ id: z.number() }) });
const statuses = new Map<string, number>();
const telling: string[] = [];
/** The plan that each user was told to have. */
const acknowledged = new Map<string, number>();

async function post(port: number, user: string, route: string, body: object): Promise<unknown> {
  const token = tokens.get(user) ?? '';
  const response = await fetch(`http://127.0.0.1:${port}/api/v1/trainingplan${route}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  const key = `${phase} ${response.status}`;
  statuses.set(key, (statuses.get(key) ?? 0) + 1);
  if (response.status >= 500 && /ECONN|fetch failed|127\.0\.0\.1|supabase|postgres| at .+\.ts/i.test(text))
    telling.push(text.slice(0, 200));
  return response.ok ? JSON.parse(text) : undefined;
}

async function journey(port: number, user: string): Promise<number | undefined> {
  const first = asked.safeParse(await post(port, user, '/initial-questions', { personal_info }));
  if (!first.success) return undefined;
  const { questions: initial_questions, user_profile_id } = first.data.data;
  const made = planned.safeParse(
    await post(port, user, '/generate', { personal_info, initial_questions, initial_responses: { training_days: 3 }, user_profile_id }),
  );
  return made.success ? made.data.data.id : undefined;
}

const tokens = new Map<string, string>();
let phase = 'before';
try {
  const project = await start('../../server/embedded/project.ts');
  const server = await start('../../server/main.ts', { EMBEDDED: 'false' });
  const total = Math.ceil((BEFORE_MS + awayMs + AFTER_MS) / EVERY_MS) + SPARE_USERS;
  const key = await importPKCS8(readFileSync(env.EMBEDDED_SIGNING_KEY_FILE ?? '', 'utf8'), 'ES256');
  for (let n = 0; n < total; n += 1) {
    const user = randomUUID();
    const claims = new SignJWT({ role: 'authenticated' })
      .setProtectedHeader({ alg: 'ES256' })
      .setSubject(user)
      .setAudience('authenticated');
    tokens.set(user, await claims.setIssuer(`${env.SUPABASE_URL}/auth/v1`).setIssuedAt().setExpirationTime('1h').sign(key));
  }
  const users = [...tokens.keys()];
  const under: Promise<void>[] = [];
  const work = async (forMs: number) => {
    for (const until = Date.now() + forMs; Date.now() < until; await sleep(EVERY_MS)) {
      const user = users.pop();
      if (user === undefined) continue;
      under.push(journey(server.port, user).then((plan) => void (plan === undefined || acknowledged.set(user, plan))));
    }
  };
  await work(BEFORE_MS);
  project.child.removeAllListeners('exit');
  project.child.kill('SIGKILL');
  phase = 'away';
  await work(awayMs);
  const alive = (await fetch(`http://127.0.0.1:${server.port}/healthz`)).status;
  await start('../../server/embedded/project.ts');
  const backAt = Date.now();
  phase = 'after';
  let readyAfterMs = Number.NaN;
  const ready = (async () => {
    while ((await fetch(`http://127.0.0.1:${server.port}/readyz`)).status !== 200) await sleep(50);
    readyAfterMs = Date.now() - backAt;
  })();
  await work(AFTER_MS);
  await Promise.all([...under, ready]);
  let lost = 0;
  phase = 'asked again';
  for (const [user, plan] of acknowledged) if ((await journey(server.port, user)) !== plan) lost += 1;
  console.log(
    `database killed (SIGKILL) for ${awayMs / 1_000} s; the server said ${alive} on /healthz meanwhile and was ready ${readyAfterMs} ms after it was back`,
  );
  for (const [what, times] of [...statuses].toSorted()) console.log(`  ${what}: ${times} answers`);
  console.log(`${acknowledged.size} plans were acknowledged, ${lost} of them lost; ${telling.length} answers of 5xx tell why`);
  process.exitCode = lost + telling.length === 0 ? 0 : 1;
} finally {
  for (const child of children) child.removeAllListeners('exit').kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
}
