// Whether something on every way to the model counts what one user spends.
import type { Seen } from '../../answer.ts';
import { lastName, nodesIn } from '../../model/nodes.ts';
import { everyWay, functionsAbove } from '../../model/ways.ts';
import type { Call, CallExpression, CodeFunction, Expression, ModelCall, Route, Unit } from '../../model.ts';

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
  if (everyWay(unit, call, { call: (each) => names(unit, each.node.callee), code: (code) => countsInside(unit, code) }))
    return good(`what a user spends is counted before ${model} is asked`);
  const above = functionsAbove(unit, call);
  const routes = unit.routes.filter(
    ({ handler }) =>
      handler !== undefined &&
      (above.some(({ node }) => node === handler.node) || unit.callsFrom(handler).some(({ node }) => node === call.node)),
  );
  if (routes.length === 0)
    return { ...nothing, unclear: [`what leads to ${model}, and whether it counts what users spend, could not be followed`] };
  const open = isGuardedWhole(unit) ? undefined : routes.find((route) => !isCounted(unit, route));
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

const names = (unit: Unit, expression: Expression): boolean =>
  !isMarkOnly(unit, expression) &&
  nodesIn(expression).some((node) => (node.kind === 'name' || node.kind === 'member') && countsIn(node.name));

/** Nest's `@Throttle(…)` tells its guard how much, and stops nobody where no guard hangs. */
const isMarkOnly = (unit: Unit, expression: Expression): boolean =>
  unit
    .symbols(expression.kind === 'call' ? expression.callee : expression)
    .some((symbol) => /^npm:@nestjs\/throttler\.(?:Throttle|SkipThrottle)$/.test(symbol));

/** `{ provide: APP_GUARD, useClass: ThrottlerGuard }`, `app.useGlobalGuards(new QuotaGuard())`. */
const isGuardedWhole = (unit: Unit): boolean =>
  unit.frameworks.includes('nest') &&
  [
    ...unit.entriesNamed('useClass', 'useExisting').map(({ value }) => value),
    ...unit.calls('*.useGlobalGuards').flatMap(({ node }) => node.args.map(({ value }) => value)),
  ].some((each) => nodesIn(each).some((node) => node.kind === 'name' && /guard/i.test(node.name) && countsIn(node.name)));

/** A function that asks for the budget, and whose answer it heeds: tested, or thrown by the helper. */
function countsInside(unit: Unit, code: CodeFunction): boolean {
  const { node } = code;
  if ([...(node.decorators ?? [])].some((each) => names(unit, each))) return true;
  const own = nodesIn(node.body);
  const calls = new Map<Expression, Call>(unit.callsFrom(code).map((call) => [call.node, call]));
  return own.some((each) => each.kind === 'call' && asksForBudget(each) && isHeeded(unit, calls.get(each))) || comparesSpending(own);
}

/** `checkQuota(user)`, `limiter.consume(userId)`, `budget.check(user)`. */
const asksForBudget = ({ callee }: CallExpression): boolean =>
  countsIn(lastName(callee) ?? '') || (callee.kind === 'member' && countsIn(lastName(callee.object) ?? '') && !tells.test(callee.name));

/** An answer that nobody looks at stops nobody; a helper that throws needs no look. */
function isHeeded(unit: Unit, call: Call | undefined): boolean {
  if (call === undefined || !unit.uses(call).dropped) return true;
  if (call.targets.length > 0)
    return call.targets.some(
      (target) =>
        nodesIn(target.node.body).some(({ kind }) => kind === 'throw') ||
        unit
          .callsFrom(target)
          .some(
            (each) =>
              each.ends ||
              each.targets.some(({ node }) => nodesIn(node.body).some(({ kind }) => kind === 'throw')) ||
              refuses.test(lastName(each.node.callee) ?? ''),
          ),
    );
  return (
    !/^(?:is|has|can|should)[A-Z_]/.test(lastName(call.node.callee) ?? '') &&
    !call.symbols.some((symbol) => symbol.startsWith('npm:@upstash/ratelimit'))
  );
}
const refuses = /^(?:abort|throw|fail|reject|assert\w*|consume|raise\w*|status|sendStatus|send|json|end)$/;

/** `const used = await tokensUsedToday(id); if (used >= DAILY) return …`. */
function comparesSpending(nodes: readonly Node[]): boolean {
  const held = new Set(
    nodes.flatMap((each) =>
      each.kind === 'assignment' && each.value && each.target.kind === 'bind' && asksSpending(each.value) ? [each.target.name] : [],
    ),
  );
  return nodes.some(
    (each) =>
      each.kind === 'if' &&
      nodesIn(each.then).some(({ kind }) => kind === 'return' || kind === 'throw' || kind === 'call') &&
      nodesIn(each.test).some(
        (test) =>
          test.kind === 'binary' &&
          /^[<>]=?$/.test(test.operator) &&
          [test.left, test.right].some((side) => (side.kind === 'name' && held.has(side.name)) || asksSpending(side)),
      ),
  );
}

const spending = /used|usage|spent|spending|quota|credits|budget|today|this_?month|daily|monthly/i;
/** A question to something that keeps count; how long a text is was spent by nobody yet. */
const asksSpending = (value: Expression): boolean =>
  nodesIn(value).some(
    (each) =>
      each.kind === 'call' &&
      nodesIn(each.callee).some((name) => (name.kind === 'name' || name.kind === 'member') && spending.test(name.name)) &&
      !/encode|estimate|length|len$|tokenize|date|now/i.test(lastName(each.callee) ?? ''),
  );

function isCounted(unit: Unit, { before, handler }: Route): boolean {
  if (before.some((each) => names(unit, each) || unit.functionsIn(each).some((code) => countsIn(code.name) || countsInside(unit, code))))
    return true;
  return handler !== undefined && (countsInside(unit, handler) || unit.callsFrom(handler).some((call) => isCounting(unit, call)));
}

const isCounting = (unit: Unit, call: Call): boolean =>
  isHeeded(unit, call) &&
  (countsIn(lastName(call.node.callee) ?? '') ||
    call.symbols.some((symbol) => /rate-limiter-flexible|express-rate-limit|slowapi|ratelimit/.test(symbol)));

type Node = ReturnType<typeof nodesIn>[number];
