// A scratch copy of a live schema, without its rows, to try things on: written out by pg_dump, replayed in an embedded Postgres.
import type { AccessMatrix, Catalogue, FilePlace, Found, StatementPlan } from '../../model.ts';
import { needsOf } from '../backup/needs.ts';
import { faultIn, runProgram } from '../backup/programs.ts';
import type { Planned } from '../migrations/replay/plans.ts';
import { type Replayed, replay } from '../migrations/replay.ts';
import { parseSql, readyParser } from '../migrations/sql/parse.ts';
import type { Address } from './connect.ts';
import { dumperFor } from './scratch/programs.ts';

const platform = [
  'auth',
  'storage',
  'realtime',
  'extensions',
  'graphql',
  'graphql_public',
  'vault',
  'pgsodium',
  'pgbouncer',
  'supabase_functions',
  'supabase_migrations',
  'net',
  'cron',
];

/** A statement that somebody sends to the database. */
export interface Sent {
  readonly text: string;
  readonly place?: FilePlace;
}
export interface TriedOnCopy {
  /** Who may do what with a row. */
  readonly access: Found<AccessMatrix>;
  readonly plans: Found<readonly StatementPlan[]>;
}
export interface OnCopy {
  readonly catalogue: Catalogue;
  readonly statements: readonly Sent[];
  readonly signal: AbortSignal | undefined;
}

/** Each `missing` where there is no pg_dump, or the copy is none. */
export async function tryOnCopy(address: Address, asked: OnCopy): Promise<TriedOnCopy> {
  const { catalogue, statements } = asked;
  const none = { missing: 'it has no roles anon and authenticated to try it as' };
  if (!catalogue.hasRequestRoles && statements.length === 0) return { access: none, plans: { found: [] } };
  const copied = await schemaCopied(address, asked);
  if ('missing' in copied) return { access: catalogue.hasRequestRoles ? copied : none, plans: copied };
  const { schema, plans, withoutIndex } = copied.found;
  return {
    access: catalogue.hasRequestRoles ? schema.access : none,
    plans: { found: statements.map((sent, at) => ({ ...sent, whole: wholeOf(plans[at], withoutIndex) })) },
  };
}

function wholeOf(plan: Planned | undefined, withoutIndex: readonly string[]): StatementPlan['whole'] {
  if (plan?.whole === undefined) return { missing: plan?.because ?? 'it was not planned' };
  return { found: plan.whole.filter(({ table }) => !withoutIndex.includes(table)) };
}

async function schemaCopied(address: Address, { catalogue, statements, signal }: OnCopy): Promise<Found<Replayed>> {
  const major = Math.floor(catalogue.serverVersion / 10_000);
  const program = await dumperFor(major);
  if (program === undefined) return { missing: `no pg_dump of version ${major} or later is installed here to copy its schema with` };
  const dumped = await dump(program, { address, catalogue, signal });
  if ('missing' in dumped) return dumped;
  await readyParser();
  const parsed = parseSql(`${withoutDefaults(dumped.found)}${dumped.found}`, 'copy of the schema');
  if ('missing' in parsed) return parsed;
  return replay(parsed.found, { signal, explained: statements.map(({ text }) => text) });
}

interface Dumping {
  readonly address: Address;
  readonly catalogue: Catalogue;
  readonly signal: AbortSignal | undefined;
}

async function dump(program: string, { address, catalogue, signal }: Dumping): Promise<Found<string>> {
  const { host, port, user, database, password } = address.config;
  const left = catalogue.supabase ? platform.flatMap((schema) => ['-N', schema]) : [];
  const args = [
    '--schema-only',
    '--no-owner',
    '--no-comments',
    '--no-publications',
    '--no-subscriptions',
    '--lock-wait-timeout=2000',
    ...left,
  ];
  const mode = { disable: 'disable', prefer: 'prefer', require: 'require', verify: 'verify-full' }[address.encryption];
  const reach = ['-h', String(host), '-p', String(port), '-U', String(user), '-d', String(database)];
  const ran = await runProgram(program, [...args, ...reach], {
    options: {
      env: { PATH: process.env.PATH, LC_ALL: 'C', PGSSLMODE: mode, ...(typeof password === 'string' ? { PGPASSWORD: password } : {}) },
    },
    keepBytes: 32 * 1024 * 1024,
    signal,
  });
  if (ran.code !== 0) return { missing: `its schema could not be copied: ${faultIn(ran.stderr).message}` };
  // What psql alone understands.
  return { found: ran.stdout.replaceAll(/^\\.*$/gm, '') };
}

/** Roles the dump takes for granted; rights are those it writes, and no platform's defaults. */
function withoutDefaults(schema: string): string {
  const { roles } = needsOf(schema);
  const made = roles.map(
    (role) => `do $$ begin create role "${role.replaceAll('"', '""')}"; exception when duplicate_object then null; end $$;`,
  );
  const kinds = ['tables', 'functions', 'sequences'].map(
    (kind) => `alter default privileges in schema public revoke all on ${kind} from anon, authenticated, service_role;`,
  );
  // Spoken of by name, so that the platform's roles are there whatever the schema says.
  return `${['do $$ begin perform 1; end $$;', ...made].join('\n')}\n${kinds.join('\n')}\n`;
}
