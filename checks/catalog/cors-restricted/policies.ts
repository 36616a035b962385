// Where a service says who may read its answers: each CORS library's call, and what it takes its origins to mean.
import type { Call, Site, Unit, Value } from '../../model.ts';
import { delegatedOrigins } from './delegates.ts';
import { flaskPolicies } from './flask.ts';
import { isTrue, named } from './named.ts';
import type { Policy, Semantics } from './policy.ts';

const starlette: Semantics = { name: 'CORSMiddleware', starInList: true, byDefault: 'nobody', regex: 'full' };
const node = (name: string): Semantics => ({ name, starInList: false, byDefault: 'anyone', regex: 'search' });
export const django: Semantics = { name: 'django-cors-headers', starInList: true, byDefault: 'nobody', regex: 'start' };

export function policiesOf(unit: Unit): readonly Policy[] {
  return [
    ...starlettePolicies(unit),
    ...flaskPolicies(unit),
    ...nodePolicies(unit),
    ...nestPolicies(unit),
    ...graphqlPolicies(unit),
    ...pluginPolicies(unit),
    ...autoloadedPolicies(unit),
  ];
}

function starlettePolicies(unit: Unit): readonly Policy[] {
  const takesMiddleware = unit.calls('*.add_middleware', '*.Middleware').filter((call) => {
    const first = call.argument(0, 'middleware_class') ?? call.argument(0, 'cls');
    return first !== undefined && unit.symbols(first).some((symbol) => symbol.endsWith('.CORSMiddleware'));
  });
  return [...takesMiddleware, ...unit.calls('*.CORSMiddleware')].map((call) => ({
    ...named(call, starlette, 'allow_credentials', 'allow_origins'),
    pattern: call.option('allow_origin_regex'),
  }));
}

function nodePolicies(unit: Unit): readonly Policy[] {
  const libraries: readonly (readonly [symbol: string, semantics: Semantics])[] = [
    ['npm:cors', node('cors')],
    ['npm:@koa/cors', node('@koa/cors')],
    ['npm:kcors', node('kcors')],
    ['npm:koa2-cors', node('koa2-cors')],
    ['npm:koa-cors', node('koa-cors')],
    ['npm:hono/cors.cors', node('hono/cors')],
    ['npm:@elysiajs/cors.cors', node('@elysiajs/cors')],
    ['npm:@elysiajs/cors', node('@elysiajs/cors')],
  ];
  return libraries.flatMap(([symbol, semantics]) =>
    unit.calls(symbol).map((call) => ({ ...named(call, semantics, 'credentials'), ...firstArgument(unit, call) })),
  );
}

/** `cors(options)` where the options could not be followed; `cors(delegate)`: a function that decides per request. */
function firstArgument(unit: Unit, call: Call): { readonly origins?: Value | 'unknown' } {
  const [first] = call.node.args;
  if (first === undefined || call.option('origin') !== 'absent') return {};
  const value = unit.value(first.value);
  if (value.kind === 'function') return { origins: delegatedOrigins(unit, value.code) };
  return value.kind === 'unknown' || value.kind === 'symbol' ? { origins: 'unknown' } : {};
}

function nestPolicies(unit: Unit): readonly Policy[] {
  const enabled = unit.calls('*.enableCors').map((call) => ({ ...named(call, node('Nest'), 'credentials'), ...firstArgument(unit, call) }));
  const made = unit
    .calls(
      'npm:@nestjs/core.NestFactory.create',
      'npm:@nestjs/websockets.WebSocketGateway',
      'npm:socket.io.Server',
      'npm:socket.io',
      '*.createIOServer',
    )
    .flatMap((call) => nested(call, call.option('cors')));
  return [...enabled, ...made];
}

