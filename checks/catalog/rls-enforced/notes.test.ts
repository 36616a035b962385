// What is named without a verdict, and the extension that gets one: none before it is planted, itself when it is, none when it is repaired.
import { beforeAll, describe, expect, test } from 'vitest';
import { readCatalogue } from '../../evidence/database/catalogue/read.ts';
import { noRealPostgres, realPostgres } from '../../evidence/database/testing/real.ts';
import { supabaseFoundation } from '../../evidence/migrations/foundation.ts';
import type { Catalogue } from '../../model.ts';
import { faultsOf } from './faults.ts';
import { notesOf } from './notes.ts';

const healthy = `
create table public.plans (id bigint generated always as identity primary key, user_id uuid references auth.users, title text);
alter table public.plans enable row level security; revoke all on public.plans from anon, authenticated;
create function public.is_member(plan bigint) returns boolean language sql stable security definer set search_path = '' as $$ select true $$;
revoke all on function public.is_member from anon, public;
create policy members on public.plans to authenticated using (public.is_member(id));
`;
// As the platform's own would be listed; the extension itself is on no machine but theirs.
const graphql = `insert into pg_catalog.pg_extension (oid, extname, extowner, extnamespace, extrelocatable, extversion)
  values (99999, 'pg_graphql', 10, 'graphql'::regnamespace, false, '1.5');`;

interface Planted {
  readonly what: string;
  /** Of those that PostgreSQL brings. */
  readonly needs?: string;
  readonly plant: string;
  readonly says: string;
  readonly repair: string;
}
const notes: readonly Planted[] = [
  {
    what: 'extension_in_public (0014)',
    needs: 'pgcrypto',
    plant: 'create extension pgcrypto schema public',
    says: 'extension pgcrypto: named without a verdict: extension pgcrypto lies in public, where its names mix with those that are served',
    repair: 'alter extension pgcrypto set schema extensions',
  },
  {
    what: 'extension_versions_outdated (0022)',
    needs: 'pg_trgm',
    plant: "create extension pg_trgm schema extensions version '1.3'",
    says: 'extension pg_trgm: named without a verdict: extension pg_trgm is at version 1.3, and the server brings 1.',
    repair: 'alter extension pg_trgm update',
  },
  {
    what: 'pg_graphql_anon_table_exposed (0026), by one column',
    plant: `${graphql} grant select (title) on public.plans to anon`,
    says: 'extension pg_graphql: named without a verdict: pg_graphql tells anon the columns of public.plans',
    repair: 'revoke select (title) on public.plans from anon',
  },
  {
    what: 'pg_graphql_authenticated_table_exposed (0027)',
    plant: `${graphql} grant select on public.plans to authenticated`,
    says: 'extension pg_graphql: named without a verdict: pg_graphql tells authenticated the columns of public.plans',
    repair: "delete from pg_catalog.pg_extension where extname = 'pg_graphql'",
  },
  {
    what: 'authenticated_security_definer_function_executable (0029)',
    plant: `create function public.total() returns int language sql security definer set search_path = '' as 'select 1';
      revoke all on function public.total from anon, public`,
    says: "public.total: named without a verdict: every signed-in user may call public.total, which runs with its owner's rights",
    repair: 'alter function public.total security invoker',
  },
];

describe.skipIf(noRealPostgres !== undefined)(`planted and repaired ${noRealPostgres ?? ''}`, { timeout: 60_000 }, () => {
  const real = realPostgres();
  let connection: Awaited<ReturnType<typeof real.connect>>;
  let brought: ReadonlySet<unknown>;
  beforeAll(async () => {
    connection = await real.connect(await real.database(`${supabaseFoundation}${healthy}`));
    const rows = await connection.ask('select name from pg_catalog.pg_available_extensions');
    brought = new Set(rows.map((row) => Object(row).name));
  });
  const now = async (): Promise<Catalogue> => {
    const { catalogue } = await readCatalogue(connection.ask);
    if ('missing' in catalogue) throw new Error(catalogue.missing);
    return catalogue.found;
  };
  const told = (all: readonly { readonly object: string; readonly message: string }[]): readonly string[] =>
    all.map(({ object, message }) => `${object}: ${message}`);

  test.for(notes)('$what', async ({ needs, plant, says, repair }, { skip }) => {
    if (needs !== undefined && !brought.has(needs)) skip(`this PostgreSQL brings no ${needs}`);
    await connection.run('begin');
    try {
      expect(notesOf(await now())).toEqual([]);
      await connection.run(plant);
      expect(told(notesOf(await now()))).toEqual([expect.stringContaining(says)]);
      expect(faultsOf(await now())).toEqual([]);
      await connection.run(repair);
      expect(notesOf(await now())).toEqual([]);
    } finally {
      await connection.run('rollback');
    }
  });

  test('an extension that connects to any host is no matter of names (0014)', async ({ skip }) => {
    if (!brought.has('dblink')) skip('this PostgreSQL brings no dblink');
    await connection.run('begin');
    try {
      expect(faultsOf(await now())).toEqual([]);
      await connection.run('create extension dblink schema public');
      expect(told(faultsOf(await now()))).toEqual([
        'extension dblink: extension dblink lies in public: anon and authenticated may call public.dblink, by which the server connects to any host',
      ]);
      await connection.run('alter extension dblink set schema extensions');
      expect(faultsOf(await now())).toEqual([]);
    } finally {
      await connection.run('rollback');
    }
  });
});
