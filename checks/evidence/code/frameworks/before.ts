// What runs before a handler because of where its route hangs: layers of the router and of those above it, outermost first.
import type { CallExpression, Expression } from '../../../model.ts';
import { entities } from '../entities.ts';
import type { Program } from '../program.ts';
import { type Holder, hangingsOf, holdersOf, joinPaths } from './hangings.ts';
import { isBelow, type Layer, layersOf } from './layers.ts';
import { runsAfter } from './order.ts';
import { prefixesOfHolder } from './prefixes.ts';

/** What runs before a route of the receiver; `at` is the call that adds the route, where order may count. */
export function runsBefore(program: Program, receiver: Expression, path: string, at: CallExpression | undefined): readonly Expression[] {
  const found = holdersOf(program, receiver).flatMap((holder) =>
    [...above(program, holder), ...own(program, holder, at)].flatMap((standing) =>
      isHere(program, standing, path) ? standing.layer.expressions : [],
    ),
  );
  return [...new Set(found)];
}

/** A layer and the holder it hangs on. */
interface Standing {
  readonly layer: Layer;
  readonly holder: Holder;
}

function own(program: Program, holder: Holder, at: CallExpression | undefined): readonly Standing[] {
  return (layersOf(program).get(holder) ?? []).flatMap((layer) =>
    at && layer.at && layer.at !== at && runsAfter(program, layer.at, at) ? [] : [{ layer, holder }],
  );
}

/** Layers of what a holder hangs on, as far as they hang there before it. */
function above(program: Program, holder: Holder): readonly Standing[] {
  return program.memory.once<readonly Standing[]>('layers above', holder, [], () => {
    const found = (hangingsOf(program).get(holder) ?? []).flatMap(({ at, outer, before }): readonly Standing[] => [
      ...(outer ? holdersOf(program, outer).flatMap((each) => [...above(program, each), ...own(program, each, at)]) : []),
      ...(before.length > 0 ? [{ layer: { at: undefined, paths: [''], expressions: before }, holder }] : []),
    ]);
    // `class App extends Koa` hangs up its own in its constructor.
    for (const each of holder.kind === 'call' ? entities(program, holder) : [])
      if (each.kind === 'instance') found.push(...own(program, each.of, undefined));
    return [...new Map(found.map((each) => [each.layer, each])).values()];
  });
}

/** A layer's path is below what stands before the router. */
function isHere(program: Program, { layer: { paths }, holder }: Standing, path: string): boolean {
  if (paths.some((start) => isBelow(path, start))) return true;
  return paths.some(
    (start) => typeof start === 'string' && prefixesOfHolder(program, holder).some((each) => isBelow(path, joinPaths(each, start))),
  );
}
