// Routes that Python hangs up by a decorator, or by a call of FastAPI that names all there is.
import type { CallExpression, Expression, FunctionExpression, Route } from '../../../model.ts';
import { codeFunction, placeOf } from '../places.ts';
import type { Program } from '../program.ts';
import { runsBefore } from './before.ts';
import { joinPaths, textOf } from './hangings.ts';
import { frameworkOf, functionsIn } from './holders.ts';
import { hungByHelper, isRouteMethod } from './hung-by-helper.ts';
import { listed as dependenciesIn, fieldDependencies, parameterDependencies } from './injected.ts';
import { plainPath } from './plain-path.ts';
import { isAdrift, prefixesOf } from './prefixes.ts';

export function decoratedRoutes(program: Program, code: FunctionExpression): readonly Route[] {
  return (code.decorators ?? []).flatMap((decorator) => {
    if (decorator.kind !== 'call') return [];
    const { callee, args } = decorator;
    const direct = callee.kind === 'member' && isRouteMethod(callee.name) ? frameworkOf(program, callee.object) : undefined;
    const helped = direct === undefined ? hungByHelper(program, decorator) : undefined;
    const [receiver, method] = helped ? [helped.receiver, helped.method] : callee.kind === 'member' ? [callee.object, callee.name] : [];
    if (receiver === undefined || method === undefined) return [];
    const framework = direct ?? (helped && frameworkOf(program, receiver));
    const address = helped?.path ?? args.find(({ name }) => name === undefined || name === 'path' || name === 'rule')?.value;
    const path = textOf(program, address);
    if (framework === undefined || path === undefined) return [];
    const methods = method === 'route' || method === 'api_route' ? methodsGiven(decorator) : [method.toUpperCase()];
    return prefixesOf(program, receiver).flatMap((prefix) =>
      methods.map((each) => ({
        method: each,
        path: plainPath(joinPaths(prefix, path)),
        place: placeOf(decorator),
        framework,
        handler: codeFunction(code),
        before: [
          ...runsBefore(program, receiver, plainPath(joinPaths(prefix, path)), undefined),
          // What the helper hands on to the router, and what it wraps round the handler.
          ...(helped ? [...dependenciesIn(program, helped.inner), decorator] : []),
          ...dependencies(program, code, decorator),
        ],
        ...(isAdrift(program, receiver) && { adrift: true as const }),
      })),
    );
  });
}

function methodsGiven(decorator: CallExpression): readonly string[] {
  const given = decorator.args.find(({ name }) => name === 'methods')?.value;
  return given?.kind === 'list'
    ? given.items.flatMap(({ value }) => (value.kind === 'string' ? [value.value.toUpperCase()] : []))
    : ['GET'];
}

/** Dependencies of a FastAPI route, those they depend on before them: its decorator's, then its parameters'. */
function dependencies(program: Program, code: FunctionExpression, decorator: CallExpression): readonly Expression[] {
  const plain = code.parameters.flatMap(({ fallback, annotation }) =>
    [fallback, annotation].flatMap((each) => (each && (each.kind === 'call' || each.kind === 'index') ? [each] : [])),
  );
  // A decorator above the route's wraps what nobody calls: the route was added before.
  const all = code.decorators ?? [];
  const others = all.slice(all.indexOf(decorator) + 1);
  return [
    ...new Set([
      ...dependenciesIn(program, decorator),
      ...others,
      ...fieldDependencies(program, code),
      ...parameterDependencies(program, code),
      ...plain,
    ]),
  ];
}

/** `router.add_api_route("/plans", list_plans, methods=["GET"], dependencies=[…])` of FastAPI, by place or by name. */
export function addedRoutes(program: Program, call: CallExpression, receiver: Expression): readonly Route[] {
  const given = (name: string, at: number): Expression | undefined =>
    (call.args.find((each) => each.name === name) ?? call.args.filter((each) => each.name === undefined)[at])?.value;
  const framework = frameworkOf(program, receiver);
  const path = textOf(program, given('path', 0));
  const endpoint = given('endpoint', 1);
  if (framework === undefined || path === undefined || endpoint === undefined) return [];
  const [code] = functionsIn(program, endpoint);
  const before = code ? dependencies(program, code, call) : dependenciesIn(program, call);
  return prefixesOf(program, receiver).flatMap((prefix) =>
    methodsGiven(call).map((method) => ({
      method,
      path: plainPath(joinPaths(prefix, path)),
      place: placeOf(call),
      framework,
      handler: code && codeFunction(code),
      before: [...runsBefore(program, receiver, plainPath(joinPaths(prefix, path)), call), ...before],
      ...(isAdrift(program, receiver) && { adrift: true as const }),
    })),
  );
}
