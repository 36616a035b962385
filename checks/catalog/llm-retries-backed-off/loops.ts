// Loops of the service's own that ask again.
import type { Seen } from '../../answer.ts';
import { retryAround } from '../../model/loops.ts';
import { lastName, nodesIn } from '../../model/nodes.ts';
import type { Call, CallExpression, Expression, LoopStatement, ModelCall, Unit } from '../../model.ts';

const nothing: Seen = { bad: [], good: [] };
const maxDepth = 3;

/** The loop that the call stands in, or one that a caller calls it in. */
export function judgeLoops(unit: Unit, { call, library }: ModelCall): Seen {
  const found = loopAbove(unit, call, maxDepth);
  if (found === undefined) return nothing;
  const { loop, at } = found;
  const place = unit.place(at);
  const pauses = nodesIn(loop.body).filter((each): each is CallExpression => each.kind === 'call' && isPause(each));
  if (pauses.length === 0)
    return { ...nothing, bad: [{ message: `${nameOf(library)} is asked again at once when it fails: the loop makes no pause`, place }] };
  if (!pauses.some((pause) => grows(pause, loop)))
    return { ...nothing, bad: [{ message: `${nameOf(library)} is asked again after the same pause each time`, place }] };
  return { ...nothing, good: [{ message: `${nameOf(library)} is asked again after growing pauses`, place }] };
}

export const nameOf = (library: string): string => (library === 'HTTP' ? 'the model' : `the model behind ${library}`);

function loopAbove(unit: Unit, call: Call, depth: number): { readonly loop: LoopStatement; readonly at: CallExpression } | undefined {
  const code = call.inFunction;
  if (code === undefined || depth === 0) return undefined;
  const own = retryAround(code.node, call.node);
  if (own) return { loop: own.loop, at: call.node };
  const callers = unit.callersOf(code);
  const handed = unit.handedTo(code);
  for (const caller of handed && callers.length === 0 ? [handed] : callers) {
    const found = (caller === handed ? loopInside(caller) : undefined) ?? loopAbove(unit, caller, depth - 1);
    if (found) return found;
  }
  return undefined;
}

/** `withRetry(() => ask())`: the loop stands in the helper, round its call of what it is given. */
function loopInside(caller: Call): { readonly loop: LoopStatement; readonly at: CallExpression } | undefined {
  for (const { node } of caller.targets) {
    const given = new Set(node.parameters.flatMap(({ pattern }) => (pattern.kind === 'bind' ? [pattern.name] : [])));
    for (const each of nodesIn(node.body)) {
      if (each.kind !== 'call' || each.callee.kind !== 'name' || !given.has(each.callee.name)) continue;
      const own = retryAround(node, each);
      if (own) return { loop: own.loop, at: each };
    }
  }
  return undefined;
}

const isPause = ({ callee, args }: CallExpression): boolean =>
  /^(?:a?sleep|delay|wait|wait_?for|pause|set_?timeout|timeout|backoff|back_?off|sleep_?ms|wait_?ms)\w*$/i.test(lastName(callee) ?? '') &&
  args.length > 0;

/** The pause is worked out from the number of the try, or a name in it that the loop makes larger. */
function grows(pause: CallExpression, loop: LoopStatement): boolean {
  const inside = pause.args.flatMap(({ value }) => nodesIn(value));
  const names = new Set(inside.flatMap((each) => (each.kind === 'name' ? [each.name] : [])));
  const widened = nodesIn(loop.body).flatMap((each) =>
    (each.kind === 'assignment' || each.kind === 'assign') && each.value && each.target.kind === 'bind' && names.has(each.target.name)
      ? [each.value]
      : [],
  );
  return [...inside, ...widened.flatMap(nodesIn)].some((each) => isGrowth(each));
}

function isGrowth(node: ReturnType<typeof nodesIn>[number]): boolean {
  if (node.kind === 'binary') return /^(?:\*\*|\*|<<)$/.test(node.operator) && ![node.left, node.right].every(isConstant);
  return node.kind === 'call' && /^(?:pow|exp|backoff\w*|delay_?for|pause_?of|next_?delay|\w*backoff)$/i.test(lastName(node.callee) ?? '');
}

const isConstant = (node: Expression): boolean => node.kind === 'number' || (node.kind === 'name' && /^[A-Z][A-Z0-9_]*$/.test(node.name));
