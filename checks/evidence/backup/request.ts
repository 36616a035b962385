// What a verification of a backup is told.
import type { Found } from '../../model.ts';
import type { Scratch } from '../database/scratch/server.ts';
import type { RawSet } from '../migrations/tools/raw-set.ts';

export interface BackupRequest {
  readonly path: string;
  /** Shown instead of the file's name. */
  readonly name?: string;
  readonly now: Date;
  readonly maxAgeMs: number;
  readonly restoreLimitMs?: number;
  /** Expected checksum; else one beside the file (`.sha256`) is looked for. */
  readonly sha256?: string;
  /** Rows expected of each table. */
  readonly expectedRows?: ReadonlyMap<string, number>;
  /** Names of the extensions that it should bring. */
  readonly expectedExtensions?: readonly string[];
  readonly previousBytes?: number;
  /** SQL that must return nothing. */
  readonly invariants?: string;
  /** Migrations that the checkout holds, to tell whether the backup has them. */
  readonly sets: readonly RawSet[];
  /** Where to restore it; else a server is started for it. Stopped afterwards in either case. */
  readonly openScratch?: (major: number | undefined) => Promise<Found<Scratch>>;
  readonly onProgress: (what: string) => void;
  readonly signal?: AbortSignal;
}
