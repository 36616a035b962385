// What runs before a handler because of where its route hangs: layers of the router and of those above it, outermost first.
import type { CallExpression, Expression } from '../../../model.ts';
import type { Program } from '../program.ts';
import { type Holder, hangingsOf, holdersOf, joinPaths, prefixesOf } from './hangings.ts';
import { isBelow, layersOf } from './layers.ts';
import { runsAfter } from './order.ts';

const maxDepth = 6;

/** What runs before a route of the receiver; `at` is the call that adds the route, where order may count. */
export function runsBefore(program: Program, receiver: Expression, path: string, at: CallExpression | undefined): readonly Expression[] {
  return [...new Set(holdersOf(program, receiver).flatMap((holder) => ofHolder(program, holder, path, at, maxDepth)))];
}

function ofHolder(program: Program, holder: Holder, path: string, at: CallExpression | undefined, depth: number): readonly Expression[] {
  if (depth === 0) return [];
  const above = (hangingsOf(program).get(holder) ?? []).flatMap(({ at: hung, outer, before }) => [
    ...(outer ? holdersOf(program, outer).flatMap((each) => ofHolder(program, each, path, hung, depth - 1)) : []),
    ...before,
  ]);
  const own = (layersOf(program).get(holder) ?? []).filter(
    (layer) => !(at && layer.at && layer.at !== at && runsAfter(program, layer.at, at)) && isHere(program, holder, layer.paths, path),
  );
  return [...above, ...own.flatMap(({ expressions }) => expressions)];
}

/** A layer's path is below what stands before the router. */
function isHere(program: Program, holder: Holder, starts: readonly (string | RegExp | undefined)[], path: string): boolean {
  if (starts.some((start) => isBelow(path, start))) return true;
  const prefixes = holder.kind === 'call' ? prefixesOf(program, holder) : [''];
  return starts.some((start) => typeof start === 'string' && prefixes.some((prefix) => isBelow(path, joinPaths(prefix, start))));
}
