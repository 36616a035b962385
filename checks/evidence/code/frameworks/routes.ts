// The routes of a service with the prefixes of their routers, and what runs before each handler.
import type { CallExpression, Expression, FunctionExpression, Route } from '../../../model.ts';
import { contextOf } from '../context.ts';
import { symbolsOf } from '../entities.ts';
import { codeFunction, placeOf } from '../places.ts';
import type { Program } from '../program.ts';
import { worth } from '../values.ts';
import { listed, makersOf, parameterDependencies, runsBefore } from './before.ts';
import { frameworkOf, functionsIn, httpMethods } from './holders.ts';

export function routesOf(program: Program): readonly Route[] {
  const mounts = mountsOf(program);
  return program.files.flatMap((file) => [
    ...file.calls.flatMap((call) => ofCall(program, call, mounts)),
    ...file.functions.flatMap((code) => ofDecorators(program, code, mounts)),
    ...file.classes.flatMap((code) => ofController(program, code)),
  ]);
}

/** Where a router is hung up, by the expression that made it. */
type Mounts = ReadonlyMap<Expression, readonly string[]>;

function literalText(program: Program, expression: Expression | undefined): string | undefined {
  if (expression === undefined) return undefined;
  const value = worth(program, expression);
  if (value.kind === 'literal') return typeof value.value === 'string' ? value.value : undefined;
  if (value.kind === 'text') return value.parts.map((part) => (part.kind === 'literal' ? String(part.value) : '?')).join('');
  return value.kind === 'environment' && value.fallback?.kind === 'literal' ? String(value.fallback.value) : '?';
}

function mountsOf(program: Program): Mounts {
  const mounts = new Map<Expression, string[]>();
  for (const file of program.files) {
    for (const { callee, args } of file.calls) {
      if (callee.kind !== 'member' || !/^(?:use|include_router|register_blueprint|route|mount|register)$/.test(callee.name)) continue;
      const [first] = args;
      const prefixed = args.find(({ name }) => name === 'prefix' || name === 'url_prefix')?.value;
      const path = prefixed ?? (first?.value.kind === 'string' || first?.value.kind === 'template' ? first.value : undefined);
      const prefix = path ? (literalText(program, path) ?? '') : '';
      const outer = ownPrefixes(program, callee.object, mounts);
      for (const { value } of args) {
        for (const maker of makersOf(program, value)) {
          const known = mounts.get(maker) ?? [];
          mounts.set(maker, [...known, ...outer.map((each) => joinPaths(each, prefix))]);
        }
      }
    }
  }
  return mounts;
}

/** What stands before the paths of a router: where it is hung up, then its own prefix. */
function ownPrefixes(program: Program, receiver: Expression, mounts: Mounts): readonly string[] {
  const makers = makersOf(program, receiver);
  const found = makers.flatMap((maker) => {
    const own = maker.kind === 'call' ? makerPrefix(program, maker) : '';
    const outer = mounts.get(maker) ?? [''];
    return outer.map((each) => joinPaths(each, own));
  });
  return found.length > 0 ? [...new Set(found)].slice(0, 4) : [''];
}

function makerPrefix(program: Program, maker: CallExpression): string {
  const keyword = maker.args.find(({ name }) => name === 'prefix' || name === 'url_prefix')?.value;
  if (keyword) return literalText(program, keyword) ?? '';
  for (const { value } of maker.args) {
    if (value.kind !== 'object') continue;
    const entry = value.entries.find(({ key }) => key === 'prefix');
    if (entry) return literalText(program, entry.value) ?? '';
  }
  return '';
}

const joinPaths = (a: string, b: string): string => `${a.replace(/\/$/, '')}${b === '' || b.startsWith('/') ? b : `/${b}`}`;

/** `{id}`, `<int:id>` and `:id` are all `:id`. */
const plainPath = (path: string): string => {
  const plain = path
    .replace(/\{(\w+)(?::\w+)?\}/g, ':$1')
    .replace(/<(?:\w+:)?(\w+)>/g, ':$1')
    .replace(/^(?!\/)/, '/');
  return plain.replace(/\/{2,}/g, '/');
};

