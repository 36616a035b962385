// Each fault on a real PostgreSQL: none before it is planted, itself when it is, none when it is repaired.
import { beforeAll, describe, expect, test } from 'vitest';
import { readCatalogue } from '../../evidence/database/catalogue/read.ts';
import { noRealPostgres, realPostgres } from '../../evidence/database/testing/real.ts';
import { supabaseFoundation } from '../../evidence/migrations/foundation.ts';
import { deadGrants, faultsOf } from './faults.ts';

const healthy = `
create table public.plans (id bigint generated always as identity primary key, user_id uuid not null references auth.users, title text);
alter table public.plans enable row level security;
create policy own_plan on public.plans to authenticated using (user_id = (select auth.uid())) with check (user_id = (select auth.uid()));
create table public.secrets (id int primary key, email text); alter table public.secrets enable row level security;
create view public.my_plans with (security_invoker = on) as select id, title from public.plans;
create function public.is_member(plan bigint) returns boolean language sql stable security definer set search_path = ''
  as $$ select true $$;
create policy readers on public.secrets for select to authenticated using (public.is_member(id));
`;

interface Planted {
  readonly what: string;
  readonly plant: string;
  readonly object: string;
  readonly says: RegExp;
  readonly repair: string;
  /** Where views know no rights but their owner's. */
  readonly repairBefore15?: string;
}
const definer = 'returns int language sql security definer';
const faults: readonly Planted[] = [
  {
    what: 'rls_disabled_in_public (0013)',
    plant: 'create table public.open (id int primary key)',
    object: 'public.open',
    says: /security is off on table public\.open, which anon and authenticated may select, insert, update, delete/,
    repair: 'alter table public.open enable row level security',
  },
  {
    what: 'rls_disabled_in_public (0013), of a partition',
    plant: `create table public.runs (id int, day date) partition by range (day); alter table public.runs enable row level security;
      create table public.runs_2026 partition of public.runs for values from ('2026-01-01') to ('2027-01-01')`,
    object: 'public.runs_2026',
    says: /security is off on table public\.runs_2026/,
    repair: 'revoke all on public.runs_2026 from anon, authenticated',
  },
  {
    what: 'policy_exists_rls_disabled (0007)',
    plant: 'alter table public.plans disable row level security',
    object: 'public.plans',
    says: /so that its policy does nothing/,
    repair: 'alter table public.plans enable row level security',
  },
  {
    what: 'policy_exists_rls_disabled (0007), where no client comes',
    plant: 'create schema inner_; create table inner_.a (id int primary key); create policy p on inner_.a using (id = 1)',
    object: 'inner_.a',
    says: /so that its policy does nothing/,
    repair: 'alter table inner_.a enable row level security',
  },
  {
    what: 'rls_policy_always_true (0024)',
    plant: 'create policy anyone on public.plans for update to authenticated using (true)',
    object: 'public.plans/anyone',
    says: /always true: it lets authenticated update any row/,
    repair: 'alter policy anyone on public.plans using (user_id = auth.uid())',
  },
  {
    what: 'rls_policy_always_true (0024), of an insert by anybody',
    plant: 'create policy anyone on public.plans for insert with check (true)',
    object: 'public.plans/anyone',
    says: /lets anon insert and authenticated insert any row/,
    repair: 'drop policy anyone on public.plans; create policy anyone on public.plans for insert to service_role with check (true)',
  },
  {
    what: 'rls_policy_always_true (0024), which a restrictive policy mends',
    plant: 'create policy anyone on public.plans for delete to authenticated using (1 = 1)',
    object: 'public.plans/anyone',
    says: /delete any row/,
    repair: 'create policy but on public.plans as restrictive for delete to authenticated using (user_id = auth.uid())',
  },
  {
    what: 'sensitive_columns_exposed (0023), by a policy',
    plant: 'create policy all_of_it on public.secrets for select using (true)',
    object: 'public.secrets/all_of_it',
    says: /shows email of every row of public\.secrets to anybody/,
    repair: 'alter policy all_of_it on public.secrets using (auth.uid() is not null and id = 1)',
  },
  {
    what: 'rls_references_user_metadata (0015)',
    plant: "create policy admins on public.plans for select using (auth.jwt()->'user_metadata'->>'role' = 'admin')",
    object: 'public.plans/admins',
    says: /believes the user's own metadata/,
    repair: "alter policy admins on public.plans using (auth.jwt()->'app_metadata'->>'role' = 'admin')",
  },
  {
    what: 'auth_users_exposed (0002)',
    plant: 'create view public.people with (security_invoker = on) as select id, email from auth.users',
    object: 'public.people',
    says: /shows auth\.users to anon and authenticated/,
    repair: 'revoke all on public.people from anon, authenticated',
  },
  {
    what: 'auth_users_exposed (0002), through another view',
    plant:
      'create view auth.inner_people as select id, email from auth.users; create view public.people as select * from auth.inner_people',
    object: 'public.people',
    says: /shows auth\.users/,
    repair: 'drop view public.people',
  },
  {
    what: 'security_definer_view (0010)',
    plant: 'create view public.all_plans as select * from public.plans',
    object: 'public.all_plans',
    says: /reads public\.plans with its owner's rights/,
    repair: 'alter view public.all_plans set (security_invoker = true)',
    repairBefore15: 'revoke all on public.all_plans from anon, authenticated',
  },
  {
    what: 'materialized_view_in_api (0016)',
    plant: 'create materialized view public.counts as select count(*) from public.plans',
    object: 'public.counts',
    says: /materialized view public\.counts is readable by anon and authenticated/,
    repair: 'revoke all on public.counts from anon, authenticated',
  },
  {
    what: 'foreign_table_in_api (0017)',
    plant: `create foreign data wrapper none; create server nowhere foreign data wrapper none;
      create foreign table public.far (id int) server nowhere`,
    object: 'public.far',
    says: /foreign table public\.far is readable/,
    repair: 'revoke all on public.far from anon, authenticated',
  },
  {
    what: 'function_search_path_mutable (0011)',
    plant: `create function public.total() ${definer} as 'select 1'; revoke all on function public.total from public, anon`,
    object: 'public.total',
    says: /sets no search_path/,
    repair: "alter function public.total set search_path = ''",
  },
  {
    what: 'anon_security_definer_function_executable (0028)',
    plant: `create function public.total() ${definer} set search_path = '' as 'select 1'`,
    object: 'public.total',
    says: /for anybody who is not signed in/,
    repair: 'revoke all on function public.total from public, anon',
  },
  {
    what: 'insecure_queue_exposed_in_api (0019)',
    plant: `create schema pgmq; create table pgmq.q_mails (id int); grant usage on schema pgmq to anon; grant select on pgmq.q_mails to anon;
      alter role authenticator set pgrst.db_schemas = 'public, pgmq_public'`,
    object: 'pgmq.q_mails',
    says: /off on queue pgmq\.q_mails, which anon may select/,
    repair: 'alter table pgmq.q_mails enable row level security',
  },
  {
    what: 'public_bucket_allows_listing (0025)',
    plant: `insert into storage.buckets (id, name, public) values ('faces', 'faces', true);
      create policy seen on storage.objects for select using (bucket_id = 'faces')`,
    object: 'storage.objects/seen',
    says: /list every file of the public bucket "faces"/,
    repair: "alter policy seen on storage.objects using (bucket_id = 'faces' and owner_id = auth.uid()::text)",
  },
  {
    what: 'a grant that no policy lets anybody use',
    plant: 'revoke all on public.plans from anon; drop policy own_plan on public.plans',
    object: 'public.plans',
    says: /granted select on public\.plans, and no policy lets anybody see a row/,
    repair: 'create policy own_plan on public.plans to authenticated using (user_id = auth.uid())',
  },
];

