// A backup, and what became of it when it was restored.
import type { Found } from './found.ts';

export type BackupFormat = 'plain' | 'custom' | 'directory' | 'tar' | 'base';

export interface BackupEvidence {
  /** A file's name, or the command that writes it. */
  readonly name: string;
  readonly format: Found<BackupFormat>;
  readonly compression?: 'gzip' | 'zstd' | 'lz4';
  /** Size as it was given: compressed where it is. */
  readonly bytes: number;
  readonly ageMs: number;
  readonly maxAgeMs: number;
  /** Of the last drill, where its record was given. */
  readonly previousBytes?: number;
  readonly sha256: string;
  /** `matches` where a checksum lay beside it or was given. */
  readonly checksum: Found<{ readonly matches: boolean }>;
  /** Major version of the server it was taken from. */
  readonly fromMajor?: number;
  /** Why it can't be what it should be, found before or at the restore. */
  readonly faults: readonly BackupFault[];
  readonly restore: Found<RestoreFigures>;
  /** What the platform says that it keeps; absent where nobody asked it. */
  readonly platform?: Found<PlatformBackups>;
}
/** Of a hosted project. */
export interface PlatformBackups {
  /** It can be brought back to any moment since the earliest. */
  readonly pointInTime: boolean;
  readonly kept: number;
  /** Of the newest that was completed. */
  readonly newestAgeMs?: number;
  /** Of the newest of all: `COMPLETED`, `FAILED`, `PENDING`, … */
  readonly newestStatus?: string;
  readonly recoverableFromAgeMs?: number;
  readonly recoverableToAgeMs?: number;
}
export interface BackupFault {
  readonly kind:
    | 'empty'
    | 'truncated'
    | 'corrupted'
    | 'not-a-backup'
    | 'missing-extension'
    | 'wrong-encoding'
    | 'too-large'
    | 'unsafe'
    | 'restore-error'
    | 'no-tables';
  readonly message: string;
}
export interface RestoreFigures {
  /** `PostgreSQL 15.18`. */
  readonly engine: string;
  /** What a restore into this engine leaves open: each a sentence; absent of a server of its own. */
  readonly limits?: readonly string[];
  readonly restoreMs: number;
  readonly limitMs?: number;
  readonly tables: readonly RestoredTable[];
  /** Statements that had to return nothing. */
  readonly invariants: readonly { readonly name: string; readonly rows: Found<number> }[];
  /** Sequences that would give a value that is taken. */
  readonly sequencesBehind: readonly string[];
  /** Newest migration in it, and the newest of the checkout. */
  readonly migration?: { readonly restored: string | undefined; readonly expected: string | undefined };
  /** As they are there after the restore, with their versions. */
  readonly extensions?: readonly string[];
  /** Names of those that the source has, or the last drill had, and it has not. */
  readonly extensionsGone?: readonly string[];
  /** Extensions that only the platform has, which it was restored without. */
  readonly leftOut?: readonly string[];
  /** Roles that it names, which must be there before it can be restored. */
  readonly rolesNeeded: readonly string[];
  /** The platform's own schemas were stood in for: the backup leaves them to the platform. */
  readonly platformStoodIn: boolean;
}
export interface RestoredTable {
  readonly name: string;
  readonly rows: number;
  /** Of the source now, or of the last drill. */
  readonly expectedRows?: number;
}