function ofCall(program: Program, call: CallExpression, mounts: Mounts): readonly Route[] {
  const { callee, args } = call;
  if (callee.kind !== 'member' || (!httpMethods.test(callee.name) && callee.name !== 'add_api_route')) return [];
  const [first, ...rest] = args.filter(({ name }) => name === undefined);
  const last = rest.at(-1);
  if (first === undefined || last === undefined) return [];
  const framework = frameworkOf(program, callee.object);
  const path = framework && literalText(program, first.value);
  if (framework === undefined || path === undefined || (framework === 'by-name' && !path.startsWith('/'))) return [];
  const [handler] = functionsIn(program, last.value).slice(-1);
  const method =
    callee.name === 'del' ? 'DELETE' : callee.name === 'all' ? '*' : callee.name === 'add_api_route' ? 'GET' : callee.name.toUpperCase();
  const before = rest.slice(0, -1).map(({ value }) => value);
  return ownPrefixes(program, callee.object, mounts).map((prefix) => ({
    method,
    path: plainPath(joinPaths(prefix, path)),
    place: placeOf(call),
    framework,
    handler: handler && codeFunction(handler),
    before: [...runsBefore(program, callee.object, plainPath(joinPaths(prefix, path))), ...before],
  }));
}

function ofDecorators(program: Program, code: FunctionExpression, mounts: Mounts): readonly Route[] {
  return (code.decorators ?? []).flatMap((decorator) => {
    if (decorator.kind !== 'call' || decorator.callee.kind !== 'member') return [];
    const { callee, args } = decorator;
    if (!httpMethods.test(callee.name) && callee.name !== 'route' && callee.name !== 'api_route') return [];
    const framework = frameworkOf(program, callee.object);
    const path = literalText(program, args.find(({ name }) => name === undefined || name === 'path' || name === 'rule')?.value);
    if (framework === undefined || path === undefined) return [];
    const methods = callee.name === 'route' || callee.name === 'api_route' ? methodsGiven(decorator) : [callee.name.toUpperCase()];
    return ownPrefixes(program, callee.object, mounts).flatMap((prefix) =>
      methods.map((method) => ({
        method,
        path: plainPath(joinPaths(prefix, path)),
        place: placeOf(decorator),
        framework,
        handler: codeFunction(code),
        before: [...runsBefore(program, callee.object, plainPath(joinPaths(prefix, path))), ...dependencies(program, code, decorator)],
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
  const others = (code.decorators ?? []).filter((each) => each !== decorator);
  return [...new Set([...listed(program, decorator), ...others, ...parameterDependencies(program, code), ...plain])];
}

function ofController(program: Program, code: Extract<Expression, { kind: 'class' }>): readonly Route[] {
  const own = (code.decorators ?? []).filter((each) => each.kind === 'call');
  const controller = own.find((each) => symbolsOf(program, each.callee).some((symbol) => /\.(?:Json)?Controller$/.test(symbol)));
  if (controller === undefined) return [];
  const prefix = literalText(program, controller.args[0]?.value) ?? '';
  return code.members.flatMap((member) => {
    if (member.value?.kind !== 'function') return [];
    const { value: handler } = member;
    const decorators = (member.decorators ?? []).filter((each) => each.kind === 'call');
    return decorators.flatMap((decorator) => {
      const symbol = symbolsOf(program, decorator.callee).find((each) =>
        /^npm:(?:@nestjs\/common|routing-controllers)\.(?:Get|Post|Put|Patch|Delete|All|Options|Head)$/.test(each),
      );
      if (symbol === undefined) return [];
      const method = symbol.endsWith('.All') ? '*' : symbol.slice(symbol.lastIndexOf('.') + 1).toUpperCase();
      const path = plainPath(
        joinPaths(joinPaths('/', prefix.startsWith('?') ? '?' : prefix), literalText(program, decorator.args[0]?.value) ?? ''),
      );
      return [
        {
          method,
          path,
          place: placeOf(decorator),
          framework: 'nest',
          handler: codeFunction(handler),
          before: [...own, ...decorators].filter((each) => each !== decorator),
        },
      ];
    });
  });
}

export const routeContext = (route: Route) => (route.handler ? contextOf(route.handler.node) : undefined);
