// Where each tool keeps what it applied, and how it is read.
import { z } from 'zod';
import type { AppliedMigration, MigrationTool } from '../../../model.ts';
import type { RawSet } from '../../migrations/tools/raw-set.ts';
import { sameSql, sha256 } from './content.ts';
import { applied, fileOf, type ReadApplied, rowsOf } from './reader.ts';

export interface KnownTool {
  readonly tables: readonly string[];
  readonly schema?: string;
  readonly read: ReadApplied;
}

const supabase: ReadApplied = async (ask, table, set) => {
  const keepsText = table.columns.includes('statements');
  const text = keepsText ? "array_to_string(statements, E';\\n')" : 'null';
  const rows = await rowsOf(ask, table, { version: 'version', text });
  return rows.flatMap(({ version, text: kept }) =>
    version === null || version === undefined ? [] : [applied(version, contentOf(set, version, kept))],
  );
};

function contentOf(set: RawSet, version: string, kept: string | null | undefined): AppliedMigration['content'] {
  const file = fileOf(set, version);
  if (file?.sql === undefined || kept === null || kept === undefined || kept.trim() === '') return 'unknown';
  const same = sameSql(kept, file.sql);
  return same === undefined ? 'unknown' : same ? 'same' : 'edited';
}

const hashed = (set: RawSet, version: string, kept: string | null | undefined): AppliedMigration['content'] => {
  const file = fileOf(set, version);
  if (file === undefined || kept === null || kept === undefined || kept === '') return 'unknown';
  return sha256(file.text) === kept ? 'same' : 'edited';
};

const prisma: ReadApplied = async (ask, table, set) => {
  const columns = { version: 'migration_name', checksum: 'checksum', finished: 'finished_at', undone: 'rolled_back_at' };
  const rows = await rowsOf(ask, table, columns);
  return rows.map(({ version, checksum, finished, undone }) => {
    const state = undone !== null ? 'rolled-back' : finished === null ? 'failed' : 'applied';
    return { version: version ?? '', state, content: hashed(set, version ?? '', checksum) };
  });
};

const drizzle: ReadApplied = async (ask, table, set) => {
  const rows = await rowsOf(ask, table, { version: 'created_at', hash: 'hash' });
  return rows.map(({ version, hash }) => applied(version ?? '', hashed(set, version ?? '', hash)));
};

const withoutEnding = (name: string): string => name.replace(/\.(?:[cm]?[jt]s|sql)$/, '');

const knex: ReadApplied = async (ask, table, set) => {
  const rows = await rowsOf(ask, table, { name: 'name' });
  // A project that moved to TypeScript keeps the old endings in its table.
  return rows.map(({ name }) =>
    applied(set.files.find((file) => withoutEnding(file.version) === withoutEnding(name ?? ''))?.version ?? name ?? ''),
  );
};

const nodePgMigrate: ReadApplied = async (ask, table) => {
  const rows = await rowsOf(ask, table, { name: 'name' });
  return rows.map(({ name }) => applied(withoutEnding(name ?? '')));
};

const typeorm: ReadApplied = async (ask, table) => {
  const rows = await rowsOf(ask, table, { version: 'timestamp' });
  return rows.map(({ version }) => applied(version ?? ''));
};

/** It keeps its names with a slash before them. */
const dbMigrate: ReadApplied = async (ask, table) => {
  const rows = await rowsOf(ask, table, { name: 'name' });
  return rows.map(({ name }) => applied(withoutEnding((name ?? '').replace(/^\//, ''))));
};

/** Only the ends of the history are kept: everything before them was applied. */
const alembic: ReadApplied = async (ask, table, set) => {
  const rows = await rowsOf(ask, table, { version: 'version_num' });
  const all = new Set<string>();
  const waiting = rows.flatMap(({ version }) => version ?? []);
  for (let version = waiting.pop(); version !== undefined; version = waiting.pop()) {
    if (all.has(version)) continue;
    all.add(version);
    waiting.push(...(fileOf(set, version)?.parents ?? []));
  }
  return [...all].map((version) => applied(version));
};

const django: ReadApplied = async (ask, table, set) => {
  const rows = z.array(z.object({ app: z.string(), name: z.string() })).parse(await rowsOf(ask, table, { app: 'app', name: 'name' }));
  const apps = new Set(set.files.map(({ version }) => version.split('.')[0]));
  const own = rows.filter(({ app }) => apps.has(app)).map(({ app, name }) => `${app}.${name}`);
  const joined = new Set(set.files.flatMap(({ replaces = [] }) => replaces));
  const files = set.files.filter(({ replaces = [] }) => replaces.length > 0 && replaces.every((each) => own.includes(each)));
  const kept = own.filter((version) => !joined.has(version) || fileOf(set, version) !== undefined);
  return [...new Set([...kept, ...files.map(({ version }) => version)])].map((version) => applied(version));
};

export const tools: Readonly<Record<Exclude<MigrationTool, 'sql'>, KnownTool>> = {
  supabase: { tables: ['schema_migrations'], schema: 'supabase_migrations', read: supabase },
  prisma: { tables: ['_prisma_migrations'], read: prisma },
  drizzle: { tables: ['__drizzle_migrations'], read: drizzle },
  knex: { tables: ['knex_migrations'], read: knex },
  kysely: { tables: ['kysely_migration'], read: nodePgMigrate },
  'node-pg-migrate': { tables: ['pgmigrations'], read: nodePgMigrate },
  typeorm: { tables: ['migrations', 'typeorm_migrations'], read: typeorm },
  'db-migrate': { tables: ['migrations'], read: dbMigrate },
  alembic: { tables: ['alembic_version'], read: alembic },
  django: { tables: ['django_migrations'], read: django },
};
export const supabaseTool: KnownTool = tools.supabase;