describe.skipIf(noRealPostgres !== undefined)(`planted and repaired ${noRealPostgres ?? ''}`, { timeout: 60_000 }, () => {
  const real = realPostgres();
  let connection: Awaited<ReturnType<typeof real.connect>>;
  beforeAll(async () => {
    connection = await real.connect(await real.database(fitting(`${supabaseFoundation}${healthy}`)));
  });
  const faultsNow = async (): Promise<readonly { readonly object: string; readonly message: string }[]> => {
    const { catalogue } = await readCatalogue(connection.ask);
    if ('missing' in catalogue) throw new Error(catalogue.missing);
    return [...faultsOf(catalogue.found), ...deadGrants(catalogue.found)];
  };

  const isOld = (): boolean => real.scratch().major < 15;
  const fitting = (sql: string): string =>
    isOld() ? sql.replace(/^create view public\.my_plans.*$/m, '').replaceAll(/ with \(security_invoker = on\)/g, '') : sql;

  test.each(faults)('$what', async ({ plant, object, says, repair, repairBefore15 }) => {
    await connection.run('begin');
    try {
      expect(await faultsNow()).toEqual([]);
      await connection.run(fitting(plant));
      expect(await faultsNow()).toEqual([{ object, message: expect.stringMatching(says) }]);
      await connection.run((isOld() ? repairBefore15 : undefined) ?? repair);
      expect(await faultsNow()).toEqual([]);
    } finally {
      await connection.run('rollback');
    }
  });

  test('a catalogue that shows nothing at all is no healthy one', async () => {
    const { catalogue } = await readCatalogue(async (sql) => (sql.includes('pg_class') ? [] : connection.ask(sql)));
    expect(catalogue).toMatchObject({ missing: expect.stringContaining('could not be read') });
    const blind = await readCatalogue(async (sql) => (sql.includes('pg_catalog.pg_policies') ? [] : connection.ask(sql)));
    expect(blind.catalogue).toEqual({ missing: 'the system catalogues could not be read: 0 of 2 policies were seen' });
  });
});
