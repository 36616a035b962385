// What the thread that restores is given, and what it gives back: plain data.
import type { BackupFault, RestoreFigures } from '../../../model.ts';
import type { Kind } from '../format.ts';
import type { Needs } from '../needs.ts';
import type { BackupRequest } from '../request.ts';

export interface RestoreTask {
  readonly path: string;
  readonly kind: Kind;
  readonly needs: Needs;
  readonly fromMajor: number | undefined;
  readonly asked: Pick<BackupRequest, 'expectedRows' | 'expectedExtensions' | 'restoreLimitMs' | 'invariants' | 'sets'>;
}
export type RestoreAnswer =
  | { readonly kind: 'restored'; readonly figures: RestoreFigures }
  | { readonly kind: 'broken'; readonly fault: BackupFault }
  /** It says nothing about the backup. */
  | { readonly kind: 'beyond'; readonly because: string };
