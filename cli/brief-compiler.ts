// Tells V8 that this process is a short one.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

// The compiler in the middle copies callees into callers as if they ran for hours: a tenth of the CPU, a tenth of the memory.
const littleInlined = ['--max-maglev-inlined-bytecode-size=100', '--max-maglev-inlined-bytecode-size-cumulative=100'];

// PostgreSQL's parser has functions so large that compiling them once more takes 400 MB for a moment.
const asCompiledFirst = ['--no-wasm-tier-up', '--no-wasm-dynamic-tiering'];

// Room for young objects that grows with what survives: a fifth of the memory, for a hundredth of the CPU.
const smallNursery = '--semi-space-growth-factor=1';

/**
 * A run that reads code executes thousands of functions a few times each: the optimising compiler and the threads that copy young
 * objects take a quarter of its CPU and give nothing back before it ends. For runs that send no load: those need every optimisation.
 */
export function compileBriefly(): void {
  for (const flag of ['--no-opt', '--no-parallel-scavenge', smallNursery, ...asCompiledFirst, ...littleInlined]) setFlagsFromString(flag);
}

/** Looks for garbage each time the heap has grown by half: a tenth of the CPU, a sixth of the memory. For checkouts that would need more than 500 MB. */
export function growSlowly(): void {
  setFlagsFromString('--heap-growing-percent=50');
}

/** V8 would let the heap of a short process grow for long before it looks for what nobody needs any more. */
export function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect === 'function') collect();
}
