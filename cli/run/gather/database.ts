// What is known of the schema: the migrations in the folder, and the database that was given.
import type { RawSet } from '../../../checks/evidence/migrations/tools/raw-set.ts';
import type { Catalogue, Check, CodeEvidence, DatabaseEvidence, Found, Gathered, MigrationsEvidence } from '../../../checks/model.ts';
import { interrupted } from '../../interrupt.ts';
import { Problem } from '../../problem.ts';
import { type CodeFrame, frameOf } from './code-frame.ts';
import { migrationsCache } from './migrations-cache.ts';
import { noDatabase, noFolder } from './not-asked.ts';
import type { GatherRequest } from './run.ts';
import { statementsOf } from './statements.ts';

export interface KnownSchema {
  readonly migrations: Gathered<MigrationsEvidence>;
  readonly database: Gathered<DatabaseEvidence>;
  /** The password of the database, by the name it is redacted under. */
  readonly secrets: ReadonlyMap<string, string>;
}

/** Drivers, parsers and embedded databases are only loaded where there is something to look at. */
export async function knownSchema(
  { root, checks, terminal, databaseUrl, kinds, cached }: GatherRequest,
  code: Gathered<CodeEvidence>,
  frame: CodeFrame = frameOf(code),
): Promise<KnownSchema> {
  if (kinds === 'environment') return { migrations: noFolder, database: noDatabase, secrets: new Map() };
  const url = databaseUrl === undefined ? undefined : urlBehind(databaseUrl);
  const asked = url !== undefined || checks.some(({ judge }) => judge.migrations !== undefined);
  const { migrations, raw } =
    root === undefined || !asked
      ? { migrations: noFolder, raw: undefined }
      : await read({ root, checks, files: frame.files(), cached: cached && url === undefined });
  if (url === undefined) return { migrations: withClient(migrations, frame), database: noDatabase, secrets: new Map() };
  terminal.step('Looking at the database, read-only');
  const plan = checks.some((check) => check.plansStatements === true);
  const { gatherDatabase } = await import('../../../checks/evidence/database/gather.ts');
  const database = await gatherDatabase({
    url,
    sets: raw === undefined ? { missing: 'no folder with migrations was given to compare the database with' } : { found: raw },
    expected: expectedOf(migrations),
    tryAccess: checks.some((check) => check.replaysMigrations === true),
    plan,
    statements: plan ? statementsOf(code) : [],
    signal: interrupted,
  });
  return { migrations: withApplied(migrations, database), database, secrets: secretsIn(url) };
}

interface Reading {
  readonly root: string;
  readonly checks: readonly Check[];
  readonly files: ReadonlySet<string> | undefined;
  /** What an earlier run read is enough: nothing holds the files themselves against a database. */
  readonly cached: boolean;
}

async function read({
  root,
  checks,
  files,
  cached,
}: Reading): Promise<{ readonly migrations: Gathered<MigrationsEvidence>; readonly raw: readonly RawSet[] | undefined }> {
  const replay = checks.some((check) => check.replaysMigrations === true);
  const cache = cached && files ? migrationsCache(root, files, replay) : undefined;
  const kept = cache?.read();
  if (kept !== undefined) return { migrations: { found: kept }, raw: undefined };
  const { gatherMigrations } = await import('../../../checks/evidence/migrations/gather.ts');
  const { gathered, raw, asked } = await gatherMigrations({ root, replay, lint: true, signal: interrupted, ...(files && { files }) });
  if ('found' in gathered) cache?.write(gathered.found, asked);
  return { migrations: gathered, raw };
}

/** A URL, or the name of the variable that holds it: what stands in a command line is seen by others on the machine. */
export function urlBehind(given: string, flag = '--database-url'): string {
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(given)) return given;
  const url = process.env[given];
  if (url === undefined || url === '') throw new Problem(`${flag} ${given}: the variable ${given} is not set`);
  return url;
}

/** Where no database is looked at, that there is one is told by who speaks to it. */
function withClient(migrations: Gathered<MigrationsEvidence>, frame: CodeFrame): Gathered<MigrationsEvidence> {
  if (!('found' in migrations)) return migrations;
  const client = frame.client();
  return client === undefined ? migrations : { found: { ...migrations.found, supabaseClient: client } };
}

/** What is applied can't lock or lose anything any more. */
function withApplied(migrations: Gathered<MigrationsEvidence>, database: Gathered<DatabaseEvidence>): Gathered<MigrationsEvidence> {
  if (!('found' in migrations) || !('found' in database) || !('found' in database.found.histories)) return migrations;
  const { found: histories } = database.found.histories;
  const sets = migrations.found.sets.map((set) => {
    const applied = histories.find(({ folder, tool }) => folder === set.folder && tool === set.tool)?.applied;
    if (applied === undefined || 'missing' in applied) return set;
    const done = new Set(applied.found.filter(({ state }) => state === 'applied').map(({ version }) => version));
    return { ...set, files: set.files.map((file) => ({ ...file, applied: done.has(file.version) })) };
  });
  return { found: { sets } };
}

function expectedOf(migrations: Gathered<MigrationsEvidence>): Found<Catalogue> {
  if (!('found' in migrations)) return { missing: migrations.missing };
  const replayed = migrations.found.sets.flatMap(({ replayed: each }) => ('found' in each ? [each.found.catalogue] : []));
  const [first] = replayed;
  if (first === undefined || replayed.length > 1) return { missing: 'there is no one schema that the migrations end in' };
  return { found: first };
}

function secretsIn(url: string): ReadonlyMap<string, string> {
  const password = URL.parse(url)?.password ?? '';
  return password === '' ? new Map() : new Map([['database password', decodeURIComponent(password)]]);
}
