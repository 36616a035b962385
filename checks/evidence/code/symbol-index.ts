// Things by symbol, found again by a pattern of symbols without going through all of them.
import type { SymbolPattern } from '../../model.ts';
import { matcher } from './calls.ts';

export interface SymbolIndex<T> {
  /** What stands under the symbols that a pattern means, in no particular order. */
  readonly matching: (pattern: SymbolPattern) => readonly T[];
}

/** The map may not change afterwards. */
export function makeSymbolIndex<T>(bySymbol: ReadonlyMap<string, readonly T[]>): SymbolIndex<T> {
  const known = new Map<SymbolPattern, readonly T[]>();
  let sorted: readonly string[] | undefined;
  let byLastName: ReadonlyMap<string, readonly string[]> | undefined;
  const find = (pattern: SymbolPattern): readonly T[] => {
    if (!pattern.includes('*')) return bySymbol.get(pattern) ?? [];
    const matches = matcher([pattern]);
    return candidates(pattern).flatMap((symbol) => (matches(symbol) ? (bySymbol.get(symbol) ?? []) : []));
  };
  const candidates = (pattern: SymbolPattern): readonly string[] => {
    if (!pattern.startsWith('*')) {
      sorted ??= [...bySymbol.keys()].sort();
      return startingWith(sorted, pattern.slice(0, -1));
    }
    if (!pattern.includes('.')) return [...bySymbol.keys()];
    byLastName ??= Map.groupBy(bySymbol.keys(), lastName);
    return byLastName.get(lastName(pattern)) ?? [];
  };
  return {
    matching: (pattern) => {
      const before = known.get(pattern);
      if (before) return before;
      const found = find(pattern);
      known.set(pattern, found);
      return found;
    },
  };
}

const lastName = (symbol: string): string => symbol.slice(symbol.lastIndexOf('.') + 1);

/** Of sorted words those that begin so: they stand together. */
function startingWith(sorted: readonly string[], start: string): readonly string[] {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < start) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (sorted[end]?.startsWith(start)) end += 1;
  return sorted.slice(low, end);
}
