// The reference server's migrations: all of it is enforced, and each policy that is dropped in turn is missed.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { judgeDatabase } from '../../catalog/rls-enforced/database.ts';
import { judgeMigrations } from '../../catalog/rls-enforced/migrations.ts';
import type { Catalogue, DatabaseEvidence, MigrationSet } from '../../model.ts';
import { supabaseFoundation } from '../migrations/foundation.ts';
import { gatherMigrations } from '../migrations/gather.ts';
import { tryAccess } from './access/try.ts';
import { readCatalogue } from './catalogue/read.ts';
import { gatherDatabase } from './gather.ts';
import { noRealPostgres, realPostgres } from './testing/real.ts';

const root = join(import.meta.dirname, '../../../server');
const sql = readdirSync(join(root, 'migrations'))
  .filter((name) => name.endsWith('.sql'))
  .toSorted()
  .map((name) => readFileSync(join(root, 'migrations', name), 'utf8'));

let set: MigrationSet;
let expected: Catalogue;
beforeAll(async () => {
  const { gathered } = await gatherMigrations({ root, replay: true });
  if (!('found' in gathered) || gathered.found.sets[0] === undefined) throw new Error('the migrations of the server were not found');
  [set] = [gathered.found.sets[0]];
  if ('missing' in set.replayed) throw new Error(set.replayed.missing);
  expected = set.replayed.found.catalogue;
}, 120_000);

test('replayed in an embedded Postgres: everything is kept from others, and every table was tried', () => {
  const answer = judgeMigrations({ sets: [set] });
  expect(answer).toMatchObject({ verdict: 'pass' });
  if ('missing' in set.replayed || 'missing' in set.replayed.found.access) throw new Error('nothing was tried');
  const { tables } = set.replayed.found.access.found;
  expect(tables.filter(({ notTried }) => notTried !== undefined)).toEqual([]);
  const all = { select: true, insert: true, update: true, delete: true };
  const none = { select: false, insert: false, update: false, delete: false };
  expect(tables.find(({ table }) => table === 'public.user_profiles')).toEqual({
    table: 'public.user_profiles',
    owner: 'user_id',
    anon: none,
    own: { ...all, delete: false },
    others: none,
  });
  expect(tables.find(({ table }) => table === 'public.daily_training')).toMatchObject({ anon: none, own: all, others: none });
  expect(tables.find(({ table }) => table === 'public.jobs')).toMatchObject({ anon: none, own: none, others: none });
});

describe.skipIf(noRealPostgres !== undefined)(`on a real PostgreSQL ${noRealPostgres ?? ''}`, { timeout: 60_000 }, () => {
  const real = realPostgres();
  let connection: Awaited<ReturnType<typeof real.connect>>;
  let url: string;
  beforeAll(async () => {
    url = await real.database(`${supabaseFoundation}reset search_path;${sql.join(';\n')}`);
    connection = await real.connect(url);
  });
  const judged = async () => {
    const { catalogue } = await readCatalogue(connection.ask);
    const server = { version: 150000, user: 'u', superuser: false, encrypted: true, bytes: 1, encoding: 'UTF8', inRecovery: false };
    const missing = { missing: '' } as const;
    const evidence: DatabaseEvidence = {
      name: 'db',
      server,
      catalogue,
      expected: { found: expected },
      access: missing,
      histories: missing,
      statements: missing,
      connections: missing,
      notSeen: [],
    };
    return judgeDatabase(evidence);
  };

  test('the live catalogue has what the migrations say, and each policy that is dropped is missed', async () => {
    expect(await judged()).toMatchObject({ verdict: 'pass' });
    expect(expected.policies.length).toBeGreaterThan(7);
    for (const { schema, table, name } of expected.policies) {
      await connection.run(`begin; drop policy "${name}" on "${schema}"."${table}"`);
      const answer = await judged();
      await connection.run('rollback');
      expect(answer).toMatchObject({
        verdict: 'fail',
        findings: expect.arrayContaining([
          {
            message: expect.stringContaining(`policy "${name}" on ${schema}.${table} is in the migrations and not`),
            place: { kind: 'database', database: 'db', object: `${schema}.${table}/${name}` },
          },
        ]),
      });
    }
    expect(await judged()).toMatchObject({ verdict: 'pass' });
  });

  test('a policy that lets others in is found out by trying', async () => {
    const access = async () => {
      const { catalogue } = await readCatalogue(connection.ask);
      if ('missing' in catalogue) throw new Error(catalogue.missing);
      const tried = await tryAccess(connection.ask, catalogue.found);
      if ('missing' in tried) throw new Error(tried.missing);
      return tried.found.tables.find(({ table }) => table === 'public.training_plans');
    };
    const before = await access();
    expect(before).toMatchObject({
      own: { select: true, update: true },
      others: { select: false, insert: false, update: false, delete: false },
    });
    await connection.run('create policy helpful on public.training_plans for update to authenticated using (auth.uid() is not null)');
    const leaky = await access();
    await connection.run('create policy seen on public.training_plans for select to authenticated using (length(title) >= 0)');
    const leakier = await access();
    await connection.run('drop policy helpful on public.training_plans; drop policy seen on public.training_plans');
    expect(leaky).toMatchObject({ others: { update: true } });
    expect(leakier).toMatchObject({ others: { select: true, update: true } });
    expect(await access()).toEqual(before);
  });

  test('what there is no time for is said of each table', async () => {
    const { catalogue } = await readCatalogue(connection.ask);
    if ('missing' in catalogue) throw new Error(catalogue.missing);
    const tried = await tryAccess(connection.ask, catalogue.found, 0);
    const granted = 'found' in tried ? tried.found.tables.filter(({ notTried }) => notTried !== undefined) : [];
    expect(granted.length).toBeGreaterThan(3);
    expect(granted.every(({ notTried }) => notTried?.endsWith('tables ran out'))).toBe(true);
  });

  test('a copy of the live schema is tried, without its rows', async () => {
    await connection.run('create policy helpful on public.training_plans for all to authenticated using (length(title) >= 0)');
    const gathered = await gatherDatabase({ url, sets: { found: [] }, expected: { missing: 'not asked' }, tryAccess: true });
    await connection.run('drop policy helpful on public.training_plans');
    if ('missing' in gathered) throw new Error(gathered.missing);
    const { access } = gathered.found;
    if ('missing' in access) throw new Error(access.missing);
    const deeds = { insert: true, update: true, delete: false, select: true };
    expect(access.found.tables.find(({ table }) => table === 'public.training_plans')).toMatchObject({ own: deeds, others: deeds });
    const answer = judgeDatabase(gathered.found);
    const said = 'findings' in answer ? answer.findings.map(({ message }) => message) : [];
    // What hangs on a plan is open with it.
    for (const table of [
      'training_plans (user_profile_id)',
      'weekly_schedules (training_plan_id)',
      'endurance_session (daily_training_id)',
    ]) {
      expect(said).toContain(`a user could add, change a row of another in public.${table}, tried on a scratch copy`);
    }
  }, 120_000);
});
