// What runs before a handler because of where its route hangs: middleware and dependencies of the router, of those above it, and of dependencies themselves.
import type { CallExpression, Expression, FunctionExpression } from '../../../model.ts';
import { definitions } from '../definitions.ts';
import { entities, symbolsOf } from '../entities.ts';
import type { Program } from '../program.ts';
import { frameworkOf, functionsIn } from './holders.ts';

const maxDepth = 5;

/** Expressions that made the router an expression stands for. */
export const makersOf = (program: Program, expression: Expression): readonly Expression[] =>
  entities(program, expression).flatMap((each) => (each.kind === 'outside' && each.made ? [each.made] : []));

/** Something that runs before what hangs on a router. */
interface Earlier {
  /** Only below this path; '' everywhere. */
  readonly path: string;
  readonly expressions: readonly Expression[];
  /** Where the router itself hangs. */
  readonly above: Expression | undefined;
}

/** What runs before every route of the receiver, outermost first. */
export function runsBefore(program: Program, receiver: Expression, path: string, depth = maxDepth): readonly Expression[] {
  if (depth === 0) return [];
  const index = program.memory.once<ReadonlyMap<Expression, readonly Earlier[]>>('earlier', program.files, new Map(), () =>
    indexed(program),
  );
  const found = makersOf(program, receiver).flatMap((maker) => {
    const own = maker.kind === 'call' ? listed(program, maker) : [];
    const earlier = (index.get(maker) ?? []).filter((each) => each.path === '' || path.startsWith(each.path));
    return [
      ...earlier.flatMap(({ above }) => (above ? runsBefore(program, above, path, depth - 1) : [])),
      ...earlier.flatMap(({ expressions }) => expressions),
      ...own,
    ];
  });
  return [...new Set(found)];
}

function indexed(program: Program): ReadonlyMap<Expression, readonly Earlier[]> {
  const index = new Map<Expression, Earlier[]>();
  const add = (maker: Expression, earlier: Earlier): void => {
    const known = index.get(maker);
    if (known) known.push(earlier);
    else index.set(maker, [earlier]);
  };
  for (const call of program.files.flatMap(({ calls }) => calls)) {
    const { callee } = call;
    if (callee.kind !== 'member' || !/^(?:use|addHook|include_router|register|route|mount)$/.test(callee.name)) continue;
    const positional = call.args.flatMap(({ name, value }) => (name === undefined ? [value] : []));
    const [first] = positional;
    const path = first?.kind === 'string' && first.value.startsWith('/') ? first.value.replace(/[/*]+$|\/:.*$/, '') : '';
    const routers = positional.filter((value) => frameworkOf(program, whole(value)) !== undefined);
    const others = positional.filter((value) => value.kind !== 'string' && !routers.includes(value));
    const before = [...others, ...listed(program, call)];
    for (const maker of routers.flatMap((value) => makersOf(program, whole(value))))
      add(maker, { path: '', expressions: before, above: callee.object });
    if (/^(?:use|addHook)$/.test(callee.name))
      for (const maker of makersOf(program, callee.object)) add(maker, { path, expressions: before, above: undefined });
  }
  return index;
}

/** `router.routes()` hangs up the router. */
const whole = (value: Expression): Expression =>
  value.kind === 'call' && value.callee.kind === 'member' && /^(?:routes|middleware|callback)$/.test(value.callee.name)
    ? value.callee.object
    : value;

/** `dependencies=[Depends(f)]` of a route, a router or an application, each after what it depends on itself. */
export function listed(program: Program, { args }: CallExpression): readonly Expression[] {
  const found = args.find(({ name }) => name === 'dependencies')?.value;
  if (found?.kind !== 'list') return [];
  return found.items.flatMap(({ value }) => {
    const all = injected(program, value);
    return all.length > 0 ? all : [value];
  });
}

/** Dependencies among a function's parameters, each after its own. */
export function parameterDependencies(program: Program, code: FunctionExpression, depth = maxDepth): readonly Expression[] {
  if (depth === 0) return [];
  return code.parameters.flatMap(({ fallback, annotation }) =>
    [fallback, annotation].flatMap((each) => (each ? injected(program, each, depth) : [])),
  );
}

/** `Depends(f)`, `Annotated[X, Depends(f)]`, and names for them. */
function injected(program: Program, expression: Expression, depth = maxDepth): readonly Expression[] {
  if (depth === 0) return [];
  if (expression.kind === 'index' && expression.index?.kind === 'list')
    return expression.index.items.flatMap(({ value }) => (value.kind === 'call' ? injected(program, value, depth) : []));
  if (expression.kind === 'name' || expression.kind === 'member')
    return definitions(program, expression).flatMap(({ value }) =>
      value.kind === 'index' || value.kind === 'call' ? injected(program, value, depth - 1) : [],
    );
  if (expression.kind !== 'call') return [];
  if (!symbolsOf(program, expression.callee).some((symbol) => /\.(?:Depends|Security)$/.test(symbol))) return [];
  const [dependency] = expression.args;
  const inner = dependency ? functionsIn(program, dependency.value) : [];
  return [...inner.flatMap((code) => parameterDependencies(program, code, depth - 1)), expression];
}
