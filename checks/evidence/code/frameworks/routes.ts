// The routes of a service with the prefixes of their routers, and what runs before each handler.
import type { CallExpression, ClassExpression, Expression, Route } from '../../../model.ts';
import { callersOf } from '../callers.ts';
import { contextOf } from '../context.ts';
import { codeFunction, placeOf } from '../places.ts';
import type { Program } from '../program.ts';
import { awilixRoutes } from './awilix-routes.ts';
import { runsBefore } from './before.ts';
import { comparedRoutes } from './compared-routes.ts';
import { controllerOf, globalPrefix, meant, methodsOf } from './controllers.ts';
import { joinPaths, textOf } from './hangings.ts';
import { frameworkOf, functionsIn, makesOwnRouter, verbIn } from './holders.ts';
import type { ListedRoute } from './listed-route.ts';
import { chainHead, listedRoutes } from './listed-routes.ts';
import { appliedTo } from './nest-consumers.ts';
import { isRegistered } from './nest-modules.ts';
import { plainPath } from './plain-path.ts';
import { isAdrift, prefixesOf } from './prefixes.ts';
import { addedRoutes, decoratedRoutes } from './python-routes.ts';
import { servedRoutes } from './served.ts';
import { spreadOut } from './spread-out.ts';
import { selfAddressed } from './starlette-routes.ts';
import { unrolled } from './unrolled.ts';

export function routesOf(program: Program): readonly Route[] {
  return program.files.flatMap((file) => {
    const compared = comparedRoutes(program, file);
    return [
      ...file.calls.flatMap((call) => unrolled(program, call, isRouting).flatMap((each) => ofCall(program, each, call))),
      ...file.functions.flatMap((code) => decoratedRoutes(program, code)),
      ...file.classes.flatMap((code) => ofController(program, code)),
      ...[...listedRoutes(program, file), ...compared, ...servedRoutes(program, file, compared), ...awilixRoutes(program, file)].flatMap(
        (listed) => ofListed(program, listed),
      ),
      ...selfAddressed(program, file).flatMap((listed) => ofListed(program, listed).map((route) => ({ ...route, adrift: true as const }))),
    ];
  });
}

function ofListed(program: Program, { node, receiver, ...listed }: ListedRoute): readonly Route[] {
  const prefixes = receiver ? prefixesOf(program, receiver) : [''];
  return prefixes.map((prefix) => {
    const path = plainPath(joinPaths(prefix, listed.path));
    const before = [...(receiver ? runsBefore(program, receiver, path, node.kind === 'call' ? node : undefined) : []), ...listed.before];
    return {
      ...listed,
      path,
      place: placeOf(node),
      handler: listed.handler && codeFunction(listed.handler),
      before,
      ...(receiver && isAdrift(program, receiver) && { adrift: true as const }),
    };
  });
}

const isRouting = (method: string): boolean => verbIn(method) !== undefined || method === 'add_api_route';

function ofCall(program: Program, call: CallExpression, written: CallExpression): readonly Route[] {
  const { callee, args } = call;
  if (callee.kind === 'member' && callee.name === 'add_api_route') return addedRoutes(program, call, callee.object);
  const verb = callee.kind === 'member' ? (verbIn(callee.name) ?? callee.name) : methodOfHelper(callee);
  if ((callee.kind !== 'member' && callee.kind !== 'index') || verb === undefined || !isRouting(verb)) return [];
  const [first, ...rest] = spreadOut(program, unnamed(args.filter(({ name }) => name === undefined)));
  const last = rest.at(-1);
  if (first === undefined || last === undefined) return [];
  const framework = frameworkOf(program, callee.object);
  const isOfPackage = callee.kind === 'member' && verb !== callee.name;
  if (framework === undefined || (isOfPackage && framework !== 'by-name') || chainHead(callee.object)?.args[0]?.value.kind === 'string')
    return [];
  // Several addresses in a list are several routes.
  const paths = (first.value.kind === 'list' ? first.value.items.map(({ value }) => value) : [first.value])
    .flatMap((each) => textOf(program, each) ?? (callee.kind === 'index' ? ['/?'] : []))
    .map((path) => (callee.kind === 'index' && !path.startsWith('/') ? '/?' : path))
    .filter((path) => framework !== 'by-name' || path.startsWith('/') || makesOwnRouter(program, callee.object));
  const options = last.value.kind === 'object' ? last.value : undefined;
  const handling = options?.entries.find(({ key }) => key === 'handler')?.value ?? last.value;
  const [handler] = functionsIn(program, handling).slice(-1);
  if (callee.kind === 'index' && (handler === undefined || isIdle(program, call))) return [];
  if (isOfPackage && handler === undefined) return [];
  const method = verb === 'del' ? 'DELETE' : verb === 'all' ? '*' : verb.toUpperCase();
  const hooks = ['onRequest', 'preValidation', 'preHandler'].flatMap(
    (name) => options?.entries.flatMap(({ key, value }) => (key === name ? [value] : [])) ?? [],
  );
  const before = [...rest.slice(0, -1).map(({ value }) => value), ...hooks];
  return prefixesOf(program, callee.object).flatMap((prefix) =>
    paths.map((path) => ({
      method,
      path: plainPath(joinPaths(prefix, path)),
      place: placeOf(call),
      framework,
      handler: handler && codeFunction(handler),
      before: [...runsBefore(program, callee.object, plainPath(joinPaths(prefix, path)), written), ...before],
      ...(isAdrift(program, callee.object) && { adrift: true as const }),
    })),
  );
}

