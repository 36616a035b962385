// The schema's history as files: what they say, and the schema they end in.
import type { AccessMatrix } from './access.ts';
import type { Catalogue } from './catalogue.ts';
import type { Found } from './found.ts';
import type { FilePlace } from './place.ts';

export type MigrationTool =
  | 'supabase'
  | 'sql'
  | 'drizzle'
  | 'prisma'
  | 'knex'
  | 'kysely'
  | 'node-pg-migrate'
  | 'typeorm'
  | 'db-migrate'
  | 'alembic'
  | 'django';

export interface MigrationsEvidence {
  readonly sets: readonly MigrationSet[];
  /** Where the service makes a client of Supabase, whose tables clients come to as well; absent where a database was looked at instead. */
  readonly supabaseClient?: FilePlace;
}
export interface MigrationSet {
  readonly tool: MigrationTool;
  /** Relative to the audited root; of Django, the app's. */
  readonly folder: string;
  /** In the order they are applied in. */
  readonly files: readonly MigrationFile[];
  /** Beside them, and never applied: the name fits no version. */
  readonly passedOver: readonly FilePlace[];
  /** Named in a journal or as a parent, and not there. */
  readonly absent: readonly { readonly version: string; readonly namedBy: FilePlace }[];
  /** Several ends of a history that should have one. */
  readonly heads: readonly string[];
  /** Clients come to its tables themselves: it is laid out for Supabase, or speaks of the roles that requests run as. */
  readonly servedToClients: boolean;
  /** Major version of PostgreSQL that the project states. */
  readonly statedMajor?: number;
  /** What a linter of others found in them; absent where none is installed. */
  readonly linted?: Found<LintedMigrations>;
  /** All of them, replayed into an empty database. */
  readonly replayed: Found<ReplayedSchema>;
}
export interface LintedMigrations {
  /** `squawk 2.66.0`. */
  readonly tool: string;
  readonly findings: readonly { readonly rule: string; readonly message: string; readonly place: FilePlace }[];
}
export interface MigrationFile {
  /** What the tool orders and knows it by. */
  readonly version: string;
  readonly name: string;
  readonly place: FilePlace;
  readonly statements: Found<readonly SqlStatement[]>;
  /** What of it could not be told, where the rest could; absent where nothing. */
  readonly unread?: readonly string[];
  /** The database that was given has it already: absent where none was. */
  readonly applied?: boolean;
}
export interface ReplayedSchema {
  /** `PostgreSQL 18.6 (embedded)`. */
  readonly engine: string;
  readonly catalogue: Catalogue;
  /** Statements left out, because the engine lacks what they need. */
  readonly leftOut: readonly { readonly place: FilePlace; readonly because: string }[];
  /** Where an object was last written: `public.plans`, `public.plans/own_plan`, `public.save_week`. */
  readonly writtenAt: Readonly<Record<string, FilePlace>>;
  readonly access: Found<AccessMatrix>;
}
export interface SqlStatement {
  readonly place: FilePlace;
  readonly acts: readonly SqlAct[];
}
/** What a statement does that can lock or lose data; the rest of SQL is none of them. */
export interface SqlAct {
  readonly does: SqlDeed;
  /** Schema-qualified; `public` where none is written. */
  readonly relation?: string;
  readonly what?: string;
  readonly concurrently?: true;
  readonly notValid?: true;
  readonly usingIndex?: true;
  /** A column's default: a constant, or a function that gives another value for each row. */
  readonly fallback?: 'constant' | 'volatile';
  readonly notNull?: true;
  /** Of a check: the column that it says is not null. */
  readonly proves?: string;
  /** Of a type: as written. */
  readonly type?: string;
  /** Of an UPDATE or DELETE: every row. */
  readonly everyRow?: true;
}
export type SqlDeed =
  | 'create-table'
  | 'drop-table'
  | 'truncate'
  | 'drop-column'
  | 'drop-schema'
  | 'drop-database'
  | 'create-index'
  | 'drop-index'
  | 'reindex'
  | 'add-column'
  | 'set-not-null'
  | 'change-type'
  | 'add-check'
  | 'add-foreign-key'
  | 'add-unique'
  | 'add-primary-key'
  | 'add-exclusion'
  | 'validate-constraint'
  | 'rename-table'
  | 'rename-column'
  | 'vacuum-full'
  | 'cluster'
  | 'refresh-view'
  | 'lock-table'
  | 'update'
  | 'delete'
  | 'begin'
  | 'commit'
  /** Code of the project's own that the tool can't undo. */
  | 'irreversible'
  | 'set-lock-timeout'
  | 'disable-row-security';
