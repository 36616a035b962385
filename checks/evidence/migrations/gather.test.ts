// Folders of every tool that is known, as they lie in checkouts.
import { expect, test } from 'vitest';
import type { MigrationSet } from '../../model.ts';
import { gatherMigrations } from './gather.ts';
import { checkout } from './testing/checkout.ts';

async function setsOf(files: Readonly<Record<string, string>>): Promise<readonly MigrationSet[]> {
  const { gathered } = await gatherMigrations({ root: checkout(files), replay: false });
  if ('missing' in gathered) throw new Error(gathered.missing);
  return gathered.found.sets;
}
const versions = (set: MigrationSet | undefined): readonly string[] => set?.files.map(({ version }) => version) ?? [];
const table = 'create table a (id int primary key);';

test('Supabase: versions in order, the stated major, and what the CLI passes over', async () => {
  const [set, ...others] = await setsOf({
    'supabase/config.toml': '[db]\nport = 5432\nmajor_version = 15\n',
    'supabase/migrations/20260201000000_two.sql': table,
    'supabase/migrations/20260101000000_one.sql': table,
    'supabase/migrations/notes.sql': 'select 1;',
  });
  expect(others).toEqual([]);
  expect(set).toMatchObject({ tool: 'supabase', folder: 'supabase/migrations', statedMajor: 15, servedToClients: true });
  expect(versions(set)).toEqual(['20260101000000', '20260201000000']);
  expect(set?.passedOver).toEqual([{ kind: 'file', path: 'supabase/migrations/notes.sql', line: 1, column: 1 }]);
});

test('numbered SQL: by number and not by letters; the way down is left out', async () => {
  const [set] = await setsOf({
    'compose.yaml': 'services:\n  db:\n    image: postgres:16-alpine\n',
    'db/migrations/10_ten.sql': table,
    'db/migrations/9_nine.up.sql': table,
    'db/migrations/9_nine.down.sql': 'drop table a;',
    'db/migrations/11_eleven.sql': `-- migrate:up\n${table}\n-- migrate:down\ndrop table a;`,
  });
  expect(set).toMatchObject({ tool: 'sql', folder: 'db/migrations', statedMajor: 16, servedToClients: false });
  expect(versions(set)).toEqual(['9', '10', '11']);
  expect(
    set?.files.map(({ statements }) => ('found' in statements ? statements.found.flatMap(({ acts }) => acts.map(({ does }) => does)) : [])),
  ).toEqual([['create-table'], ['create-table'], ['create-table']]);
});

test('a folder for each of several databases; seeds and single scripts beside them are no migrations', async () => {
  const sets = await setsOf({
    'docker-compose.yml': 'services: { db: { image: postgres:16 } }',
    'migrations/tenants/0001-a.sql': table,
    'migrations/tenants/0002-b.sql': 'select 1;',
    'migrations/central/0001-a.sql': table,
    'migrations/central/0002-b.sql': 'select 1;',
    'migrations/seeds/0001-people.sql': 'select 1;',
    'migrations/seeds/0002-plans.sql': 'select 1;',
    'migrations/scripts/01-fix.sql': 'select 1;',
  });
  expect(sets.map(({ folder }) => folder)).toEqual(['migrations/central', 'migrations/tenants']);
});

test("Flyway's names", async () => {
  const [set] = await setsOf({
    'sql/migration/V1__a.sql': table,
    'sql/migration/V1.1__b.sql': 'select 1;',
    'sql/migration/R__views.sql': 'select 1;',
  });
  expect(set).toMatchObject({ tool: 'sql', passedOver: [] });
  expect(versions(set)).toEqual(['1', '1.1']);
});

test('Prisma: only for PostgreSQL', async () => {
  const files = (provider: string) => ({
    'prisma/migrations/migration_lock.toml': `provider = "${provider}"`,
    'prisma/migrations/20260101000000_init/migration.sql': table,
    'prisma/migrations/20260102000000_more/migration.sql': table,
  });
  const [set] = await setsOf(files('postgresql'));
  expect(set).toMatchObject({ tool: 'prisma', folder: 'prisma/migrations' });
  expect(versions(set)).toEqual(['20260101000000_init', '20260102000000_more']);
  expect(await setsOf(files('sqlite'))).toEqual([]);
});

