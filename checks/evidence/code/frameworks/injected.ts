// What a FastAPI route, router or application depends on: `dependencies=[…]` and parameters, each after what it depends on itself.
import type { CallExpression, Expression, FunctionExpression } from '../../../model.ts';
import { definitions } from '../definitions.ts';
import { symbolsOf } from '../entities.ts';
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
