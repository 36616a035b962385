// Loops round a call: over many things, or the same thing tried again.
import { nodesIn } from './nodes.ts';
import type { CallExpression, Expression, FunctionExpression, LoopStatement, Statement, TryStatement } from './source.ts';

/** Loops of the function that the node stands in, innermost last; not those of functions written inside. */
export function loopsAround(code: FunctionExpression, node: Expression): readonly LoopStatement[] {
  return nodesIn(code.body).flatMap((each) => (each.kind === 'loop' && nodesIn(each.body).includes(node) ? [each] : []));
}

/** A loop that catches what fails and goes round again; undefined where it goes over things, or a failure leaves it. */
export function retryAround(
  code: FunctionExpression,
  node: CallExpression,
): { readonly loop: LoopStatement; readonly tried: TryStatement } | undefined {
  for (const loop of loopsAround(code, node)) {
    if (loop.over !== undefined && goesOverThings(loop.over)) continue;
    const tried = nodesIn(loop.body).find((each): each is TryStatement => each.kind === 'try' && nodesIn(each.body).includes(node));
    if (tried?.handlers.some(({ body }) => !leaves(body))) return { loop, tried };
  }
  return undefined;
}

/** `range(3)`, `attempt < 3`, `True` count; anything else hands out things. */
export function goesOverThings(over: Expression): boolean {
  if (over.kind === 'call') return over.callee.kind !== 'name' || !/^(?:range|count)$/.test(over.callee.name);
  if (over.kind === 'binary' || over.kind === 'unary') return false;
  return over.kind !== 'boolean' && over.kind !== 'number' && over.kind !== 'conditional';
}

function leaves(body: readonly Statement[]): boolean {
  const last = body.at(-1);
  if (last === undefined) return false;
  if (last.kind === 'if') return last.otherwise.length > 0 && leaves(last.then) && leaves(last.otherwise);
  return last.kind === 'return' || last.kind === 'throw' || (last.kind === 'block' && leaves(last.body));
}
