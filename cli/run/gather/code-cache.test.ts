// The same files give the same answers without being read into facts again; whatever changed is looked at anew.
import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { audit } from '../../../checks/audit.ts';
import { catalog } from '../../../checks/catalog/index.ts';
import { launchgate } from '../../testing/launchgate.ts';
import { knownCode } from './code.ts';

const checks = catalog.filter(({ judge }) => judge.code !== undefined);
// Made here, so that no scanner takes it for one of ours.
const secret = `sk-${'proj'}-${'Zq7'.repeat(12)}`;
const leaky = `import Koa from 'koa';
const app = new Koa();
const apiKey = '${secret}';
app.use((ctx) => { ctx.set('Access-Control-Allow-Origin', '*'); console.log(apiKey.length); ctx.body = process.env.GREETING; });
app.listen(3000);
`;
let folder = '';
let root = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'launchgate-cache-'));
  root = join(folder, 'service');
  mkdirSync(join(root, 'src'), { recursive: true });
  writeFileSync(join(root, 'package.json'), '{"name":"service","dependencies":{"koa":"3.0.0"}}');
  writeFileSync(join(root, 'src/main.ts'), leaky);
  vi.stubEnv('XDG_CACHE_HOME', join(folder, 'cache'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

const nothing = { missing: 'not asked', notAsked: true } as const;
const others = { environment: nothing, boot: nothing, load: nothing, migrations: nothing, database: nothing, backup: nothing };

/** One run: what it answered, and for how many checks the answer was there already. */
async function run() {
  const { gathered, answered, keep, frame } = await knownCode(root, checks, { cached: true });
  const known = checks.filter((check) => answered(check) !== undefined).length;
  const results = audit(checks, { ...others, code: gathered, http: () => nothing, answered });
  keep(
    results.flatMap(({ check, answers }) => answers.filter(({ evidence }) => evidence === 'code').map((witness) => ({ check, witness }))),
  );
  const found = 'found' in gathered ? { coverage: gathered.found.coverage, secrets: gathered.found.secrets } : undefined;
  const answers = results.map(({ check, verdict, answers: each }) => ({ id: check.id, verdict, each }));
  return {
    known,
    told: JSON.parse(JSON.stringify({ answers, found, units: frame.units(), entry: frame.entry(), expected: frame.expected() })),
  };
}

const cached = (): readonly string[] => {
  const place = join(folder, 'cache/launchgate/answers');
  return readdirSync(place).map((name) => join(place, name));
};

test('a second run answers the same, from what was kept', async () => {
  const first = await run();
  expect(first.known).toBe(0);
  expect(first.told.answers).toContainEqual(expect.objectContaining({ id: 'cors-restricted', verdict: 'fail' }));
  const second = await run();
  expect(second.known).toBe(checks.length);
  expect(second.told).toEqual(first.told);
});

test('a changed, a new or a removed file is looked at', async () => {
  await run();
  writeFileSync(join(root, 'src/main.ts'), leaky.replace("'*'", "'https://app.example'"));
  const changed = await run();
  expect(changed.known).toBe(0);
  expect(changed.told.answers).not.toContainEqual(expect.objectContaining({ id: 'cors-restricted', verdict: 'fail' }));
  writeFileSync(join(root, 'src/other.ts'), 'export {};');
  expect((await run()).known).toBe(0);
  rmSync(join(root, 'src/other.ts'));
  expect((await run()).known).toBe(0);
  expect((await run()).known).toBe(checks.length);
});

test('other checks are other questions', async () => {
  await run();
  const { answered } = await knownCode(root, checks.slice(0, 3), { cached: true });
  expect(checks.some((check) => answered(check) !== undefined)).toBe(false);
});

test('a cache that is broken is made again', async () => {
  const first = await run();
  for (const file of cached()) appendFileSync(file, '}');
  expect(await run()).toEqual(first);
  for (const file of cached()) writeFileSync(file, '{"answers":{}}');
  expect(await run()).toEqual(first);
  expect((await run()).known).toBe(checks.length);
});

test('no secret is kept', async () => {
  await run();
  expect(cached()).toHaveLength(1);
  for (const file of cached()) expect(readFileSync(file, 'utf8')).not.toContain(secret.slice(8, 20));
});

test('the command line tells the same with and without it', async () => {
  const args = ['audit', root, '--no-config', '--json', '--quiet'];
  const env = { XDG_CACHE_HOME: join(folder, 'cache'), LAUNCHGATE_NO_CACHE: '' };
  const report = async (...more: readonly string[]) => {
    const { stdout } = await launchgate([...args, ...more], { cwd: folder, env });
    const { startedAt: _, durationMs: __, ...told } = JSON.parse(stdout);
    return told;
  };
  const first = await report();
  expect(cached()).toHaveLength(1);
  expect(await report()).toEqual(first);
  expect(await report('--no-cache')).toEqual(first);
});