/** `router.get('plans', '/plans', list)`: a route may have a name before its address. */
function unnamed(args: CallExpression['args']): CallExpression['args'] {
  const [first, second, third] = args.map(({ value }) => value);
  const isNamed = first?.kind === 'string' && /^[\w.-]+$/.test(first.value) && second?.kind === 'string' && second.value.startsWith('/');
  return isNamed && third !== undefined ? args.slice(1) : args;
}

/** In a helper that nobody in the service calls, as those of tests. */
function isIdle(program: Program, call: CallExpression): boolean {
  const { inFunction } = contextOf(call);
  return inFunction !== undefined && callersOf(program, inFunction).length === 0;
}

/** `router[method](base + path, handler)` of a helper that makes routes: any method. */
const methodOfHelper = (callee: Expression): string | undefined =>
  callee.kind === 'index' && (callee.index?.kind === 'name' || callee.index?.kind === 'member') && /method|verb/i.test(callee.index.name)
    ? 'all'
    : undefined;

const isMethod = /^npm:(?:@nestjs\/common|routing-controllers)\.(?:Get|Post|Put|Patch|Delete|All|Options|Head)$/;

function ofController(program: Program, code: ClassExpression): readonly Route[] {
  const controller = controllerOf(program, code);
  if (controller === undefined || !isRegistered(program, code)) return [];
  const own = meant(program, code.decorators ?? []).flatMap(({ node }) => (node.kind === 'call' ? [node] : []));
  const [given] = controller.given;
  const named = given?.kind === 'object' ? given.entries.find(({ key }) => key === 'path')?.value : given;
  const prefix = textOf(program, named) ?? '';
  return methodsOf(program, code).flatMap((member) => {
    if (member.value?.kind !== 'function') return [];
    const { value: handler } = member;
    const decorators = (member.decorators ?? []).filter((each) => each.kind === 'call');
    return decorators.flatMap((decorator) =>
      meant(program, [decorator]).flatMap(({ symbols, given: [address] }) => {
        const symbol = symbols.find((each) => isMethod.test(each));
        if (symbol === undefined) return [];
        const method = symbol.endsWith('.All') ? '*' : symbol.slice(symbol.lastIndexOf('.') + 1).toUpperCase();
        const path = plainPath(joinPaths(joinPaths('/', prefix.startsWith('?') ? '?' : prefix), textOf(program, address) ?? ''));
        const others = [...own, ...meant(program, decorators).map(({ node }) => node)].filter((each) => each !== decorator);
        const before = [...appliedTo(program, code, method, path), ...others];
        const below = globalPrefix(program, path);
        const whole = plainPath(below !== '' && path === '/' ? below : joinPaths(below, path));
        return [{ method, path: whole, place: placeOf(decorator), framework: 'nest', handler: codeFunction(handler), before }];
      }),
    );
  });
}

export const routeContext = (route: Route) => (route.handler ? contextOf(route.handler.node) : undefined);