/** Apollo's servers of old bring CORS with them, and its stand-alone server leaves no say in it. */
function graphqlPolicies(unit: Unit): readonly Policy[] {
  const apollo = node('Apollo Server');
  const applied = unit
    .calls('*.applyMiddleware', '*.getMiddleware')
    .filter(({ symbols }) => symbols.some((symbol) => /^npm:apollo-server-(?:express|koa)\.ApolloServer\(\)\.\w+$/.test(symbol)));
  const made = unit.calls('npm:apollo-server.ApolloServer');
  const alone = unit.calls('npm:@apollo/server/standalone.startStandaloneServer');
  return [
    ...[...applied, ...made].flatMap((call) => {
      const cors = call.option('cors');
      if (cors === 'absent' || cors === 'unknown') return [{ site: call, semantics: apollo, origins: cors, credentials: false }];
      return nested(call, cors, apollo);
    }),
    ...alone.map((site): Policy => ({ site, semantics: apollo, origins: 'absent', credentials: false })),
    ...nestGraphql(unit),
  ];
}

/** `GraphQLModule.forRoot({ cors })`, also where a factory or a class makes its options. */
function nestGraphql(unit: Unit): readonly Policy[] {
  if (unit.imports('@nestjs/graphql').length === 0) return [];
  const graphql = node('GraphQL of Nest');
  const given = unit.calls('npm:@nestjs/graphql.GraphQLModule.forRoot').flatMap((call) => nested(call, call.option('cors'), graphql));
  const made = unit
    .entriesNamed('cors')
    .filter(({ inFunction }) => /^(?:createGqlOptions|useFactory)$/.test(inFunction?.name ?? ''))
    .flatMap((entry) => nested(entry, unit.value(entry.value), graphql));
  return [...given, ...made];
}

/** `{ cors: true }` and `{ cors: { origin } }`. */
function nested(site: Site, cors: Value | 'absent' | 'unknown', semantics = node('the cors option')): readonly Policy[] {
  if (typeof cors === 'string' || (cors.kind === 'literal' && cors.value !== true)) return [];
  if (cors.kind === 'choice')
    return cors.among.flatMap(({ value, runsIn }) => (runsIn === 'development' ? [] : nested(site, value, semantics)));
  const entry = (name: string): Value | undefined => (cors.kind === 'record' ? cors.entries.find(([key]) => key === name)?.[1] : undefined);
  const origins = cors.kind === 'record' ? (entry('origin') ?? 'absent') : cors;
  return [{ site, semantics, origins, credentials: isTrue(entry('credentials') ?? 'absent') }];
}

const isFastifyCors = (symbol: string): boolean => /^npm:(?:@fastify\/cors|fastify-cors(?:\(\))?)$/.test(symbol);

/** A file that @fastify/autoload loads gives the plugin, and its options beside it. */
const autoloadedPolicies = (unit: Unit): readonly Policy[] =>
  unit.middleware
    .filter(({ how, symbols }) => how === 'autoload' && symbols.some(isFastifyCors))
    .map((site): Policy => {
      const options = site.handed && unit.value(site.handed);
      const entry = (name: string): Value | undefined =>
        options?.kind === 'record' ? options.entries.find(([key]) => key === name)?.[1] : undefined;
      const whole = options === undefined || (options.kind === 'record' && options.complete);
      return {
        site,
        semantics: node('@fastify/cors'),
        origins: entry('origin') ?? (whole ? 'absent' : 'unknown'),
        credentials: isTrue(entry('credentials') ?? 'absent'),
      };
    });

/** `fastify.register(cors, options)`. */
function pluginPolicies(unit: Unit): readonly Policy[] {
  return unit.calls('*.register').flatMap((call): readonly Policy[] => {
    const plugin = call.argument(0);
    const isCors = plugin !== undefined && unit.symbols(plugin).some(isFastifyCors);
    if (!isCors) return [];
    const policy = named(call, node('@fastify/cors'), 'credentials');
    return [call.argument(1) === undefined ? { ...policy, origins: 'absent' } : policy];
  });
}
