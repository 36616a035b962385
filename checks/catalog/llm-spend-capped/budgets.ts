// Whether something on every way to the model counts what one user spends.
import type { Seen } from '../../answer.ts';
import { lastName, nodesIn } from '../../model/nodes.ts';
import { everyWay, functionsAbove } from '../../model/ways.ts';
import type { Call, CodeFunction, Expression, ModelCall, Route, Unit } from '../../model.ts';

const nothing: Seen = { bad: [], good: [] };
/** Counts what somebody spends or how often they come. */
const counts =
  /budget|quota|credits?(?:_|$)|allowance|rate_?limit|limiter|throttl|slow_?down|usage_?(?:limit|check|guard)|(?:check|enforce|consume|reserve|deduct|charge|spend|within|ensure|require|verify|assert|has)_?\w*(?:usage|tokens|credits?|limit|spend|plan_limit|subscription)/i;
/** Tells of spending and stops nobody. */
const tells = /^(?:log|track|record|report|metric|observe|inc|emit|print|capture|send|get|list|read|fetch|show|format)/i;
const countsIn = (name: string): boolean => {
  const plain = name.replace(/([a-z0-9])([A-Z])/g, '$1_$2');
  return counts.test(plain) && !tells.test(plain);
};

export function judgeBudget(unit: Unit, { call, library }: ModelCall): Seen {
  const model = library === 'HTTP' ? 'the model' : `the model behind ${library}`;
  const { place } = call;
  const good = (message: string): Seen => ({ ...nothing, good: [{ message, place }] });
  if (everyWay(unit, call, { call: (each) => names(each.node.callee), code: (code) => countsInside(unit, code) }))
    return good(`what a user spends is counted before ${model} is asked`);
  const above = functionsAbove(unit, call);
  const routes = unit.routes.filter(
    ({ handler }) =>
      handler !== undefined &&
      (above.some(({ node }) => node === handler.node) || unit.callsFrom(handler).some(({ node }) => node === call.node)),
  );
  if (routes.length === 0)
    return { ...nothing, unclear: [`what leads to ${model}, and whether it counts what users spend, could not be followed`] };
  const open = routes.find((route) => !isCounted(unit, route));
  if (open)
    return {
      ...nothing,
      bad: [
        {
          message: `${open.method} ${open.path} asks ${model}, and nothing on the way counts what one user spends`,
          place,
          related: [open.place],
        },
      ],
    };
  return good(`every route that asks ${model} is limited`);
}

const names = (expression: Expression): boolean =>
  nodesIn(expression).some((node) => (node.kind === 'name' || node.kind === 'member') && countsIn(node.name));

/** A function that asks for the budget, and whose answer it heeds: awaited, tested or thrown by the helper. */
const countsInside = (_unit: Unit, { node }: CodeFunction): boolean =>
  [...(node.decorators ?? [])].some(names) ||
  nodesIn(node.body).some((each) => each.kind === 'call' && countsIn(lastName(each.callee) ?? '')) ||
  hasLimitedReceiver(node.body);

/** `limiter.consume(userId)`, `budget.check(user)`. */
const hasLimitedReceiver = (body: unknown): boolean =>
  nodesIn(body).some(
    (each) =>
      each.kind === 'call' &&
      each.callee.kind === 'member' &&
      countsIn(lastName(each.callee.object) ?? '') &&
      !tells.test(each.callee.name),
  );

function isCounted(unit: Unit, { before, handler }: Route): boolean {
  if (before.some((each) => names(each) || unit.functionsIn(each).some((code) => countsIn(code.name) || countsInside(unit, code))))
    return true;
  return handler !== undefined && (countsInside(unit, handler) || unit.callsFrom(handler).some((call) => isCounting(call)));
}

const isCounting = ({ node, symbols }: Call): boolean =>
  countsIn(lastName(node.callee) ?? '') ||
  symbols.some((symbol) => /rate-limiter-flexible|express-rate-limit|slowapi|ratelimit/.test(symbol));
