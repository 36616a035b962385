// Loads the compiler that ts-morph carries, on first use: a run that meets no TypeScript never pays for it.
import { createRequire } from 'node:module';
import type { ts } from 'ts-morph';

export type Compiler = typeof ts;

let loaded: Compiler | undefined;

const load = createRequire(import.meta.url);

/** The compiler's own file: half of loading ts-morph is loading wrappers that nothing here asks for. */
function withoutWrappers(): Compiler | undefined {
  try {
    const compiler: Compiler = createRequire(load.resolve('ts-morph'))('@ts-morph/common/dist/typescript.js');
    return compiler.version === undefined ? undefined : compiler;
  } catch {
    return undefined;
  }
}

/**
 * Compiler nodes are read straight from `createSourceFile`: wrapping them in ts-morph nodes takes three to six times as long
 * as parsing, and nothing here needs types or manipulation. Loading by require keeps the front end synchronous.
 */
export function compiler(): Compiler {
  if (loaded === undefined) loaded = withoutWrappers() ?? wrapped();
  return loaded;
}

function wrapped(): Compiler {
  const library: { readonly ts: Compiler } = load('ts-morph');
  return library.ts;
}
