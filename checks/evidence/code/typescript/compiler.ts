// Loads the compiler that ts-morph carries, on first use: a run that meets no TypeScript never pays for it.
import { createRequire } from 'node:module';
import type { ts } from 'ts-morph';

export type Compiler = typeof ts;

let loaded: Compiler | undefined;

/**
 * Compiler nodes are read straight from `createSourceFile`: wrapping them in ts-morph nodes takes three to six times as long
 * as parsing, and nothing here needs types or manipulation. Loading by require keeps the front end synchronous.
 */
export function compiler(): Compiler {
  if (loaded === undefined) {
    const library: { readonly ts: Compiler } = createRequire(import.meta.url)('ts-morph');
    loaded = library.ts;
  }
  return loaded;
}