test('Drizzle: the journal decides, and tells of what is missing and what is left over', async () => {
  const entries = [
    { idx: 0, version: '7', when: 1700000000000, tag: '0000_a', breakpoints: true },
    { idx: 1, version: '7', when: 1700000000001, tag: '0001_gone', breakpoints: true },
  ];
  const [set] = await setsOf({
    'drizzle/meta/_journal.json': JSON.stringify({ version: '7', dialect: 'postgresql', entries }),
    'drizzle/0000_a.sql': `${table}\n--> statement-breakpoint\nselect 1;`,
    'drizzle/0009_left.sql': table,
  });
  expect(set).toMatchObject({
    tool: 'drizzle',
    folder: 'drizzle',
    absent: [{ version: '0001_gone' }],
    passedOver: [{ path: 'drizzle/0009_left.sql' }],
  });
  expect(versions(set)).toEqual(['1700000000000']);
});

test('Knex and node-pg-migrate are told apart by what they are handed', async () => {
  const knex = 'exports.up = (knex) => knex.schema.createTable("a", () => {});';
  const pgm = 'exports.up = (pgm) => { pgm.createTable("a", { id: "id" }); };';
  const sets = await setsOf({
    'one/migrations/20260101000000_a.js': knex,
    'one/migrations/20260102000000_b.ts': knex,
    'two/migrations/1700000000000_a.js': pgm,
    'two/migrations/1700000000001_b.sql': `-- Up Migration\n${table}\n-- Down Migration\ndrop table a;`,
    'three/migrations/20260101000000_a.js': 'module.exports = { up: (db) => db.collection("a") };',
  });
  expect(sets.map((set) => [set.tool, versions(set)])).toEqual([
    ['knex', ['20260101000000_a.js', '20260102000000_b.ts']],
    ['node-pg-migrate', ['1700000000000_a', '1700000000001_b']],
  ]);
});

test('Kysely is told by what its migrations import, and the database by the types they name', async () => {
  const up = (type: string) =>
    `import type { Kysely } from 'kysely';\nexport async function up(db: Kysely<never>) { await db.schema.createTable('a').addColumn('id', '${type}').execute(); }`;
  const sets = await setsOf({
    'one/migrations/2026-01-02T00-b.ts': up('uuid'),
    'one/migrations/2026-01-01T00-a.ts': up('text'),
    'two/migrations/first.ts': up('text'),
  });
  expect(sets.map((set) => [set.tool, versions(set)])).toEqual([['kysely', ['2026-01-01T00-a', '2026-01-02T00-b']]]);
});

test('TypeORM and db-migrate: the SQL that stands in them is read, and what is built is not', async () => {
  const sets = await setsOf({
    'one/migrations/1700000000000-First.ts':
      'import { MigrationInterface } from \'typeorm\';\nexport class First1700000000000 implements MigrationInterface {\n  async up(queryRunner) {\n    await queryRunner.query(\n      `CREATE TABLE "a" ("id" int)`,\n    );\n  }\n  async down(queryRunner) {\n    await queryRunner.query(\'DROP TABLE a\');\n  }\n}',
    'two/migrations/20260101000000-first.js':
      "exports.up = function (db, callback) {\n  db.runSql('create table b (id int)', callback);\n};\nexports.down = function (db, callback) { db.dropTable('b', callback); };",
    'two/migrations/20260102000000-second.js':
      "exports.up = function (db, callback) { db.createTable('c', { id: 'int' }, callback); };\nexports.down = function (db, callback) { db.dropTable('c', callback); };",
  });
  expect(sets.map((set) => [set.tool, versions(set)])).toEqual([
    ['typeorm', ['1700000000000']],
    ['db-migrate', ['20260101000000-first', '20260102000000-second']],
  ]);
  const read = sets.flatMap(({ files }) => files.map(({ statements }) => 'found' in statements));
  expect(read).toEqual([true, true, false]);
});

test('Alembic: parents first, whatever the files are called; two ends and a lost parent are told', async () => {
  const revision = (own: string, down: string) => `"""x"""\nrevision: str = '${own}'\ndown_revision: str | None = ${down}\n`;
  const [set] = await setsOf({
    'alembic/env.py': '',
    'alembic/versions/a_last.py': revision('ccc', "'bbb'"),
    'alembic/versions/b_first.py': revision('aaa', 'None'),
    'alembic/versions/c_second.py': revision('bbb', "'aaa'"),
    'alembic/versions/d_other.py': revision('ddd', "('aaa', 'zzz')"),
  });
  expect(set).toMatchObject({ tool: 'alembic', absent: [{ version: 'zzz' }], heads: ['ccc', 'ddd'] });
  expect(versions(set)).toEqual(['aaa', 'bbb', 'ccc', 'ddd']);
});

