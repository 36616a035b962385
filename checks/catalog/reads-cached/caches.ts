// Caches on the way of a read: answers with an ETag, what middleware keeps, what functions keep.

import { lastName, nodesIn } from '../../model/nodes.ts';
import { queried } from '../../model/queried.ts';
import { remembered } from '../../model/remembered.ts';
import type { Call, CallExpression, CodeFunction, Finding, FunctionExpression, Route, Unit } from '../../model.ts';

/** How a route answers who still holds the same; undefined where it does not. */
export function conditionalOn(unit: Unit, route: Route): string | undefined {
  const { handler, before } = route;
  if (route.framework === 'django' && hangs(unit, 'py:django.middleware.http.ConditionalGetMiddleware')) return 'answers with an ETag';
  if (handler === undefined) return undefined;
  const names = before.flatMap((each) =>
    nodesIn(each).flatMap((node) => (node.kind === 'name' || node.kind === 'member' || node.kind === 'call' ? unit.symbols(node) : [])),
  );
  if (names.some((symbol) => /^npm:(?:@fastify\/etag|fastify-etag|hono\/etag|express-?etag)/.test(symbol))) return 'answers with an ETag';
  // koa-etag only writes the header: what compares it is koa-conditional-get.
  if (['koa-conditional-get', 'koa-etag'].every((name) => names.some((symbol) => symbol.startsWith(`npm:${name}`))))
    return 'answers with an ETag';
  if (
    unit.calls('npm:@fastify/etag').length > 0 ||
    unit
      .calls('npm:fastify().register')
      .some(({ node }) => node.args.some(({ value }) => unit.symbols(value).some((symbol) => /etag|fastify\/caching/.test(symbol))))
  )
    return 'answers with an ETag';
  const codes = [handler, ...before.flatMap((each) => unit.functionsIn(each))];
  if (codes.some((code) => answersUnchanged([code, ...unit.callsFrom(code).flatMap(({ targets }) => targets)])))
    return 'answers 304 to who holds the same ETag';
  if ([...before, handler.node.body].some(tellsToKeep)) return 'tells who asked how long to keep the answer';
  const isExpress =
    route.framework === 'express' || (route.framework === 'nest' && unit.calls('npm:@nestjs/platform-fastify.FastifyAdapter').length === 0);
  return isExpress && !isSwitchedOff(unit) ? "answers with Express's own weak ETag by default" : undefined;
}

/** `@Header('Cache-Control', 'public, max-age=600')`, `response.set('Cache-Control', 'private, max-age=60')`, `@cache_control(max_age=60)`. */
const tellsToKeep = (written: object): boolean =>
  nodesIn(written).some((node) => node.kind === 'call' && (keepsFor(node) || tellsInHeader(node))) && !isStatic(written);

/** `express.static(folder, { setHeaders })`: what it says of its files is said of no answer of a route. */
const isStatic = (written: object): boolean =>
  nodesIn(written).some((node) => node.kind === 'call' && /^(?:static|serveStatic|koaStatic)$/.test(lastName(node.callee) ?? ''));

const keepsFor = ({ callee, args }: CallExpression): boolean =>
  lastName(callee) === 'cache_control' &&
  args.some(({ name, value }) => name === 'max_age' && !(value.kind === 'number' && value.value === 0));

const tellsInHeader = (node: CallExpression): boolean =>
  node.args[0]?.value.kind === 'string' &&
  /^cache-control$/i.test(node.args[0].value.value) &&
  nodesIn(node.args[1]?.value).some((each) => each.kind === 'string' && /max-?age=[1-9]/i.test(each.value));

const hangs = (unit: Unit, symbol: string): boolean =>
  unit.middleware.some(({ symbols, runsIn }) => runsIn !== 'development' && symbols.includes(symbol));

const isSwitchedOff = remembered((unit: Unit): boolean =>
  unit
    .calls('*.set', '*.disable')
    .some(
      ({ node }) =>
        node.args[0]?.value.kind === 'string' &&
        node.args[0].value.value === 'etag' &&
        (lastName(node.callee) === 'disable' || (node.args[1]?.value.kind === 'boolean' && !node.args[1].value.value)),
    ),
);

/** Looks at If-None-Match, sets an ETag, and answers 304 (or leaves it to Koa's `fresh`, Flask's `make_conditional`). */
function answersUnchanged(codes: readonly CodeFunction[]): boolean {
  const said = codes.map(({ node }) => saidIn(node));
  return said.some(({ compares }) => compares) && said.some(({ marks }) => marks);
}

const saidIn = remembered((code: FunctionExpression) => {
  const nodes = nodesIn(code.body);
  const says = (pattern: RegExp): boolean =>
    nodes.some(
      (each) =>
        (each.kind === 'string' && pattern.test(each.value)) ||
        ((each.kind === 'member' || each.kind === 'name') && pattern.test(each.name)),
    );
  return {
    compares: says(/^(?:if-none-match|if_none_match|fresh|make_conditional|add_etag)$/i),
    marks: says(/^(?:etag|set_etag|add_etag|make_conditional|lastModified|last_modified|last-modified)$/i),
  };
});

const middleware =
  /^(?:npm:(?:apicache|koa-cash|express-?cache|@nestjs\/cache-manager|@nestjs\/common\.CacheInterceptor|route-cache|hono\/cache|@fastify\/caching|cache-express)|py:(?:fastapi_cache|flask_caching|django\.views\.decorators\.cache\.cache_page|aiocache|starlette_caches|fastapi_redis_cache|cashews|cachetools|functools\.(?:lru_)?cache|async_lru|cacheout|dogpile))/;
