// What a trace found on its way is kept for the next one: a value that many callers hand over is traced through each of them once.
import type { Source } from '../../model.ts';
import type { Program } from './program.ts';
import { maxDepth, type Trail } from './source-trail.ts';

/** What was found, and what finding it took: it is the same again only where there is room for that. */
interface Kept {
  readonly found: readonly Source[];
  /** Steps deeper than where it began; undefined where the depth cut it short: then it is for that depth alone. */
  readonly height: number | undefined;
  readonly steps: number;
}

/** The answer, kept per question and thing, outside of followed calls: what tracing it again would find. Cut by a cycle from outside, nothing is kept. */
export function tracedOnce(
  program: Program,
  question: string,
  about: object,
  { progress, depth, open }: Trail,
  answer: () => readonly Source[],
): readonly Source[] {
  const known = program.memory.once<(Kept | undefined)[]>(question, about, [], () => []);
  const before = known[depth] ?? known[anyDepth];
  if (before && before.steps <= progress.stepsLeft && depth + (before.height ?? 0) <= maxDepth) {
    progress.stepsLeft -= before.steps;
    if (before.height === undefined) progress.cutByDepth += 1;
    progress.deepest = Math.max(progress.deepest, depth + (before.height ?? 0));
    return before.found;
  }
  const { stepsLeft, deepest, cutByDepth, outermostCycle } = progress;
  progress.deepest = depth;
  progress.outermostCycle = Number.POSITIVE_INFINITY;
  const found = answer();
  const height = progress.cutByDepth === cutByDepth ? progress.deepest - depth : undefined;
  // A cycle that ends in here is the same wherever this is asked from.
  const isWhole = progress.outermostCycle >= open.size && progress.stepsLeft > 0;
  if (isWhole) known[height === undefined ? depth : anyDepth] = { found, height, steps: stepsLeft - progress.stepsLeft };
  progress.deepest = Math.max(progress.deepest, deepest);
  progress.outermostCycle = Math.min(progress.outermostCycle, outermostCycle);
  return found;
}

const anyDepth = maxDepth + 2;
