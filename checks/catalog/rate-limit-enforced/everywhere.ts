// Limiters that guard a whole application by being named in its settings: where no route line shows them.
import { lastName } from '../../model/nodes.ts';
import type { Expression, Middleware, Site, Unit, Value } from '../../model.ts';
import { isLimiter, limits } from './limiters.ts';

export interface Guarding extends Site {
  readonly what: string;
  /** It decides by code of its own whom it lets pass uncounted. */
  readonly skips?: boolean;
}

/** Limiters that run before every route of the service, wherever the routes hang. */
export function everywhere(unit: Unit): readonly Guarding[] {
  return [...hung(unit), ...loaded(unit), ...flask(unit), ...slowapi(unit), ...nest(unit), ...drf(unit)];
}

const isGiven = (unit: Unit, expression: Expression | undefined): boolean => {
  const value = expression && unit.value(expression);
  if (value === undefined) return false;
  return isSome(value);
};

function isSome(value: Value): boolean {
  if (value.kind === 'list') return value.items.length > 0 || !value.complete;
  if (value.kind === 'environment') return value.required || (value.fallback !== undefined && isSome(value.fallback));
  return !(value.kind === 'literal' && (value.value === null || value.value === false || value.value === ''));
}

/** Django's MIDDLEWARE, classes wrapped round the application. */
function hung(unit: Unit): readonly Guarding[] {
  return unit.middleware.flatMap((each) =>
    /^(?:MIDDLEWARE|Middleware|wrapped|add_middleware|apply)/.test(each.how) &&
    (each.symbols.some((symbol) => /^py:(?:ratelimit\.|django_ratelimit\.|asgi_ratelimit)/.test(symbol)) ||
      each.functions.some((code) => limits(unit, code)))
      ? [{ ...each, what: `a limiter (${each.how})` }]
      : [],
  );
}

/** A file that @fastify/autoload loads gives the limiter, which then holds for every route unless it says `global: false`. */
const loaded = (unit: Unit): readonly Guarding[] =>
  unit.middleware
    .filter(({ how, symbols, handed }) => {
      const options = handed && unit.value(handed);
      const global = options?.kind === 'record' ? options.entries.find(([key]) => key === 'global')?.[1] : undefined;
      const isOff = global?.kind === 'literal' && global.value === false;
      return how === 'autoload' && !isOff && symbols.some((symbol) => /^npm:@?fastify[/-]rate-limit$/.test(symbol));
    })
    .map((each) => ({ ...each, what: 'the limiter of Fastify' }));

/** Flask-Limiter holds for every route where it has default limits and an application. */
function flask(unit: Unit): readonly Guarding[] {
  return unit.calls('py:flask_limiter.Limiter', 'py:flask_limiter.extension.Limiter').flatMap((call) => {
    const limited = ['default_limits', 'application_limits'].some((name) => {
      const value = call.option(name);
      return value === 'unknown' || (value !== 'absent' && !(value.kind === 'list' && value.items.length === 0 && value.complete));
    });
    const configured = unit.entriesNamed('RATELIMIT_DEFAULT', 'RATELIMIT_APPLICATION').length > 0;
    const wired =
      call.option('app') !== 'absent' ||
      call.node.args.filter(({ name }) => name === undefined).length > 1 ||
      unit.calls('py:flask_limiter.Limiter().init_app', 'py:flask_limiter.extension.Limiter().init_app').length > 0;
    return (limited || configured) && wired ? [{ ...call.site, what: 'Flask-Limiter with default limits' }] : [];
  });
}

/** SlowAPI's middleware holds for every route where the limiter has default limits. */
function slowapi(unit: Unit): readonly Guarding[] {
  const limited = unit
    .calls('py:slowapi.Limiter', 'py:slowapi.extension.Limiter')
    .filter((call) =>
      ['default_limits', 'application_limits'].some((name) => isGiven(unit, call.node.args.find((each) => each.name === name)?.value)),
    );
  return limited.length === 0
    ? []
    : unit.middleware.flatMap((each) =>
        each.symbols.some((symbol) => /SlowAPI(?:ASGI)?Middleware$/.test(symbol)) || isOwnSlowapi(each)
          ? [{ ...each, what: 'SlowAPI with default limits' }]
          : [],
      );
}

