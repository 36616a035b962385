// Migrations that nobody touched are not parsed again; whatever they rest on is looked at.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { listFiles } from '../../../checks/evidence/code/files.ts';
import { gatherMigrations } from '../../../checks/evidence/migrations/gather.ts';
import type { MigrationsEvidence } from '../../../checks/model.ts';
import { migrationsCache } from './migrations-cache.ts';

let root = '';
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'launchgate-migrations-'));
  root = join(folder, 'service');
  mkdirSync(join(root, 'supabase/migrations'), { recursive: true });
  writeFileSync(join(root, 'supabase/config.toml'), '[db]\nmajor_version = 15\n');
  writeFileSync(join(root, 'supabase/migrations/20260101000000_plans.sql'), 'create table plans (id bigint primary key);\n');
  vi.stubEnv('XDG_CACHE_HOME', join(folder, 'cache'));
  vi.stubEnv('PATH', '');
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

const cache = () => migrationsCache(root, listFiles(root).all, false);
async function look(): Promise<MigrationsEvidence> {
  const { gathered, asked } = await gatherMigrations({ root, replay: false });
  if (!('found' in gathered)) throw new Error('nothing was found');
  cache().write(gathered.found, asked);
  return gathered.found;
}
const written = (): readonly string[] => {
  try {
    return readdirSync(join(folder, 'cache/launchgate/answers')).map((name) => join(folder, 'cache/launchgate/answers', name));
  } catch {
    return [];
  }
};

test('the same files are the same evidence', async () => {
  expect(cache().read()).toBeUndefined();
  const first = await look();
  expect(first.sets).toHaveLength(1);
  expect(cache().read()).toEqual(first);
});

test.each([
  ['a migration', 'supabase/migrations/20260101000000_plans.sql', 'drop table plans;\n'],
  ['one more', 'supabase/migrations/20260102000000_more.sql', 'create table weeks (id bigint);\n'],
  ['what states the version', 'supabase/config.toml', '[db]\nmajor_version = 17\n'],
])('%s that changes is looked at', async (_, path, text) => {
  await look();
  writeFileSync(join(root, path), text);
  expect(cache().read()).toBeUndefined();
  expect(cache().read()).not.toEqual(await look());
  expect(cache().read()).toBeDefined();
});

test('a file that is not whole is none', async () => {
  await look();
  for (const file of written()) writeFileSync(file, readFileSync(file, 'utf8').replace('plans', 'weeks'));
  expect(cache().read()).toBeUndefined();
  for (const file of written()) writeFileSync(file, 'no line');
  expect(cache().read()).toBeUndefined();
});

test('a run that replays asks another question, and one that failed asks again', async () => {
  const found = await look();
  const replaying = migrationsCache(root, listFiles(root).all, true);
  expect(replaying.read()).toBeUndefined();
  replaying.write(found, new Set());
  expect(replaying.read()).toBeUndefined();
});

test('no secret is kept', async () => {
  // Made here, so that no scanner takes it for one of ours.
  const secret = `sk-${'proj'}-${'Zq7'.repeat(12)}`;
  const found = await look();
  for (const file of written()) rmSync(file);
  cache().write({ ...found, sets: found.sets.map((set) => ({ ...set, heads: [secret] })) }, new Set());
  expect(written()).toEqual([]);
});

test('a linter that is installed is asked each time', async () => {
  await look();
  writeFileSync(join(folder, 'squawk'), '');
  vi.stubEnv('PATH', folder);
  expect(cache().read()).toBeUndefined();
});
