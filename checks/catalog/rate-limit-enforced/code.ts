// What source shows of a limiter: whether it is wired before the routes, always on, and counts what a client can't make up.
import { eachUnit, inconclusive, type Seen, unlessHanded } from '../../answer.ts';
import type { Expression, Finding, Middleware, Route, Site, Unit } from '../../model.ts';
import { counts } from './addresses.ts';
import { everywhere } from './everywhere.ts';
import { forgeable, perProcess, sharedByAll } from './keys.ts';
import { makers } from './libraries.ts';
import { isLimiter, limits } from './limiters.ts';
import { limitless, offSwitch } from './switched.ts';

export const mentions = [
  'limit',
  'throttl',
  'router',
  'route',
  'express',
  'koa',
  'fastify',
  'hono',
  'controller',
  'fastapi',
  'flask',
  'urlpatterns',
  '429',
  'use(',
];

export const judgeCode = eachUnit(
  (unit) => unlessHanded(unit, ofUnit(unit)),
  inconclusive('no routes were found that a limiter could guard'),
);

/** What a limiter may leave out: answers that cost nothing and tell nothing. */
const exempt =
  /^\/?$|(?:^|\/)(?:health\w*|health[-_]checks?(?:[-_]\w+)?|_?healthz?|readyz?|readiness|livez?|liveness|ping|status|version|metrics|docs?|redoc|openapi(?:\.json)?|swagger\w*|favicon\.ico|robots\.txt|static|assets|public|\.well-known)(?:\/|$)/i;

function ofUnit(unit: Unit): Seen {
  const routes = unit.routes.filter(
    ({ path, method, framework }) => framework !== 'compared' && !exempt.test(path) && method !== 'HEAD' && method !== 'OPTIONS',
  );
  const global = everywhere(unit).filter(isOn);
  const off = [...switchedOff(unit, routes), ...limitless(unit)];
  if (off.length > 0) return { bad: off, good: [] };
  if (routes.length === 0) return withoutRoutes(unit, global);
  const open = global.length > 0 ? [] : routes.filter((route) => !isGuarded(unit, route));
  const adrift = open.filter((route) => route.adrift && someLimit(unit, routes));
  if (open.length > adrift.length)
    return unguarded(
      unit,
      routes,
      open.filter((route) => !adrift.includes(route)),
    );
  if (adrift.length > 0)
    return {
      bad: [],
      good: [],
      unclear: [`where ${adrift.length} of ${routes.length} routes hang, and behind which limiter, could not be followed`],
    };
  const bad = [...forgeable(unit), ...perProcess(unit), ...sharedByAll(unit)];
  if (global.length > 0 && global.every(({ skips }) => skips))
    return { bad, good: [], unclear: ['the limiter decides by code of its own which requests it does not count'] };
  const place = global[0]?.place ?? guardOf(unit, routes[0]);
  return {
    bad,
    good: place ? [{ message: `a limiter runs before ${routes.length === 1 ? 'the route' : `all ${routes.length} routes`}`, place }] : [],
  };
}

const someLimit = (unit: Unit, routes: readonly Route[]): boolean =>
  unit.calls(...makers).length > 0 ||
  unit.middleware.some(({ functions }) => functions.some((code) => limits(unit, code))) ||
  routes.some((route) => isGuarded(unit, route));

const isOn = ({ runsIn, onlyAsScript }: Site): boolean => runsIn !== 'development' && !onlyAsScript;

function isGuarded(unit: Unit, { before, handler, path }: Route): boolean {
  if (before.some((each) => isExempted(unit, each))) return true;
  if (before.some((each) => isLimiter(unit, each) && isHungForAll(unit, each) && counts(unit, each, path))) return true;
  const decorators = handler?.node.decorators ?? [];
  return (
    (handler !== undefined && limits(unit, handler)) ||
    (handler !== undefined && /urls|views/.test(handler.path) && decorators.some((each) => isLimiter(unit, each)))
  );
}

/** `@SkipThrottle()`, `@limiter.exempt`: left out on purpose, in so many words. */
function isExempted(unit: Unit, expression: Expression): boolean {
  const named = expression.kind === 'call' ? expression.callee : expression;
  if (expression.kind === 'object')
    return expression.entries.some(
      ({ key, value }) => key === 'config' && value.kind === 'object' && value.entries.some((inner) => inner.key === 'rateLimit'),
    );
  return unit.symbols(named).some((symbol) => /^npm:@nestjs\/throttler\.SkipThrottle$|Limiter\(\)\.exempt$/.test(symbol));
}

