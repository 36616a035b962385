// A database that was looked at and not touched: its server, schema, history, statistics.
import type { AccessMatrix } from './access.ts';
import type { Catalogue } from './catalogue.ts';
import type { Found } from './found.ts';
import type { MigrationTool } from './migrations.ts';
import type { FilePlace } from './place.ts';

export interface DatabaseEvidence {
  /** `host:port/name`, without credentials. */
  readonly name: string;
  readonly server: DatabaseServer;
  readonly catalogue: Found<Catalogue>;
  /** The schema that the migrations of the checkout end in. */
  readonly expected: Found<Catalogue>;
  /** Who could do what with whose row, tried on a scratch copy of the schema. */
  readonly access: Found<AccessMatrix>;
  /** Each set of migrations of the checkout, held against what the database says it has. */
  readonly histories: Found<readonly MigrationHistory[]>;
  readonly statements: Found<readonly StatementFigures[]>;
  /** How statements of the code, and those that took the most time, would be answered, on a scratch copy of the schema; absent where there was none to plan. */
  readonly plans?: Found<readonly StatementPlan[]>;
  readonly connections: Found<ConnectionFigures>;
  /** What a right is missing for, or what is not installed: each a sentence. */
  readonly notSeen: readonly string[];
}
export interface DatabaseServer {
  readonly version: number;
  readonly user: string;
  readonly superuser: boolean;
  readonly encrypted: boolean;
  readonly bytes: number;
  readonly encoding: string;
  /** Age of the statistics, in days; absent where they were never reset. */
  readonly statisticsDays?: number;
  readonly inRecovery: boolean;
}
export interface MigrationHistory {
  readonly tool: MigrationTool;
  readonly folder: string;
  /** Where the applied ones are kept; absent where no such table is. */
  readonly table?: string;
  readonly files: readonly HistoryFile[];
  readonly applied: Found<readonly AppliedMigration[]>;
}
export interface HistoryFile {
  readonly version: string;
  readonly name: string;
  readonly place: FilePlace;
}
export interface AppliedMigration {
  readonly version: string;
  readonly state: 'applied' | 'failed' | 'rolled-back';
  /** Against the file of the same version; `unknown` where the tool keeps nothing to compare. */
  readonly content: 'same' | 'edited' | 'unknown';
}
/** Of one normalised statement, since the figures were last reset. */
export interface StatementFigures {
  readonly text: string;
  readonly calls: number;
  readonly meanMs: number;
  readonly totalMs: number;
  readonly rows: number;
}
export interface ConnectionFigures {
  readonly max: number;
  readonly reserved: number;
  readonly open: number;
  readonly byUser: readonly {
    readonly user: string;
    readonly application: string;
    readonly open: number;
    readonly idleInTransaction: number;
  }[];
  /** Longest that a transaction has been idle, in seconds. */
  readonly longestIdleInTransactionSeconds: number;
  /** Of the role that was used, in milliseconds; 0 is none. */
  /** Counted again and again while the service was asked; absent where no load was sent. */
  readonly underLoad?: Found<ConnectionsUnderLoad>;
  readonly statementTimeoutMs: number;
  readonly idleInTransactionTimeoutMs: number;
}
export interface ConnectionsUnderLoad {
  /** When it began; of the whole server, as all of these but one. */
  readonly before: number;
  readonly most: number;
  readonly mostToThisDatabase: number;
  /** How often they were counted. */
  readonly samples: number;
}
export interface StatementPlan {
  /** As the server keeps it; of the code, as it was understood. */
  readonly text: string;
  /** Where the code sends it. */
  readonly place?: FilePlace;
  /** Tables read from end to end though some of their rows are asked for: no index serves the condition. */
  readonly whole: Found<readonly { readonly table: string; readonly filter: string }[]>;
}
