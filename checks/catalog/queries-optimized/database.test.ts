// Each fault on a real PostgreSQL: none before it is planted, itself when it is, none when it is repaired.
import { beforeAll, describe, expect, test } from 'vitest';
import { readCatalogue } from '../../evidence/database/catalogue/read.ts';
import { noRealPostgres, realPostgres } from '../../evidence/database/testing/real.ts';
import type { Answer, Catalogue, DatabaseEvidence, Relation } from '../../model.ts';
import { judgeDatabase } from './database.ts';

const server = {
  version: 150000,
  user: 'u',
  superuser: false,
  encrypted: true,
  bytes: 1,
  encoding: 'UTF8',
  statisticsDays: 30,
  inRecovery: false,
};
const evidenceWith = (catalogue: Catalogue, more: Partial<DatabaseEvidence> = {}): DatabaseEvidence => ({
  name: 'db/app',
  server,
  catalogue: { found: catalogue },
  expected: { missing: '' },
  access: { missing: '' },
  histories: { missing: '' },
  statements: { found: [] },
  connections: { missing: '' },
  notSeen: [],
  ...more,
});
const objectsOf = (answer: Answer): readonly string[] =>
  answer.verdict === 'fail' ? answer.findings.map(({ place }) => (place.kind === 'database' ? place.object : '')) : [];

const notesOf = (answer: Answer): readonly string[] =>
  answer.verdict === 'pass' ? answer.findings.slice(1).map(({ message }) => message) : [answer.verdict];

describe.skipIf(noRealPostgres !== undefined)(`planted and repaired ${noRealPostgres ?? ''}`, { timeout: 60_000 }, () => {
  const real = realPostgres();
  let connection: Awaited<ReturnType<typeof real.connect>>;
  beforeAll(async () => {
    const sql = `create table users (id int primary key); create table plans (id int primary key, user_id int references users, title text);
      create index plans_user on plans (user_id);
      create schema auth; create function auth.uid() returns uuid language sql stable as $$ select current_setting('app.user', true)::uuid $$;
      create table entries (id int primary key, owner uuid, shared boolean); alter table entries enable row level security;
      insert into entries select n, gen_random_uuid(), false from generate_series(1, 10001) n; analyze entries;
      create table few (id int primary key, owner uuid); alter table few enable row level security;
      create policy own on few using (owner = auth.uid());
      create policy own on entries using (owner = (select auth.uid())) with check (owner = auth.uid());`;
    connection = await real.connect(await real.database(sql));
  });
  const answerNow = async (): Promise<Answer> => {
    const { catalogue } = await readCatalogue(connection.ask);
    if ('missing' in catalogue) throw new Error(catalogue.missing);
    return judgeDatabase(evidenceWith(catalogue.found));
  };
  const faultsNow = async (): Promise<readonly string[]> => objectsOf(await answerNow());

  test.each([
    ['unindexed_foreign_keys (0001)', 'drop index plans_user', 'table public.plans', 'create index plans_user on plans (user_id)'],
    [
      'unindexed_foreign_keys (0001), by an index that begins with another column',
      'drop index plans_user; create index other on plans (title, user_id)',
      'table public.plans',
      'create index plans_user on plans (user_id, title)',
    ],
    [
      'unindexed_foreign_keys (0001), by an index of some rows',
      'drop index plans_user; create index partial_ on plans (user_id) where title is null',
      'table public.plans',
      'create index plans_user on plans (user_id)',
    ],
    ['duplicate_index (0009)', 'create index again on plans using btree (user_id)', 'index public.plans_user', 'drop index again'],
    ['duplicate_index (0009), beside a constraint', 'create unique index again on plans (id)', 'index public.again', 'drop index again'],
    [
      'an index whose build broke off',
      "create index broken on plans (title); update pg_index set indisvalid = false where indexrelid = 'broken'::regclass",
      'index public.broken',
      'drop index broken',
    ],
    [
      'auth_rls_initplan (0003)',
      'alter policy own on entries using (owner = auth.uid())',
      'policy public.entries/own',
      'alter policy own on entries using (owner = (select auth.uid()))',
    ],
    [
      'auth_rls_initplan (0003), which an index serves',
      'alter policy own on entries using (auth.uid() = owner)',
      'policy public.entries/own',
      'create index entries_owner on entries (owner)',
    ],
    [
      'auth_rls_initplan (0003), beside one that is worked out once, in a query of another table',
      `alter policy own on entries using (owner = (select auth.uid())
        or exists (select 1 from few where few.id = entries.id and few.owner = auth.uid()))`,
      'policy public.entries/own',
      `alter policy own on entries using (owner = (select auth.uid())
        or exists (select 1 from few where few.id = entries.id and few.owner = (select auth.uid())))`,
    ],
    [
      'auth_rls_initplan (0003), by current_setting',
      "alter policy own on entries using (owner = current_setting('app.user')::uuid)",
      'policy public.entries/own',
      "alter policy own on entries using (owner = (select current_setting('app.user')::uuid))",
    ],
    [
      'no_primary_key (0004)',
      'create table loose as select n as id from generate_series(1, 10001) n; analyze loose',
      'table public.loose',
      'alter table loose add primary key (id)',
    ],
  ])('%s', async (_, plant, object, repair) => {
    await connection.run('begin');
    try {
      expect(await faultsNow()).toEqual([]);
      await connection.run(plant);
      expect(await faultsNow()).toEqual([object]);
      await connection.run(repair);
      expect(await faultsNow()).toEqual([]);
    } finally {
      await connection.run('rollback');
    }
  });

  // Figures are kept beside the transactions, and arrive a little later.
  const figures = { timeout: 30_000, interval: 200 };

  test('table_bloat (0020)', async () => {
    await connection.run(
      'create table worn as select n as id, 0 as uses from generate_series(1, 12000) n; alter table worn add primary key (id)',
    );
    await expect.poll(faultsNow, figures).toEqual([]);
    await connection.run('update worn set uses = uses + 1');
    await expect.poll(faultsNow, figures).toEqual(['table public.worn']);
    await connection.run('vacuum worn');
    await expect.poll(faultsNow, figures).toEqual([]);
    await connection.run('drop table worn');
  });

  test('unused_index (0005), of a server that has counted for weeks', async () => {
    await connection.run(`create table busy as select n as id, repeat(md5(n::text), 4) as title from generate_series(1, 12000) n;
      alter table busy add primary key (id)`);
    await expect.poll(faultsNow, figures).toEqual([]);
    await connection.run('create index busy_title on busy (title)');
    await expect
      .poll(async () => {
        await connection.run('select * from busy where id = 7; select count(*) from busy');
        return faultsNow();
      }, figures)
      .toEqual(['index public.busy_title']);
    await connection.run("set enable_seqscan = off; select id from busy where title = 'x'; reset enable_seqscan");
    await expect.poll(faultsNow, figures).toEqual([]);
    await connection.run('drop table busy');
  });

  test('multiple_permissive_policies (0006) are named without a verdict: the condition is the one that a single policy would be', async () => {
    await connection.run('begin');
    try {
      expect(notesOf(await answerNow())).toEqual([]);
      await connection.run(
        'create policy shared on entries for select using (shared); create policy adding on few for insert with check (id > 0)',
      );
      expect(notesOf(await answerNow())).toEqual([
        expect.stringContaining('several permissive policies for one role and deed, own, shared, cost what one'),
        expect.stringContaining('several permissive policies for one role and deed, adding, own, cost'),
      ]);
      await connection.run('drop policy shared on entries; drop policy adding on few');
      expect(notesOf(await answerNow())).toEqual([]);
    } finally {
      await connection.run('rollback');
    }
  });
});

