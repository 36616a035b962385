// What is known of a client that holds connections.
import type { SymbolPattern } from '../../model.ts';

export interface Client {
  readonly name: string;
  readonly makers: readonly SymbolPattern[];
  /** The most it opens by itself, in words; absent for a single connection. */
  readonly keeps?: string;
  /** Options that hold the most it may open; `a.b` is an entry of an option. */
  readonly limits?: readonly string[];
  /** Values of options that take every limit away. */
  readonly endless?: readonly (readonly [option: string, value: number | null])[];
  /** One that is closed where it is made (`with`, `await using`) holds nothing afterwards. */
  readonly mayBeBrief?: true;
  /** From which number on a limit bounds nothing, where what it bounds are not connections to a database. */
  readonly admitted?: number;
  /** A connection for one use: pooling is somebody else's. */
  readonly single?: true;
}