const stores =
  /^npm:next\/cache\.unstable_cache\(\)|^(?:npm:(?:node-cache|lru-cache|lru-cache\.LRUCache|keyv|cache-manager(?:\.\w+)?|ioredis|redis\.createClient|@upstash\/redis(?:\.Redis)?|memcached|memjs|quick-lru|bentocache|@isaacs\/ttlcache|mnemonist\/\w+)|py:(?:cachetools|aiocache|redis|django\.core\.cache|flask_caching|diskcache|pymemcache|cashews|fastapi_cache|cacheout)[\w.]*).*\.(?:get|mget|fetch|wrap|get_or_set|getOrSet|hget|get_many|hgetall|memoize)$/;

/** What keeps the data a route reads. */
export function cacheOn(unit: Unit, { handler, before }: Route): string | undefined {
  // A hook that runs before all routes keeps no answers, whatever it asks a cache for itself.
  const inBefore = before.some(
    (each) =>
      unit.functionsIn(each).length === 0 &&
      nodesIn(each).some(
        (node) =>
          (node.kind === 'name' || node.kind === 'member' || node.kind === 'call') &&
          unit.symbols(node).some((symbol) => middleware.test(symbol)),
      ),
  );
  if (inBefore) return 'is kept by a cache before it';
  if (hangs(unit, 'py:django.middleware.cache.FetchFromCacheMiddleware') && hangs(unit, 'py:django.middleware.cache.UpdateCacheMiddleware'))
    return 'is kept by a cache before it';
  if (handler === undefined) return undefined;
  const calls = unit.callsFrom(handler);
  const codes = [handler, ...calls.flatMap(({ targets }) => targets)];
  if (
    codes.some((code) =>
      decorators(unit, code).some((symbol) => middleware.test(symbol) && (!keepsAnything.test(symbol) || asksForData(unit, code))),
    )
  )
    return 'reads what a decorated function keeps';
  const asked = calls.filter((call) => (call.symbols.some((symbol) => stores.test(symbol)) || isNamedCache(call)) && !isCounter(call));
  // A store that is all the route asks is where the data lives, and no cache before it.
  const isCache = (call: Call): boolean => !call.symbols.some((symbol) => mayBeTheStore.test(symbol)) || isNamedCache(call);
  if (asked.some(isCache) || (asked.length > 0 && calls.some(({ node }) => queried(unit).reading.has(node))))
    return 'looks into a cache first';
  if (codes.some((code) => isWrappedInCache(unit, code))) return 'is kept by a decorator of the service that looks into a cache first';
  return undefined;
}

const mayBeTheStore = /^(?:npm:(?:ioredis|redis\.|@upstash\/redis)|py:(?:redis|diskcache)\b)/;

/** `cache.get(key, 0)`: how often something happened. */
const isCounter = ({ node: { args } }: Call): boolean => args[1]?.value.kind === 'number';

/** Mostly round settings and clients, which are no data. */
const keepsAnything = /^py:(?:functools\.(?:lru_)?cache|async_lru|cachetools)/;

/** A query stands in what it calls. */
function asksForData(unit: Unit, code: CodeFunction): boolean {
  const { any } = queried(unit);
  return unit.callsFrom(code).some(({ node }) => any.has(node));
}

const decorators = (unit: Unit, { node }: CodeFunction): readonly string[] =>
  (node.decorators ?? []).flatMap((each) => {
    if (each.kind !== 'call') return unit.symbols(each);
    const own = unit.symbols(each.callee);
    // `@method_decorator(cache_page(60))`
    const [inner] = own.some((symbol) => symbol.endsWith('.method_decorator')) ? each.args : [];
    return inner?.value.kind === 'call' ? unit.symbols(inner.value.callee) : own;
  });

/** `planCache.get(id)`, `this.cache.get(id)`: a cache of the service's own, known by its name. */
function isNamedCache({ node }: Call): boolean {
  const { callee } = node;
  return (
    callee.kind === 'member' &&
    /^(?:get|fetch|wrap|getOrSet|get_or_set|remember|has|match(?:[A-Z]\w*)?)$/.test(callee.name) &&
    /cache|memo/i.test(lastName(callee.object) ?? '')
  );
}

/** `@cached("plans:{id}")` of the service's own: what it wraps round the handler, or what that calls, asks a cache. */
const isWrappedInCache = (unit: Unit, { node }: CodeFunction): boolean =>
  (node.decorators ?? []).some((each) =>
    unit
      .functionsIn(each.kind === 'call' ? each.callee : each)
      .some((wrapper) =>
        nodesIn(wrapper.node.body).some(
          (inner) => inner.kind === 'call' && unit.symbols(inner.callee).some((symbol) => stores.test(symbol)),
        ),
      ),
  );

/** What is kept until the next start: reads that nothing drops, neither a write nor time. */
export function faultsOfCaches(unit: Unit): readonly Finding[] {
  const reading = new Set<unknown>(
    unit.queries.flatMap(({ does, call }) => (does === 'read' && call.inFunction ? [call.inFunction.node] : [])),
  );
  const cleared = unit.calls('*.cache_clear', '*.cache_invalidate').length > 0;
  if (cleared) return [];
  return unit.functions().flatMap((code): readonly Finding[] => {
    if (!reading.has(code.node)) return [];
    const forever = (code.node.decorators ?? []).find((each) =>
      unit.symbols(each.kind === 'call' ? each.callee : each).some((symbol) => /^py:functools\.(?:lru_)?cache$/.test(symbol)),
    );
    return forever
      ? [
          {
            message: `what ${code.name} reads from the database is kept until the next start: nothing drops it when it changes`,
            place: unit.place(forever),
          },
        ]
      : [];
  });
}
