// Whether code runs for every request: in a handler, in what runs before one, or called from there; and not just the first time.
import { type AnyNode, lastName, nodesIn } from '../../model/nodes.ts';
import type { Call, CodeFunction, Expression, Guard, Unit } from '../../model.ts';

const perRequest = new WeakMap<Unit, ReadonlySet<Expression>>();

/** Functions that a framework runs for requests. */
function handlers(unit: Unit): ReadonlySet<Expression> {
  const known = perRequest.get(unit);
  if (known) return known;
  const found = new Set<Expression>();
  for (const { handler, before } of unit.routes) {
    if (handler) found.add(handler.node);
    for (const each of before) for (const code of unit.functionsIn(each)) found.add(code.node);
  }
  for (const { functions, how } of unit.middleware) if (how !== 'register') for (const code of functions) found.add(code.node);
  // `health.add_check(ping_redis)`: run whenever somebody asks how the service is.
  for (const { node } of unit.calls('*.add_check', '*.addCheck'))
    for (const { value } of node.args) for (const code of unit.functionsIn(value)) found.add(code.node);
  for (const code of unit.startHooks) found.delete(code.node);
  perRequest.set(unit, found);
  return found;
}

const maxDepth = 5;

/** Whether the call is made anew for every request. */
export function isPerRequest(unit: Unit, call: Call): boolean {
  return call.inFunction !== undefined && !isKept(unit, call) && runsPerRequest(unit, call.inFunction, maxDepth);
}

function runsPerRequest(unit: Unit, code: CodeFunction, depth: number): boolean {
  if (isMemoised(unit, code)) return false;
  if (handlers(unit).has(code.node)) return true;
  // A schema is brought up to date once, whoever asks for it.
  if (migrates.test(code.name)) return false;
  if (depth === 0) return false;
  // `check([() => redis.ping()])`: what is written there for somebody to call is called while its surroundings run.
  const around = unit.handedTo(code)?.inFunction;
  if (around !== undefined && around.node !== code.node && runsPerRequest(unit, around, depth - 1)) return true;
  return unit
    .callersOf(code)
    .some(
      (caller) =>
        caller.inFunction !== undefined &&
        caller.inFunction.node !== code.node &&
        !isKept(unit, caller) &&
        runsPerRequest(unit, caller.inFunction, depth - 1),
    );
}

/** `runMigrations`, `apply_pending_migrations`, `connectAndMigrate`, `migrate`; what lists them is asked as often as anything. */
const migrates =
  /^_?(?:run|apply|reset|redo|undo|revert|execute|perform|do|ensure)\w*migrations?(?:_\w+|(?:For|Of|On|In|To|Up|If)[A-Z]?\w*)?$|AndMigrate$|^_?(?:(?:run|apply|reset|redo|undo)_?)?migrat(?:e|ion)$/i;

/** `@lru_cache`, `memoize(…)`, `once(…)`, React's `cache(…)`. */
function isMemoised(unit: Unit, code: CodeFunction): boolean {
  const decorated = (code.node.decorators ?? []).some((each) => memo.test(nameOf(each.kind === 'call' ? each.callee : each)));
  const handed = unit.handedTo(code);
  return decorated || (handed !== undefined && memo.test(nameOf(handed.node.callee)));
}
const memo = /^(?:lru_cache|cache|cached|memoi[sz]e\w*|once|alru_cache|singleton|cached_property|wrap|getOr\w+|remember\w*)$/;
const nameOf = (expression: Expression): string => (expression.kind === 'name' || expression.kind === 'member' ? expression.name : '');

/** `if pool is None: pool = …`, `pool ??= …`, `if (!pool) pool = …`: the first time alone. */
const isKept = (unit: Unit, call: Call): boolean => call.guards.some((guard) => isFirstTime(guard) && !isOfRequest(unit, call, guard));

/** `if "db" not in g:`, `db = getattr(g, "_db", None)`: Flask begins `g` anew with each request. */
const isOfRequest = (unit: Unit, { inFunction, language }: Call, { test }: Guard): boolean => {
  if (language !== 'python') return false;
  const isOfG = (node: AnyNode): boolean =>
    (node.kind === 'name' || node.kind === 'member') &&
    unit.symbols(node).some((symbol) => /^py:(?:flask|quart)\.(?:globals\.)?g\b/.test(symbol));
  if (nodesIn(test).some(isOfG)) return true;
  return nodesIn(inFunction?.node.body).some(
    (node) =>
      node.kind === 'call' &&
      ((lastName(node.callee) === 'getattr' && node.args[0] !== undefined && isOfG(node.args[0].value)) ||
        (node.callee.kind === 'member' && node.callee.name === 'get' && isOfG(node.callee.object))),
  );
};

function isFirstTime({ test, holds }: Guard): boolean {
  if (test.kind === 'unary' && test.operator === 'not') return holds ? isThing(test.value) : isFirstTime({ test: test.value, holds: true });
  if (test.kind === 'binary') {
    const isNull = test.left.kind === 'null' || test.right.kind === 'null';
    if (isNull && (isThing(test.left) || isThing(test.right))) return (test.operator === '==') === holds;
    if (test.operator === 'not in') return holds;
    if (test.operator === 'in') return !holds;
  }
  // `if (pool) return pool;` before it is made; `pool || (pool = make())`.
  return !holds && isThing(test);
}
const isThing = ({ kind }: Expression): boolean => kind === 'name' || kind === 'member' || kind === 'index' || kind === 'call';