/** `class SafeSlowAPIMiddleware(SlowAPIMiddleware)`, by its name. */
const isOwnSlowapi = ({ hungBy }: Middleware): boolean =>
  hungBy?.node.args.some(({ value }) => /SlowAPI\w*Middleware$/.test(lastName(value) ?? '')) === true;

/** `{ provide: APP_GUARD, useClass: ThrottlerGuard }`, `app.useGlobalGuards(…)`, `consumer.apply(…)`. */
function nest(unit: Unit): readonly Guarding[] {
  if (!unit.frameworks.includes('nest')) return [];
  const tokens = unit
    .entriesNamed('provide')
    .filter(({ value }) => unit.symbols(value).some((symbol) => /core\.APP_(?:GUARD|INTERCEPTOR)$/.test(symbol)));
  const provided = unit
    .entriesNamed('useClass', 'useExisting')
    .filter(
      ({ place, value }) =>
        tokens.some((token) => token.place.path === place.path && Math.abs(token.place.line - place.line) <= 2) && isGuard(unit, value),
    );
  const given = unit.calls('*.useGlobalGuards').filter(({ node }) => node.args.some(({ value }) => isGuard(unit, value)));
  return [
    ...provided.map((each) => ({
      ...each,
      what: 'a guard for the whole application',
      skips: unit.functions(each.value).some(({ name }) => name === 'shouldSkip'),
    })),
    ...given.map(({ site }) => ({ ...site, what: 'a guard for the whole application' })),
    ...used(unit),
    ...plugged(unit),
  ];
}

/** `app.use(rateLimit(…))` before Nest listens: what its platform runs comes before every controller and resolver. */
const used = (unit: Unit): readonly Guarding[] =>
  unit.calls('npm:@nestjs/core.NestFactory.create().use').flatMap((call) => {
    const [first] = call.node.args;
    return first && isLimiter(unit, first.value) ? [{ ...call.site, what: 'a limiter of the platform' }] : [];
  });

/** `app.register(fastifyRateLimit, …)`: Nest hangs its routes up after the plugins of its Fastify. */
const plugged = (unit: Unit): readonly Guarding[] =>
  unit.calls('*.register').flatMap((call) => {
    const [plugin] = call.node.args;
    const global = call.option('global');
    const isOff = typeof global === 'object' && global.kind === 'literal' && global.value === false;
    return !isOff && plugin && unit.symbols(plugin.value).some((symbol) => /^npm:@?fastify[/-]rate-limit$/.test(symbol))
      ? [{ ...call.site, what: 'the limiter of Fastify' }]
      : [];
  });

/** A guard of the package, or one of the service's own that derives from it. */
function isGuard(unit: Unit, value: Expression): boolean {
  if (isLimiter(unit, value)) return true;
  const own = unit.functions(value);
  return own.some((code) =>
    unit.callsFrom(code).some(({ symbols }) => symbols.some((symbol) => symbol.startsWith('npm:@nestjs/throttler'))),
  );
}

/** REST_FRAMEWORK's throttles, where they have both classes and rates. */
function drf(unit: Unit): readonly Guarding[] {
  const [classes] = unit.entriesNamed('DEFAULT_THROTTLE_CLASSES').filter(({ value }) => isGiven(unit, value));
  if (classes === undefined) return [];
  const value = unit.value(classes.value);
  const [rates] = unit.entriesNamed('DEFAULT_THROTTLE_RATES').map((each) => unit.value(each.value));
  const none =
    rates === undefined ||
    (rates.kind === 'record' && rates.complete && rates.entries.every(([, rate]) => rate.kind === 'literal' && rate.value === null));
  const scoped = itemsOf(classes.value).every((each) => countsScopes(unit, each));
  return none || scoped || (value.kind === 'list' && value.items.length === 0) ? [] : [{ ...classes, what: 'throttles of REST framework' }];
}

const itemsOf = (list: Expression): readonly Expression[] => (list.kind === 'list' ? list.items.map(({ value }) => value) : [list]);

/** A throttle that counts only the views that name a scope. */
const countsScopes = (unit: Unit, throttle: Expression): boolean =>
  [throttle.kind === 'string' ? throttle.value : '', ...unit.symbols(throttle), ...unit.basesOf(throttle)].some((symbol) =>
    /(?:^|\.)ScopedRateThrottle$/.test(symbol),
  );
