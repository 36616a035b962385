// The schema's history as files: what there is, what a database has seen of it, and how it catches up.
import { readdir, readFile } from 'node:fs/promises';
import type { Database } from '../supabase/database.ts';

export interface Migration {
  /** Fourteen digits; they are applied in this order. */
  readonly version: string;
  readonly name: string;
}
const fileName = /^(\d{14})_([a-z_]+)\.sql$/;

let known: Promise<readonly Migration[]> | undefined;

/** The migrations this server was written for, oldest first. They do not change while it runs. */
export function knownMigrations(): Promise<readonly Migration[]> {
  known ??= readMigrations();
  return known;
}

async function readMigrations(): Promise<readonly Migration[]> {
  const names = (await readdir(new URL('.', import.meta.url))).sort();
  return names.flatMap((each) => {
    const [, version, name] = fileName.exec(each) ?? [];
    return version === undefined || name === undefined ? [] : [{ version, name }];
  });
}

/** Applies what is missing, each migration whole or not at all; gives those it applied. */
export async function migrate(database: Database): Promise<readonly Migration[]> {
  const applied = await appliedVersions(database);
  const pending = (await knownMigrations()).filter(({ version }) => !applied.has(version));
  for (const migration of pending) await apply(database, migration);
  return pending;
}

async function appliedVersions(database: Database): Promise<ReadonlySet<string>> {
  return database.transaction(async (query) => {
    await query('create schema if not exists supabase_migrations');
    await query(
      'create table if not exists supabase_migrations.schema_migrations (version text primary key, statements text[], name text)',
    );
    const rows = await query('select version from supabase_migrations.schema_migrations');
    return new Set(rows.map(({ version }) => String(version)));
  });
}

async function apply(database: Database, { version, name }: Migration): Promise<void> {
  const sql = await readFile(new URL(`${version}_${name}.sql`, import.meta.url), 'utf8');
  // Version and name are digits and letters by the pattern of the file name.
  await database.script(`${sql}
;insert into supabase_migrations.schema_migrations (version, name) values ('${version}', '${name}');
notify pgrst, 'reload schema'`);
}