function isHungForAll(unit: Unit, expression: Expression): boolean {
  const hung = hungAs(unit, expression);
  if (hung === undefined) return true;
  // Fastify's plugin with `global: false` limits the routes that ask for it alone.
  const global = hung.hungBy?.option('global') ?? 'absent';
  return isOn(hung) && !(typeof global === 'object' && global.kind === 'literal' && global.value === false);
}

const byPlace = new WeakMap<Unit, ReadonlyMap<string, Middleware>>();

function hungAs(unit: Unit, expression: Expression): Middleware | undefined {
  const known = byPlace.get(unit) ?? new Map(unit.middleware.map((each) => [keyOf(each), each]));
  byPlace.set(unit, known);
  return known.get(keyOf({ place: unit.place(expression) }));
}
const keyOf = ({ place }: Pick<Site, 'place'>): string => `${place.path}:${place.line}:${place.column}`;

function guardOf(unit: Unit, route: Route | undefined): Finding['place'] | undefined {
  const guard = route?.before.find((each) => isLimiter(unit, each));
  return guard ? unit.place(guard) : route?.place;
}

/** Limiters behind a switch that is off where nobody sets it. */
function switchedOff(unit: Unit, routes: readonly Route[]): readonly Finding[] {
  const used = new Set(routes.flatMap(({ before }) => before.filter((each) => isLimiter(unit, each))));
  return [...used].flatMap((each) => {
    const hung = hungAs(unit, each);
    const name = hung && isOn(hung) ? offSwitch(unit, hung) : undefined;
    return name === undefined || hung === undefined
      ? []
      : [{ message: `the limiter runs only where ${name} is set: without it nobody is limited`, place: hung.place }];
  });
}

function unguarded(unit: Unit, routes: readonly Route[], open: readonly Route[]): Seen {
  const [first, ...more] = open;
  const none: Seen = { bad: [], good: [] };
  if (first === undefined) return none;
  if (open.length < routes.length) {
    const related = more.slice(0, 5).map(({ place }) => place);
    const names = [...new Set(open.map(({ method, path }) => `${method} ${path}`))].slice(0, 3).join(', ');
    const message = `${open.length} of ${routes.length} routes are behind no limiter: ${names}${open.length > 3 ? ', …' : ''}`;
    return { ...none, bad: [related.length > 0 ? { message, place: first.place, related } : { message, place: first.place }] };
  }
  const [made] = unit.calls(...makers);
  if (made)
    return {
      ...none,
      bad: [{ message: `a limiter is made here, and none of the ${routes.length} routes is behind it`, place: made.place }],
    };
  return {
    ...none,
    bad: [
      nothingLimits(
        unit,
        `nothing limits how often a client may call: none of the ${routes.length} routes is behind a limiter`,
        first.place,
      ),
    ],
  };
}

const nothingLimits = (unit: Unit, message: string, otherwise: Finding['place']): Finding => ({
  message,
  place: unit.entries[0] ?? otherwise,
});

/** A service whose routes could not be told apart: what guards all of it is enough, nothing at all is a finding. */
function withoutRoutes(unit: Unit, global: readonly Site[]): Seen {
  const [first] = global;
  if (first)
    return {
      bad: [...forgeable(unit), ...perProcess(unit)],
      good: [{ message: 'a limiter runs before every request', place: first.place }],
    };
  const hung = unit.middleware.find(
    (each) =>
      isOn(each) &&
      (each.symbols.some((symbol) => /rate-?limit|throttl/i.test(symbol)) || each.functions.some((code) => limits(unit, code))),
  );
  if (hung)
    return { bad: [...forgeable(unit), ...perProcess(unit)], good: [{ message: 'a limiter runs before the requests', place: hung.place }] };
  const answering = unit.functions().some((code) => limits(unit, code));
  if (answering) return { bad: [], good: [], unclear: ['something refuses with 429, and which requests it sees could not be followed'] };
  const served = unit.routes.length > 0 || unit.entries.length > 0;
  const [entry] = unit.entries;
  if (!served || entry === undefined || unit.routes.some(({ framework }) => framework !== 'compared')) return { bad: [], good: [] };
  return { bad: [nothingLimits(unit, 'nothing limits how often a client may call: no limiter was seen', entry)], good: [] };
}
