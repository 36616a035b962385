// What has to be there before a dump is restored: its roles, a database; and where the tables are afterwards.
import { z } from 'zod';
import type { Ask } from '../database/session.ts';
import { supabaseFoundation } from '../migrations/foundation.ts';
import type { Needs } from './needs.ts';

export const databaseName = 'restored';

export const platformRoles: ReadonlySet<string> = new Set(
  [...supabaseFoundation.matchAll(/create role (\w+)/g)].map(([, role = '']) => role),
);

// Extensions of Supabase that no tables of a project need: what is built on them is the platform's own.
const ofPlatform: ReadonlySet<string> = new Set([
  'pg_graphql',
  'pg_net',
  'supabase_vault',
  'pgsodium',
  'pgjwt',
  'pg_tle',
  'index_advisor',
  'hypopg',
  'plan_filter',
  'pg_stat_monitor',
  'pgaudit',
]);

export interface Prepared {
  /** Extensions that the dump makes and the server does not have. */
  readonly lacking: readonly string[];
  /** Of those, what only the platform has and a project does not need. */
  readonly leftOut: readonly string[];
  /** Names of the databases that were there. */
  readonly before: readonly string[];
}

/** On a server that is thrown away; `isCluster` of a dump that makes its roles itself. */
export async function prepare(ask: Ask, needs: Needs, isCluster: boolean): Promise<Prepared> {
  const missing = needs.platform ? needs.roles.filter((role) => !platformRoles.has(role)) : needs.roles;
  for (const role of isCluster ? [] : missing) {
    const there = await ask('select 1 from pg_catalog.pg_roles where rolname = $1', [role]);
    if (there.length === 0) await ask(`create role "${role.replaceAll('"', '""')}"`);
  }
  const available = new Set(namesIn(await ask('select name::text as name from pg_catalog.pg_available_extensions')));
  const lacking = needs.extensions.filter((name) => !available.has(name));
  const isOfPlatform = needs.platform || needs.roles.some((role) => platformRoles.has(role));
  await ask(`create database ${databaseName} template template0 encoding 'UTF8'`);
  return {
    lacking,
    leftOut: isOfPlatform ? lacking.filter((name) => ofPlatform.has(name)) : [],
    before: await databases(ask),
  };
}

/** The largest of those that the dump made itself, else the one that was made for it; a dump of a whole server fills such as were there too. */
export async function filled(ask: Ask, before: readonly string[], isCluster: boolean): Promise<string> {
  const there = isCluster ? [databaseName] : before;
  return (await databases(ask)).find((name) => !there.includes(name)) ?? databaseName;
}

const databases = async (ask: Ask): Promise<readonly string[]> =>
  namesIn(
    await ask(
      'select datname::text as name from pg_catalog.pg_database where datallowconn and not datistemplate order by pg_database_size(oid) desc',
    ),
  );

const namesIn = (rows: readonly unknown[]): readonly string[] =>
  z
    .array(z.object({ name: z.string() }))
    .parse(rows)
    .map(({ name }) => name);
