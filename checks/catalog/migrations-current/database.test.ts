// Each tool's own table on a real PostgreSQL: current, behind, ahead, out of order, edited, half-way, empty, another database.
import { createHash } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { gatherDatabase } from '../../evidence/database/gather.ts';
import { flywayChecksum } from '../../evidence/database/history/content.ts';
import { noRealPostgres, realPostgres } from '../../evidence/database/testing/real.ts';
import { gatherMigrations } from '../../evidence/migrations/gather.ts';
import { checkout } from '../../evidence/migrations/testing/checkout.ts';
import { judgeDatabase } from './database.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const one = 'create table a (id int primary key);';
const two = '-- the second\nalter table a add column b text;\ncreate table c (id int);\n';
const knex = 'exports.up = (knex) => knex.raw("");';
const pgm = 'exports.up = (pgm) => pgm.sql("");';
const journal = JSON.stringify({
  dialect: 'postgresql',
  entries: [
    { idx: 0, when: 1000, tag: '0000_one' },
    { idx: 1, when: 2000, tag: '0001_two' },
  ],
});
const alembic = (own: string, down: string) => `revision = "${own}"\ndown_revision = ${down}\n`;
const django = 'class Migration(migrations.Migration):\n    dependencies = []\n';

type Files = Readonly<Record<string, string>>;
const supabase: Files = { 'supabase/migrations/20260101000000_one.sql': one, 'supabase/migrations/20260102000000_two.sql': two };
const plain: Files = { 'migrations/001_one.sql': one, 'migrations/002_two.sql': two };
const supabaseTable =
  'create schema supabase_migrations; create table supabase_migrations.schema_migrations (version text primary key, statements text[], name text);';
const kept = `insert into supabase_migrations.schema_migrations values ('20260101000000', array['create table a (id int primary key)'], 'one'),
  ('20260102000000', array['alter table a add column b text', 'create table c (id int)'], 'two')`;
const prismaFiles: Files = {
  'prisma/migrations/migration_lock.toml': 'provider = "postgresql"',
  'prisma/migrations/1_one/migration.sql': one,
  'prisma/migrations/2_two/migration.sql': two,
};
const prisma = (rows: string) =>
  `create table _prisma_migrations (migration_name text, checksum text, finished_at timestamptz, rolled_back_at timestamptz); insert into _prisma_migrations values ${rows}`;
const drizzleFiles: Files = { 'drizzle/meta/_journal.json': journal, 'drizzle/0000_one.sql': one, 'drizzle/0001_two.sql': two };
const drizzle = (rows: string) =>
  `create schema drizzle; create table drizzle.__drizzle_migrations (id serial, hash text, created_at bigint); insert into drizzle.__drizzle_migrations (hash, created_at) values ${rows}`;
const flyway = (
  second: number,
) => `create table flyway_schema_history (installed_rank int, version text, script text, checksum int, success boolean, type text);
  insert into flyway_schema_history values (1, '1', 'V1__one.sql', ${flywayChecksum(one)}, true, 'SQL'), (2, '2', 'V2__two.sql', ${second}, true, 'SQL')`;
const alembicFiles: Files = {
  'alembic/env.py': '',
  'alembic/versions/x.py': alembic('aaa', 'None'),
  'alembic/versions/y.py': alembic('bbb', '"aaa"'),
};
const djangoFiles: Files = { 'shop/migrations/__init__.py': '', 'shop/migrations/0001_initial.py': django };
const djangoTable =
  "create table django_migrations (app text, name text); insert into django_migrations values ('auth', '0012_x'), ('shop', '0001_initial')";