const calm: Relation = {
  schema: 'public',
  name: 'plans',
  kind: 'table',
  rowSecurity: true,
  securityInvoker: false,
  ownerBypasses: true,
  rowSecurityForced: false,
  columns: [],
  hasPrimaryKey: true,
  grants: { anon: [], authenticated: [] },
  reads: [],
  ofExtension: false,
  rows: 1_000_000,
  bytes: 1e9,
  sequentialScans: 3,
  sequentialRows: 3_000_000,
  indexScans: 90_000,
  deadRows: 1_000,
  liveRows: 1_000_000,
  changes: 1_000_000,
  everVacuumed: true,
};
const index = {
  schema: 'public',
  table: 'plans',
  name: 'plans_title',
  definition: 'plans USING btree (title)',
  unique: false,
  ofConstraint: false,
  valid: true,
  scans: 5,
  bytes: 9e6,
};
const withTable = (changes: Partial<Relation>, indexChanges: Partial<typeof index> = {}): Catalogue => ({
  serverVersion: 150000,
  exposedSchemas: ['public'],
  hasRequestRoles: false,
  supabase: false,
  relations: [{ ...calm, ...changes }],
  policies: [],
  functions: [],
  indexes: [{ ...index, ...indexChanges }],
  foreignKeys: [],
  extensions: [],
});

test.each<[string, Catalogue, readonly string[]]>([
  ['a calm table', withTable({}), []],
  ['a small table read from end to end', withTable({ rows: 900, liveRows: 900, sequentialScans: 5_000, sequentialRows: 4_500_000 }), []],
  ['a large table read from end to end', withTable({ sequentialScans: 20_000, sequentialRows: 2e10 }), ['table public.plans']],
  ['an index nobody used in a month', withTable({}, { scans: 0 }), ['index public.plans_title']],
  ['a small one that nobody used', withTable({}, { scans: 0, bytes: 8192 }), []],
  ['a table of the dead', withTable({ deadRows: 700_000 }), ['table public.plans']],
  ['a large table without a key', withTable({ hasPrimaryKey: false }), ['table public.plans']],
])('%s', (_, catalogue, objects) => {
  expect(objectsOf(judgeDatabase(evidenceWith(catalogue)))).toEqual(objects);
});

test('an index can only be unused for as long as anybody counted', () => {
  const young = evidenceWith(withTable({}, { scans: 0 }), { server: { ...server, statisticsDays: 1 } });
  expect(judgeDatabase(young).verdict).toBe('pass');
});

test('slow statements are named with their figures, and rare ones are not', () => {
  const slow = { text: 'select * from plans where title = $1', calls: 400, meanMs: 900, totalMs: 360_000, rows: 400 };
  const answer = judgeDatabase(evidenceWith(withTable({}), { statements: { found: [slow, { ...slow, calls: 2 }] } }));
  expect(answer).toMatchObject({ verdict: 'fail', findings: [{ message: 'it takes 900 ms on average over 400 calls' }] });
});

test('a database without a table gives no verdict', () => {
  expect(judgeDatabase(evidenceWith({ ...withTable({}), relations: [], indexes: [] })).verdict).toBe('inconclusive');
});