test('Django: one history for each app', async () => {
  const migration = (dependency: string) => `class Migration(migrations.Migration):\n    dependencies = [\n        ${dependency}\n    ]\n`;
  const sets = await setsOf({
    'shop/migrations/__init__.py': '',
    'shop/migrations/0001_initial.py': migration('("auth", "0012_x"),'),
    'shop/migrations/0002_more.py': migration('("shop", "0001_initial"),'),
    'shop/migrations/0002_other.py': migration('("shop", "0001_initial"),'),
    'blog/migrations/__init__.py': '',
    'blog/migrations/0001_initial.py': migration(''),
    'mail/migrations/__init__.py': '',
    'mail/migrations/0001_initial.py': migration(''),
    'mail/migrations/0002_after_it.py': migration('("mail", "drop_drafts"),'),
    'mail/migrations/drop_drafts.py': migration('("mail", "0001_initial"),'),
  });
  expect(sets.map((set) => [set.tool, set.folder, versions(set), set.heads])).toEqual([
    ['django', 'blog/migrations', ['blog.0001_initial'], []],
    ['django', 'mail/migrations', ['mail.0001_initial', 'mail.drop_drafts', 'mail.0002_after_it'], []],
    ['django', 'shop/migrations', ['shop.0001_initial', 'shop.0002_more', 'shop.0002_other'], ['shop.0002_more', 'shop.0002_other']],
  ]);
});

test('what is not for PostgreSQL, or not deployed, is none', async () => {
  const sets = await setsOf({
    'mysql/migrations/001_a.sql': 'CREATE TABLE `a` (`id` int AUTO_INCREMENT) ENGINE=InnoDB;',
    'tests/migrations/001_a.sql': table,
    'queries/migrations.ts': '',
    'sql/report.sql': 'select 1;',
  });
  expect(sets).toEqual([]);
});

test.each([
  ['an address of MySQL, whatever drivers a lock file could bring', 'mysql+aiomysql://db/plans', 0],
  ['an address of PostgreSQL beside one for tests', 'postgresql+asyncpg://db/plans" or "sqlite://', 1],
])('%s decides what revisions of Alembic are for', async (_name, address, found) => {
  const sets = await setsOf({
    'config.py': `DATABASE_URL = "${address}"\n`,
    'poetry.lock': '[[package]]\nname = "sqlalchemy"\n[package.extras]\npostgresql = ["psycopg2"]\nmysql = ["mysqlclient"]\n',
    'migrations/env.py': '',
    'migrations/versions/a1_first.py': 'revision = "a1"\ndown_revision = None\n\n\ndef upgrade():\n    pass\n',
  });
  expect(sets.length).toBe(found);
});

test('a statement that PostgreSQL refuses is named with its line, and other files are still read', async () => {
  const [set] = await setsOf({ 'migrations/001_a.sql': `${table}\n\ncreate tabel b (id int);`, 'migrations/002_b.sql': table });
  expect(set?.files.map(({ statements }) => 'missing' in statements)).toEqual([true, false]);
  expect(set?.files[0]?.statements).toEqual({ missing: expect.stringMatching(/refuses it: syntax error at or near "tabel" in line 3/) });
});

test('tables of other servers are stood in for, whatever wrapper brings them; what only the other server knows is said', async () => {
  const sql = `create extension wrappers with schema extensions; create extension postgres_fdw;
create foreign data wrapper stripe handler stripe_fdw_handler validator stripe_fdw_validator;
create server stripe foreign data wrapper stripe options (api_key_id 'x'); create server far foreign data wrapper postgres_fdw options (host 'h');
create user mapping for current_user server far options (user 'u');
create foreign table public.customers (id text, email text) server stripe options (object 'customers');
create foreign table public.orders (id int) server of_the_platform;
create materialized view public.counts as select count(*) from public.orders with data;
grant select on public.customers to anon;`;
  const after = async (text: string) => {
    const { gathered } = await gatherMigrations({ root: checkout({ 'supabase/migrations/20260101000000_a.sql': text }), replay: true });
    return 'found' in gathered ? gathered.found.sets[0]?.replayed : gathered;
  };
  expect(await after(sql)).toMatchObject({
    found: {
      catalogue: {
        relations: expect.arrayContaining([
          expect.objectContaining({ name: 'counts', kind: 'materialized-view' }),
          expect.objectContaining({ name: 'customers', kind: 'foreign-table' }),
          expect.objectContaining({ name: 'orders', kind: 'foreign-table' }),
        ]),
      },
    },
  });
  expect(await after(`${sql}import foreign schema public from server far into public;`)).toEqual({
    missing: 'supabase/migrations/20260101000000_a.sql:8 could not be replayed: its tables are known to the other server alone',
  });
}, 120_000);
