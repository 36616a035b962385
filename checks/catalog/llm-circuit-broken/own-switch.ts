// Circuit breakers that a service writes itself: a switch that calls look at, and that failures open.
import { lastName, nodesIn } from '../../model/nodes.ts';
import type { CodeFunction, Expression, Unit } from '../../model.ts';

type Node = ReturnType<typeof nodesIn>[number];

const switchName =
  /circuit|breaker|cool_?down|tripped|(?:open|blocked|down|retry|disabled)_?until|consecutive_?(?:failures|errors)|failure_?count|failures|is_?open|opened_?at|next_?attempt/i;

/** `if (now < openUntil) throw …` that failures set; `deaf` where nothing in the function ever notes one. */
export function ownSwitch(unit: Unit, code: CodeFunction): 'closed' | 'deaf' | 'none' {
  const nodes = nodesIn(code.node.body);
  const tests = nodes.flatMap((each) => (each.kind === 'if' && leaves(each.then) ? nodesIn(each.test) : []));
  if (!tests.some((each) => namesSwitch(each) || isOpenState(each))) return 'none';
  const tested = new Set(tests.flatMap((each) => (each.kind === 'name' || each.kind === 'member' ? [each.name] : [])));
  const failing = nodes.flatMap((each) => (each.kind === 'try' ? each.handlers.flatMap(({ body }) => nodesIn(body)) : []));
  return failing.some((each) => notes(unit, each, tested, 2)) ? 'closed' : 'deaf';
}

/** It writes what is tested, or runs something that does; what that something is may be out of sight. */
function notes(unit: Unit, node: Node, tested: ReadonlySet<string>, depth: number): boolean {
  if (writesSwitch(node, tested)) return true;
  if (node.kind !== 'call' || depth === 0) return false;
  const targets = unit.targets(node);
  if (targets.length > 0) return targets.some((target) => nodesIn(target.node.body).some((each) => notes(unit, each, tested, depth - 1)));
  return namesSwitch(node.callee) || /^(?:on_?|record_?|note_?|mark_?|register_?)?(?:fail|trip)\w*$/i.test(lastName(node.callee) ?? '');
}

const leaves = (body: unknown): boolean => nodesIn(body).some(({ kind }) => kind === 'return' || kind === 'throw');

/** `state === 'OPEN'`, `state is State.OPEN`. */
const isOpenState = (node: Node): boolean =>
  node.kind === 'binary' &&
  [node.left, node.right].some(
    (side) => (side.kind === 'string' && /^open$/i.test(side.value)) || (side.kind === 'member' && /^open$/i.test(side.name)),
  ) &&
  [node.left, node.right].some((side) => /state|status|circuit/i.test(lastName(side) ?? ''));

const namesSwitch = (node: Node): boolean =>
  (node.kind === 'name' && switchName.test(node.name)) ||
  (node.kind === 'member' &&
    (switchName.test(node.name) || nodesIn(node.object).some((each) => each.kind === 'name' && switchName.test(each.name))));

function writesSwitch(node: Node, tested: ReadonlySet<string>): boolean {
  if (node.kind !== 'assignment' && node.kind !== 'assign') return false;
  const { target } = node;
  const isIt = (name: string): boolean => switchName.test(name) || tested.has(name);
  if (target.kind === 'bind') return isIt(target.name);
  return target.kind === 'place' && (isWritten(target.target, isIt) || namesSwitch(target.target));
}

const isWritten = (target: Expression, isIt: (name: string) => boolean): boolean => target.kind === 'member' && isIt(target.name);
