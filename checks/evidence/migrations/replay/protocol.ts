// What the thread that replays is given, and what it gives back: plain data.
import type { AccessMatrix, Catalogue, Found } from '../../../model.ts';
import type { Planned } from './plans.ts';

export interface ReplayTask {
  readonly supabase: boolean;
  /** Served to clients, as a comma list; `public` where nothing says. */
  readonly schemas?: string;
  readonly extensions: readonly string[];
  /** To be planned on what was replayed. */
  readonly explained: readonly string[];
  readonly statements: readonly {
    readonly sql: string;
    /** Nobody's access to a row hangs on it. */
    readonly mayFail: boolean;
    /** Run where it fails. */
    readonly instead?: string;
  }[];
}
export type ReplayAnswer =
  | {
      readonly kind: 'replayed';
      readonly engine: string;
      readonly catalogue: Catalogue;
      readonly leftOut: readonly { readonly at: number; readonly because: string }[];
      readonly access: Found<AccessMatrix>;
      readonly plans: readonly Planned[];
    }
  | { readonly kind: 'failed'; readonly at?: number; readonly because: string };
