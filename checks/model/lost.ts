// Calls that lead where nobody could follow: on something that is handed over, injected or looked up at run time.
import type { Call, CodeFunction, Unit } from './code.ts';
import { lastName, nodesIn } from './nodes.ts';
import { remembered } from './remembered.ts';
import type { Expression } from './source.ts';

/** Of what a framework hands to a handler, and of plain values, calls say nothing of the service's own doings. */
const handed = /^\?(?:(?:string|list|_?req|_?request|_?res|_?response|reply|rep|ctx|context|c|next|done|err|error|e|event|headers)\b|\.?$)/;

/** `req.models.plans.create(…)`, `ctx.state.db.insert(…)`: what the service itself hung on the request. */
const hungOn =
  /^\?(?:_?req|_?request|ctx|context|c)\.(?!(?:app|body|cookies?|data|env|files?|get|headers?|locals|log|logger|method|params?|path|query|raw|re[qs]|request|response|session|signal|socket|throw|url|user|var)\b)\w+\.\w/;
const isHanded = (symbol: string): boolean => handed.test(symbol) && !hungOn.test(symbol);

/** Calls made by a function, through helpers of this service, of a name that the pattern knows, whose receiver could not be followed. */
export const lostCalls = (unit: Unit, code: CodeFunction, name: RegExp): readonly Call[] =>
  unit.callsFrom(code).filter(
    // Names are quick to look at, and rule out most.
    (call) =>
      name.test(lastName(call.node.callee) ?? '') &&
      call.symbols.length > 0 &&
      // What is loaded by a name that a setting gives is as good as handed over.
      call.symbols.every((symbol) => symbol.startsWith('js:import()') || (symbol.startsWith('?') && !isHanded(symbol))) &&
      call.targets.length === 0,
  );

/**
 * Whether routes are looked up at run time: a helper makes them of a table, whatever method and address it is given
 * (`router[method](base + path, …)`), or what answers is an entry of one that the request names (`actions[name](body)`).
 */
export const tableOfRoutes = remembered(
  (unit: Unit): boolean =>
    unit.routes.some(({ method, path }) => method === '*' && path.endsWith('?')) ||
    (unit.routes.length === 0 && unit.frameworks.some((framework) => serving.test(framework)) && unit.functions().some(looksUp)),
);
const serving = /^(?:node-http|koa|express|deno|bun)$/;

/** `const action = actions[body.act]; … action.call(this, body)`: something that is looked up by a name nobody wrote down is run. */
function looksUp({ node }: CodeFunction): boolean {
  const all = nodesIn(node.body);
  const taken = new Set<string>();
  for (const each of all)
    if (each.kind === 'assignment' && each.target.kind === 'bind' && each.value?.kind === 'index' && isOpen(each.value.index))
      taken.add(each.target.name);
  return all.some((each) => {
    if (each.kind !== 'call' || each.args.length === 0) return false;
    const { callee } = each;
    if (callee.kind === 'index') return isOpen(callee.index);
    const called = callee.kind === 'member' && /^(?:call|apply|handler?|handle|run|execute)$/.test(callee.name) ? callee.object : callee;
    return called.kind === 'name' && taken.has(called.name);
  });
}

const isOpen = (index: Expression | undefined): boolean => index !== undefined && index.kind !== 'string' && index.kind !== 'number';

/** Whether a handler hands its request to something that it was made with: `async (request, response) => handler(request, response)`. */
export function handsOn(unit: Unit, code: CodeFunction): boolean {
  const [first] = code.node.parameters;
  const request = first?.pattern.kind === 'bind' ? first.pattern.name : undefined;
  return (
    request !== undefined &&
    unit
      .callsFrom(code)
      .some(
        (call) =>
          call.node.callee.kind === 'name' &&
          call.inFunction?.node === code.node &&
          call.symbols.length > 0 &&
          call.symbols.every((symbol) => symbol === `?${lastName(call.node.callee) ?? ''}`) &&
          call.node.args.some(({ value }) => value.kind === 'name' && value.name === request) &&
          call.targets.length === 0,
      )
  );
}

const graphqlServers = [
  ...['npm:apollo-server*', 'npm:@apollo/server.ApolloServer', 'npm:graphql-yoga.createYoga', 'npm:graphql-yoga.GraphQLServer'],
  ...['npm:express-graphql*', 'npm:koa-graphql*', 'npm:graphql-http*', 'npm:postgraphile*', 'npm:@nestjs/graphql.GraphQLModule.*'],
  ...['asgi.GraphQL', 'fastapi.GraphQLRouter', 'flask.views.GraphQLView', 'flask.views.AsyncGraphQLView'].map(
    (name) => `py:strawberry.${name}`,
  ),
  ...['django.views.GraphQLView', 'django.views.AsyncGraphQLView'].map((name) => `py:strawberry.${name}`),
  ...['asgi.GraphQL', 'graphql', 'graphql_sync'].map((name) => `py:ariadne.${name}`),
  ...['py:graphene_django.views.GraphQLView', 'py:starlette_graphene3.GraphQLApp'],
];

/** Packages whose procedures answer requests: what hangs them under an address of the server. */
const procedures: readonly (readonly [what: string, modules: readonly string[]])[] = [
  ['procedures of tRPC', ['@trpc/server/adapters', '@hono/trpc-server', '@elysiajs/trpc', 'trpc-to-openapi', 'trpc-openapi']],
  ['procedures of oRPC', ['fetch', 'node', 'fastify', 'aws-lambda'].map((each) => `@orpc/server/${each}`)],
  ['methods of Connect', ['node', 'express', 'fastify', 'next'].map((each) => `@connectrpc/connect-${each}`)],
];

/** What answers requests here without being a route, so that what it does is not followed; undefined where routes do. */
export const answeredBy = remembered((unit: Unit): string | undefined => {
  if (unit.calls(...graphqlServers).some(({ runsIn, onlyAsScript }) => runsIn !== 'development' && !onlyAsScript))
    return 'resolvers of GraphQL';
  const found = procedures.find(([, modules]) => unit.imports(...modules).some(({ runsIn }) => runsIn !== 'development'));
  if (found !== undefined) return found[0];
  return unit.frameworks.includes('next') && unit.serverActions.length > 0 ? 'server actions of Next' : undefined;
});
