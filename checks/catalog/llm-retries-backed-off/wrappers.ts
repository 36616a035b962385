// Libraries that ask again, round the call or as decorators of a function on its way.
import type { Seen } from '../../answer.ts';
import { nodesIn } from '../../model/nodes.ts';
import { everyWay } from '../../model/ways.ts';
import type { Call, CodeFunction, Expression, Finding, ModelCall, Unit } from '../../model.ts';
import { nameOf } from './loops.ts';
import { faultOf, isRetry, libraries } from './retry-libraries.ts';

const nothing: Seen = { bad: [], good: [] };

export function judgeWrappers(unit: Unit, { call: asked, library }: ModelCall): Seen {
  const known = new Map<Expression, Call>(unit.calls(...libraries).flatMap((call) => (isRetry(unit, call) ? [[call.node, call]] : [])));
  const used = new Map<Expression, Call>();
  const bare = new Set<Expression>();
  const take = (call: Call | undefined): boolean => {
    if (call !== undefined) used.set(call.node, call);
    return call !== undefined;
  };
  const covered = everyWay(unit, asked, {
    call: (call) => {
      if (known.has(call.node)) return take(known.get(call.node));
      return handsOver(call) && call.targets.some((target) => unit.callsFrom(target).some((each) => take(known.get(each.node))));
    },
    code: (code) =>
      decoratorsOf(code).some((each) => (each.kind === 'call' ? take(known.get(each)) : isBare(unit, each) && bare.add(each).size > 0)) ||
      loopsOver(code).some((each) => take(known.get(each))) ||
      [...known.values()].some((call) => isHanded(unit, call, code) && take(call)),
  });
  const faults = [
    ...[...bare].map(
      (each): Finding => ({
        message: 'tenacity asks again at once and without end: the decorator is given neither wait nor stop',
        place: unit.place(each),
      }),
    ),
    ...[...used.values()].flatMap((call) => faultOf(unit, call)),
  ];
  if (faults.length > 0) return { ...nothing, bad: faults };
  const [first] = used.values();
  return covered && first
    ? { ...nothing, good: [{ message: `${nameOf(library)} is asked again after growing pauses`, place: first.place }] }
    : nothing;
}

const handsOver = ({ node }: Call): boolean => node.args.some(({ value }) => value.kind === 'function');
const decoratorsOf = ({ node }: CodeFunction): readonly Expression[] => node.decorators ?? [];
const isBare = (unit: Unit, decorator: Expression): boolean => unit.symbols(decorator).includes('py:tenacity.retry');

/** `for attempt in Retrying(…)`. */
const loopsOver = ({ node }: CodeFunction): readonly Expression[] =>
  nodesIn(node.body).flatMap((each) => (each.kind === 'loop' && each.over ? [each.over] : []));

/** `retried(ask)`: the function goes in by its name. */
const isHanded = (unit: Unit, call: Call, { node }: CodeFunction): boolean =>
  call.node.args.some(
    ({ value }) => value.kind !== 'function' && value.kind !== 'object' && unit.functionsIn(value).some((each) => each.node === node),
  );
