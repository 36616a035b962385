// Routes that are listed rather than hung up one by one: Starlette's and Django's lists, Fastify's records, Express's chains, Next's files, addresses compared by hand.
import type { CallExpression, Expression, FunctionExpression } from '../../../model.ts';
import type { IndexedFile } from '../context.ts';
import { symbolsOf } from '../entities.ts';
import type { Program } from '../program.ts';
import { worth } from '../values.ts';
import { basesOf } from './bases.ts';
import { describedRoutes } from './described-routes.ts';
import { djangoRoutes, registeredRoutes } from './django-routes.ts';
import { frameworkOf, functionsIn, httpMethods } from './holders.ts';
import { honoOn } from './hono-on.ts';
import type { ListedRoute } from './listed-route.ts';
import { ofNextFile } from './next-files.ts';
import { addedResources, decoratedResources } from './resource-classes.ts';
import { starletteRoutes } from './starlette-routes.ts';

export function listedRoutes(program: Program, file: IndexedFile): readonly ListedRoute[] {
  return [
    ...file.calls.flatMap((call) => [
      ...ofRecord(program, call),
      ...ofChain(program, call),
      ...describedRoutes(program, call),
      ...(file.source.language === 'python' ? ofList(program, call) : []),
      ...ofAdded(program, call),
      ...ofUse(program, call),
      ...honoOn(program, call),
      ...ofRegister(program, call),
      ...addedResources(program, call),
    ]),
    ...file.classes.flatMap((code) => decoratedResources(program, code)),
    ...ofNextFile(file),
  ];
}

const textOf = (program: Program, expression: Expression | undefined): string | undefined => {
  const value = expression && worth(program, expression);
  if (value?.kind === 'literal' && typeof value.value === 'string') return value.value;
  if (value?.kind === 'regex') return value.source;
  return value?.kind === 'text' ? value.parts.map((part) => (part.kind === 'literal' ? String(part.value) : '?')).join('') : undefined;
};
const named = ({ args }: CallExpression, name: string): Expression | undefined => args.find((each) => each.name === name)?.value;
const last = (program: Program, expression: Expression | undefined): FunctionExpression | undefined =>
  expression && functionsIn(program, expression).at(-1);

/** `fastify.route({ method, url, handler })`. */
function ofRecord(program: Program, call: CallExpression): readonly ListedRoute[] {
  const { callee, args } = call;
  const [first] = args;
  if (callee.kind !== 'member' || callee.name !== 'route' || first?.value.kind !== 'object') return [];
  const framework = frameworkOf(program, callee.object);
  const entry = (key: string): Expression | undefined =>
    first.value.kind === 'object' ? first.value.entries.find((each) => each.key === key)?.value : undefined;
  const path = textOf(program, entry('url') ?? entry('path'));
  if (framework === undefined || path === undefined) return [];
  const before = ['onRequest', 'preValidation', 'preHandler'].flatMap((key) => entry(key) ?? []);
  const handler = last(program, entry('handler'));
  return methodsOf(program, entry('method')).map((method) => ({
    method,
    path,
    framework,
    node: call,
    handler,
    before,
    receiver: callee.object,
  }));
}

/** `router.route('/x')` of what is called on it. */
export function chainHead(receiver: Expression): CallExpression | undefined {
  let head = receiver;
  while (head.kind === 'call' && head.callee.kind === 'member' && head.callee.name !== 'route') head = head.callee.object;
  return head.kind === 'call' && head.callee.kind === 'member' && head.args.length === 1 ? head : undefined;
}

/** `router.route('/x').get(h).post(h)`. */
function ofChain(program: Program, call: CallExpression): readonly ListedRoute[] {
  const { callee, args } = call;
  if (callee.kind !== 'member' || !httpMethods.test(callee.name)) return [];
  const head = chainHead(callee.object);
  if (head?.callee.kind !== 'member') return [];
  const framework = frameworkOf(program, head.callee.object);
  const path = textOf(program, head.args[0]?.value);
  if (framework === undefined || path === undefined) return [];
  const handlers = args.map(({ value }) => value);
  const method = callee.name === 'all' ? '*' : callee.name.toUpperCase();
  const handler = last(program, handlers.at(-1));
  return [{ method, path, framework, node: call, handler, before: handlers.slice(0, -1), receiver: head.callee.object }];
}

