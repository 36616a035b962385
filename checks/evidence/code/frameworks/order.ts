// Whether one call surely runs after another: by where they stand, or where what they stand in is called.
import type { CallExpression } from '../../../model.ts';
import { callersOf } from '../callers.ts';
import { contextOf } from '../context.ts';
import type { Program } from '../program.ts';

const maxDepth = 4;

/** True only where the source tells: both in the same function, or called from it. */
export function runsAfter(program: Program, later: CallExpression, earlier: CallExpression): boolean {
  for (const a of chain(program, later)) {
    for (const b of chain(program, earlier)) {
      if (a === b) continue;
      const [at, before] = [contextOf(a), contextOf(b)];
      if (at.file === before.file && at.inFunction === before.inFunction) return follows(a, b);
    }
  }
  return false;
}

/** The call, and the only calls that lead to it. */
function chain(program: Program, call: CallExpression): readonly CallExpression[] {
  const found = [call];
  for (let each = call; found.length < maxDepth; ) {
    const { inFunction } = contextOf(each);
    const callers = inFunction ? callersOf(program, inFunction) : [];
    const [only] = callers;
    if (only === undefined || callers.length > 1 || found.includes(only)) break;
    found.push(only);
    each = only;
  }
  return found;
}

/** In a chain `app.use(a).use(b)` the outer call is the later one. */
function follows(a: CallExpression, b: CallExpression): boolean {
  if (isInside(b, a)) return true;
  if (isInside(a, b)) return false;
  return a.line > b.line || (a.line === b.line && a.column > b.column);
}

function isInside(inner: CallExpression, outer: CallExpression): boolean {
  for (let each = outer.callee.kind === 'member' ? outer.callee.object : undefined; each; ) {
    if (each === inner) return true;
    const target = each.kind === 'call' ? each.callee : each;
    each = target.kind === 'member' ? target.object : undefined;
  }
  return false;
}