const cases: readonly (readonly [what: string, files: Files, sql: string, verdict: string, messages: readonly string[]])[] = [
  ['Supabase, current', supabase, `${supabaseTable}${kept}`, 'pass', ['all 2 migrations are applied']],
  [
    'Supabase, one pending',
    supabase,
    `${supabaseTable}insert into supabase_migrations.schema_migrations values ('20260101000000')`,
    'fail',
    ['20260102000000 is pending'],
  ],
  [
    'Supabase, out of order and unknown',
    supabase,
    `${supabaseTable}insert into supabase_migrations.schema_migrations values ('20260102000000'), ('20260103000000')`,
    'fail',
    ['20260101000000 is not applied, though later ones are', '20260103000000 is applied to the database and not in the checkout'],
  ],
  [
    'Supabase, edited',
    supabase,
    `${supabaseTable}${kept.replace('add column b text', 'add column b int')}`,
    'fail',
    ['20260102000000 was edited after it was applied'],
  ],
  [
    'numbered files, current',
    plain,
    "create table schema_migrations (version text); insert into schema_migrations values ('001'), ('002')",
    'pass',
    ['all 2'],
  ],
  [
    'numbered files by name',
    plain,
    "create table migrations (id serial, name text); insert into migrations (name) values ('001_one.sql'), ('002_two.sql')",
    'pass',
    ['all 2'],
  ],
  [
    'the newest alone is kept, clean',
    plain,
    'create table schema_migrations (version bigint, dirty boolean); insert into schema_migrations values (2, false)',
    'pass',
    ['all 2'],
  ],
  [
    'the newest alone is kept, half-way',
    plain,
    'create table schema_migrations (version bigint, dirty boolean); insert into schema_migrations values (2, true)',
    'fail',
    ['002 broke half-way'],
  ],
  [
    "another service's history",
    plain,
    "create table schema_migrations (version text); insert into schema_migrations values ('900')",
    'fail',
    ['001 is pending', '002 is pending', '900 is applied'],
  ],
  [
    'Flyway, current',
    { 'sql/migrations/V1__one.sql': one, 'sql/migrations/V2__two.sql': two },
    flyway(flywayChecksum(two)),
    'pass',
    ['all 2'],
  ],
  ['Flyway, edited', { 'sql/migrations/V1__one.sql': one, 'sql/migrations/V2__two.sql': two }, flyway(7), 'fail', ['2 was edited']],
  [
    'Prisma, current',
    prismaFiles,
    prisma(`('1_one', '${sha256(one)}', now(), null), ('2_two', '${sha256(two)}', now(), null)`),
    'pass',
    ['all 2'],
  ],
  [
    'Prisma, edited and half-way',
    prismaFiles,
    prisma(`('1_one', '${sha256('x')}', now(), null), ('2_two', '${sha256(two)}', null, null)`),
    'fail',
    ['1_one was edited', '2_two broke half-way'],
  ],
  ['Drizzle, current', drizzleFiles, drizzle(`('${sha256(one)}', 1000), ('${sha256(two)}', 2000)`), 'pass', ['all 2']],
  [
    'Drizzle, one pending and one edited',
    drizzleFiles,
    drizzle(`('${sha256('x')}', 1000)`),
    'fail',
    ['1000 was edited', '2000 is pending'],
  ],
  [
    'Knex, since renamed to TypeScript',
    { 'migrations/20260101000000_a.ts': knex },
    "create table knex_migrations (id serial, name text, batch int); insert into knex_migrations (name) values ('20260101000000_a.js')",
    'pass',
    ['all 1'],
  ],
  [
    'node-pg-migrate',
    { 'migrations/1700000000000_a.js': pgm },
    "create table pgmigrations (id serial, name text); insert into pgmigrations (name) values ('1700000000000_a')",
    'pass',
    ['all 1'],
  ],
  [
    'Alembic, current',
    alembicFiles,
    "create table alembic_version (version_num text); insert into alembic_version values ('bbb')",
    'pass',
    ['all 2'],
  ],
  [
    'Alembic, behind',
    alembicFiles,
    "create table alembic_version (version_num text); insert into alembic_version values ('aaa')",
    'fail',
    ['bbb is pending'],
  ],
  [
    'Alembic, of another checkout',
    alembicFiles,
    "create table alembic_version (version_num text); insert into alembic_version values ('zzz')",
    'fail',
    ['aaa is pending', 'bbb is pending', 'zzz is applied'],
  ],
  ['Django, beside its own apps', djangoFiles, djangoTable, 'pass', ['all 1']],
  ['an empty database', plain, '', 'fail', ['is empty: it has no table of its own']],
  ['a database without a history', supabase, 'create table b (id int)', 'fail', ['it is another database, or was made without']],
  ['a checkout without migrations', { 'a.txt': '' }, '', 'not-applicable', ['holds no PostgreSQL migrations']],
];

describe.skipIf(noRealPostgres !== undefined)(`histories ${noRealPostgres ?? ''}`, { timeout: 60_000 }, () => {
  const real = realPostgres();
  let url: string;
  beforeAll(async () => {
    url = await real.database();
  });
  // Quicker than a database for each.
  beforeEach(() => real.run('drop schema if exists public, supabase_migrations, drizzle cascade; create schema public', url));

  test.each(cases)('%s', async (_, files, sql, verdict, messages) => {
    const { raw } = await gatherMigrations({ root: checkout(files), replay: false });
    await real.run(sql, url);
    const gathered = await gatherDatabase({ url, sets: { found: raw }, expected: { missing: 'not asked' }, tryAccess: false });
    if ('missing' in gathered) throw new Error(gathered.missing);
    const answer = judgeDatabase(gathered.found);
    const said = 'findings' in answer ? answer.findings.map(({ message }) => message) : [answer.because];
    expect({ verdict: answer.verdict, said }).toEqual({ verdict, said: messages.map((each) => expect.stringContaining(each)) });
  });

  test('a history that may not be read is no verdict', async () => {
    const { raw } = await gatherMigrations({ root: checkout(supabase), replay: false });
    await real.run(
      `${supabaseTable}${kept}; do $$ begin if not exists (select 1 from pg_roles where rolname = 'looker') then create role looker login password 'looker'; end if; end $$`,
      url,
    );
    const gathered = await gatherDatabase({
      url: url.replace(/\/\/[^@]*@/, '//looker:looker@'),
      sets: { found: raw },
      expected: { missing: 'not asked' },
      tryAccess: false,
    });
    if ('missing' in gathered) throw new Error(gathered.missing);
    expect(judgeDatabase(gathered.found)).toEqual({
      verdict: 'inconclusive',
      because: 'the user has no right to read supabase_migrations.schema_migrations',
    });
    expect(gathered.found.notSeen).toContain('the user has no right to read supabase_migrations.schema_migrations');
    expect(gathered.found.notSeen.join()).toContain('pg_read_all_stats');
  });
});