/** `app.use('/x', (request, response) => …)`: what hands nothing on answers all there is below the address. */
function ofUse(program: Program, call: CallExpression): readonly ListedRoute[] {
  const { callee, args } = call;
  const [first, ...rest] = args;
  const given = rest.at(-1)?.value;
  if (callee.kind !== 'member' || callee.name !== 'use' || first?.value.kind !== 'string' || given?.kind !== 'function') return [];
  const framework = frameworkOf(program, callee.object);
  if (framework !== 'express' && framework !== 'by-name') return [];
  if (given.parameters.length > 2) return [];
  return [{ method: '*', path: first.value.value, framework, node: call, handler: given, before: [], receiver: callee.object }];
}

const lists =
  /^py:(?:(?:starlette|fastapi)\.routing\.(?:API)?Route|aiohttp\.web\.(?:get|post|put|patch|delete)|django\.(?:urls|conf\.urls)\.(?:path|re_path|url))$/;

/** `Route('/x', endpoint)` of Starlette, `path('x/', view)` of Django, `web.get('/x', handler)` of aiohttp. */
function ofList(program: Program, call: CallExpression): readonly ListedRoute[] {
  // What a call's first argument comes to is dear to ask, and few calls list a route.
  const symbols = symbolsOf(program, call.callee).filter((symbol) => lists.test(symbol));
  const path = symbols.length === 0 ? undefined : textOf(program, call.args[0]?.value);
  if (path === undefined) return [];
  const second = call.args[1]?.value;
  if (symbols.some((symbol) => symbol.endsWith('Route')))
    return starletteRoutes(program, call, path, methodsOf(program, named(call, 'methods')));
  if (symbols.some((symbol) => symbol.startsWith('py:aiohttp.'))) {
    const method = symbols[0]?.split('.').at(-1)?.toUpperCase() ?? '*';
    return [{ method, path, framework: 'aiohttp', node: call, handler: last(program, second), before: [] }];
  }
  return second === undefined ? [] : djangoRoutes(program, call, path, second);
}

/** `router.register('plans', PlanViewSet)` of REST framework. */
function ofRegister(program: Program, call: CallExpression): readonly ListedRoute[] {
  const { callee } = call;
  if (callee.kind !== 'member' || callee.name !== 'register') return [];
  // A router of the service's own is mostly derived from the package's.
  const isRouter =
    symbolsOf(program, callee.object).some((symbol) => /^py:rest_framework\w*\.routers\.\w+\(\)$/.test(symbol)) ||
    basesOf(program, callee.object).some((symbol) => /^py:rest_framework\w*\.routers\.\w+$/.test(symbol));
  const prefix = isRouter ? textOf(program, call.args[0]?.value) : undefined;
  return prefix === undefined ? [] : registeredRoutes(program, call, prefix.replace(/^r?\^|\$$/g, ''));
}

/** `app.router.add_get('/x', h)` of aiohttp, `app.add_url_rule('/x', view_func=f)` of Flask. */
function ofAdded(program: Program, call: CallExpression): readonly ListedRoute[] {
  const { callee } = call;
  const [verb] = callee.kind === 'member' ? (/^(?:add_(get|post|put|patch|delete)|add_url_rule)$/.exec(callee.name) ?? []) : [];
  if (callee.kind !== 'member' || verb === undefined) return [];
  const framework = frameworkOf(program, callee.object);
  const path = textOf(program, call.args[0]?.value);
  if (framework === undefined || path === undefined) return [];
  const given = named(call, 'view_func') ?? named(call, 'handler') ?? call.args[verb === 'add_url_rule' ? 2 : 1]?.value;
  if (given?.kind === 'call' && given.callee.kind === 'member' && given.callee.name === 'as_view') return [];
  const methods = verb === 'add_url_rule' ? methodsOf(program, named(call, 'methods')) : [verb.slice(4).toUpperCase()];
  return methods.map((method) => ({
    method,
    path,
    framework,
    node: call,
    handler: last(program, given),
    before: [],
    receiver: callee.object,
  }));
}

function methodsOf(program: Program, given: Expression | undefined): readonly string[] {
  if (given === undefined) return ['GET'];
  const value = worth(program, given);
  const texts = (value.kind === 'list' ? value.items : [value]).flatMap((each) => (each.kind === 'literal' ? [String(each.value)] : []));
  return texts.length > 0 ? texts.map((text) => text.toUpperCase()) : ['*'];
}
