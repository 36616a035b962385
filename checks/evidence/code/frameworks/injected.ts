// What a FastAPI route, router or application depends on: `dependencies=[…]` and parameters, each after what it depends on itself.
import type { CallExpression, ClassExpression, Expression, FunctionExpression } from '../../../model.ts';
import { contextOf } from '../context.ts';
import { definitions } from '../definitions.ts';
import { entities, symbolsOf } from '../entities.ts';
import type { Program } from '../program.ts';
import { functionsIn } from './holders.ts';

const maxDepth = 5;

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

/** Dependencies that a class of routes holds in its fields, its own and inherited: `user: User = Depends(signed_in)`. */
export function fieldDependencies(program: Program, code: FunctionExpression): readonly Expression[] {
  const own = contextOf(code).inClass;
  return own ? fieldsIn(program, own, maxDepth) : [];
}

function fieldsIn(program: Program, code: ClassExpression, depth: number): readonly Expression[] {
  if (depth === 0) return [];
  const inherited = code.bases.flatMap((base) =>
    entities(program, base).flatMap((each) => (each.kind === 'class' ? fieldsIn(program, each.code, depth - 1) : [])),
  );
  const fields = code.members.flatMap(({ value, annotation }) =>
    [value, annotation].flatMap((each) => (each && each.kind !== 'function' ? injected(program, each) : [])),
  );
  return [...inherited, ...fields];
}

/** What `Depends` or `Security` is given in an annotation, a default or a field, also through a name for them. */
export function injectedIn(program: Program, expression: Expression, depth = maxDepth): readonly Expression[] {
  if (depth === 0) return [];
  const inner = (each: Expression): readonly Expression[] => injectedIn(program, each, depth - 1);
  if (expression.kind === 'index' && expression.index)
    return (expression.index.kind === 'list' ? expression.index.items.map(({ value }) => value) : [expression.index]).flatMap(inner);
  if (expression.kind === 'binary') return [...inner(expression.left), ...inner(expression.right)];
  if (expression.kind === 'name' || expression.kind === 'member')
    return definitions(program, expression).flatMap(({ value }) => (value.kind === 'index' || value.kind === 'call' ? inner(value) : []));
  if (expression.kind !== 'call') return [];
  if (!isDepends(program, expression)) return madeBy(program, expression).flatMap(inner);
  return expression.args[0] ? [expression.args[0].value] : [];
}

const isDepends = (program: Program, { callee }: CallExpression): boolean =>
  symbolsOf(program, callee).some((symbol) => /\.(?:Depends|Security)$/.test(symbol));

/** `CurrentUser()` of `def CurrentUser(): return Depends(current_user)`. */
const madeBy = (program: Program, call: CallExpression): readonly Expression[] =>
  definitions(program, call).flatMap(({ value }) => (value.kind === 'call' ? [value] : []));

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
  if (!isDepends(program, expression)) return madeBy(program, expression).flatMap((each) => injected(program, each, depth - 1));
  const [dependency] = expression.args;
  const inner = dependency ? functionsIn(program, dependency.value) : [];
  return [...inner.flatMap((code) => parameterDependencies(program, code, depth - 1)), expression];
}
