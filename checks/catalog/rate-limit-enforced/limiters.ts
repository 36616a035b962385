// Which expressions limit: a package's limiter, or code of the service's own that counts or refuses with 429.
import type { Call, CodeFunction, Expression, Site, Unit } from '../../model.ts';
import { counting, counts, limiter } from './libraries.ts';

const refusing = new WeakMap<Unit, ReadonlySet<Expression>>();

/** Functions that refuse with 429 of their own accord: not those that hand on an upstream's refusal. */
function refusers(unit: Unit): ReadonlySet<Expression> {
  const known = refusing.get(unit);
  if (known) return known;
  const found = new Set<Expression>();
  const add = (site: Site): void => {
    if (site.inFunction && !site.afterError && site.runsIn !== 'development' && !handsOn(unit, site)) found.add(site.inFunction.node);
  };
  for (const site of unit.responses) if (site.status?.kind === 'literal' && site.status.value === 429) add(site);
  for (const call of unit.calls(
    '*.status',
    '*.sendStatus',
    '*.code',
    '*.throw',
    '*.writeHead',
    '*.abort',
    'py:flask.abort',
    'npm:http-errors',
  ))
    if (isTooMany(unit, call.argument(0, 'status_code'))) add(call);
  for (const write of unit.assignments('status', 'statusCode', 'status_code')) if (isTooMany(unit, write.value)) add(write);
  for (const raised of unit.raised)
    if (tooMany.test(raised.named ?? '') || raised.values.some((value) => isTooMany(unit, value))) add(raised);
  for (const call of unit.calls('*')) if (call.symbols.some((symbol) => tooMany.test(symbol)) || namesRefusal(call)) add(call);
  refusing.set(unit, found);
  return found;
}

/** `if (upstream.status === 429) …`: somebody else refused. */
const handsOn = (unit: Unit, { guards }: Site): boolean =>
  guards.some(({ test }) => unit.words(test).some((word) => word === '429' || /^status(?:_?code)?$/i.test(word)));

const tooMany =
  /(?:TooManyRequests\w*|ThrottlerException|Throttled|RateLimitExceeded|RateLimitExceededError|RateLimitError|RateLimitException|RateLimited\w*)$/;
const namesRefusal = ({ node: { callee, isNew } }: Call): boolean =>
  (callee.kind === 'name' || callee.kind === 'member') && tooMany.test(callee.name) && (isNew === true || callee.kind === 'name');

function isTooMany(unit: Unit, expression: Expression | undefined): boolean {
  const value = expression && unit.value(expression);
  if (value?.kind === 'literal') return value.value === 429;
  return value?.kind === 'symbol' && /429|TOO_MANY/.test(value.name);
}

const limiting = new WeakMap<Expression, boolean>();

/** Whether running the function counts a client and may refuse. */
export function limits(unit: Unit, code: CodeFunction): boolean {
  const before = limiting.get(code.node);
  if (before !== undefined) return before;
  const refuse = refusers(unit);
  const found =
    refuse.has(code.node) ||
    unit
      .callsFrom(code)
      .some(
        (call) =>
          isCount(call) ||
          call.symbols.some((symbol) => limiter.test(symbol)) ||
          (call.inFunction && refuse.has(call.inFunction.node)) ||
          call.targets.some(({ node }) => refuse.has(node)),
      );
  limiting.set(code.node, found);
  return found;
}

/** Where the function itself, in sight, counts or refuses. */
export function limitingSites(unit: Unit, code: CodeFunction): readonly Site[] {
  const refuse = refusers(unit);
  const own = ({ inFunction }: Site): boolean => inFunction?.node === code.node;
  return [
    ...unit.responses.filter((site) => own(site) && site.status?.kind === 'literal' && site.status.value === 429),
    ...unit
      .callsFrom(code)
      .filter(
        (call) =>
          own(call) &&
          (isCount(call) || call.symbols.some((symbol) => limiter.test(symbol)) || call.targets.some(({ node }) => refuse.has(node))),
      ),
  ];
}

const isCount = ({ symbols }: Call): boolean =>
  symbols.some((symbol) => counting.test(symbol) && counts.some((pattern) => symbol.startsWith(pattern.replace(/\*$/, ''))));

const known = new WeakMap<Expression, boolean>();

/** Whether what runs before a route is a limiter. */
export function isLimiter(unit: Unit, expression: Expression): boolean {
  const before = known.get(expression);
  if (before !== undefined) return before;
  known.set(expression, false);
  const found = looksUp(unit, expression);
  known.set(expression, found);
  return found;
}

function looksUp(unit: Unit, expression: Expression): boolean {
  if ([...unit.symbols(expression), ...unit.basesOf(expression)].some((symbol) => limiter.test(symbol))) return true;
  // Settings of REST framework name classes in a text.
  if (expression.kind === 'string') return /^[\w.]+\.\w*Throttle$/.test(expression.value);
  if (expression.kind === 'object') return ofRouteOptions(unit, expression);
  if (expression.kind === 'list') return expression.items.some(({ value }) => isLimiter(unit, value));
  if (expression.kind === 'call') {
    if (unit.symbols(expression.callee).some((symbol) => limiter.test(symbol))) return true;
    // `UseGuards(ThrottlerGuard)`, `Depends(RateLimiter(…))`, `compose([…])`, `method_decorator(ratelimit(…))`.
    if (expression.args.some(({ value }) => mayLimit(value) && isLimiter(unit, value))) return true;
  }
  return [...unit.functionsIn(expression), ...unit.functions(expression)].some((code) => limits(unit, code));
}

/** In `this.check.bind(this)` the second is whose method it is: others of its methods may limit. */
const mayLimit = (given: Expression): boolean =>
  given.kind !== 'function' && given.kind !== 'string' && !(given.kind === 'name' && /^(?:this|self)$/.test(given.name));

/** `{ config: { rateLimit: { max: 5 } }, preHandler: limit }` beside a route of Fastify. */
function ofRouteOptions(unit: Unit, options: Extract<Expression, { kind: 'object' }>): boolean {
  return options.entries.some(({ key, value }) => {
    if (key === 'config' && value.kind === 'object')
      return value.entries.some((inner) => inner.key === 'rateLimit' && !(inner.value.kind === 'boolean' && !inner.value.value));
    return typeof key === 'string' && /^(?:onRequest|preParsing|preValidation|preHandler)$/.test(key) && isLimiter(unit, value);
  });
}
