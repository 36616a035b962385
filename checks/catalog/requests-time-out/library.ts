// What there is to know of a library that calls out of the service: where it takes its limit, and what it does without one.
import type { SymbolPattern } from '../../model.ts';

export interface Library {
  readonly name: string;
  readonly makers: readonly SymbolPattern[];
  /** Any one of these is a limit; `a.b` is an entry of an option. */
  readonly options: readonly string[];
  /** Position of the options in a call; absent: keywords, or wherever they stand. */
  readonly at?: number;
  /** Position of the limit itself, where it may be given without a name. */
  readonly position?: number;
  /** What happens without a limit; absent where the default is a limit worth the name. */
  readonly without?: string;
  /** The default limit, where it is one. */
  readonly byDefault?: string;
  /** Waiting for it blocks the thread, so nobody else's clock ends it. */
  readonly blocks?: true;
  /** The calls of what was made can bring their own limit, under these names. */
  readonly perCall?: readonly string[];
}

export const ever = 'waits for ever';
export const verbs = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'request'];
export const each = (symbol: string, names: readonly string[]): readonly string[] => names.map((name) => `${symbol}.${name}`);
