// Names of the calls that narrow a query, and queries that go on under the name they were given.
import type { CallExpression, DatabaseQuery, Expression } from '../../model.ts';
import { contextOf } from './context.ts';
import { bindingsOf } from './entities/entity.ts';
import { stepsOf } from './query-steps.ts';

export const filters: ReadonlySet<string> = new Set([
  ...['eq', 'in', 'in_', 'match', 'filter', 'or', 'or_', 'gt', 'gte', 'lt', 'lte', 'contains', 'is', 'is_', 'like', 'ilike', 'where'],
  ...['filter_by', 'textSearch', 'text_search', 'whereIn', 'andWhere'],
]);
export const limits: ReadonlySet<string> = new Set([
  ...['limit', 'range', 'single', 'maybeSingle', 'maybe_single', 'first', 'one', 'one_or_none', 'scalar', 'count', 'take', 'slice'],
  ...['paginate', 'explain', 'csv', 'fetchone', 'exists', 'max', 'min'],
]);

/** What a chain does, as the names of its calls go. */
export function doneBy(names: readonly string[]): DatabaseQuery['does'] | undefined {
  for (const does of ['upsert', 'insert', 'update', 'delete'] as const)
    if (names.includes(does))
      return does === 'insert' &&
        (names.includes('onConflict') || names.includes('onConflictDoNothing') || names.includes('onConflictDoUpdate'))
        ? 'upsert'
        : does;
  return names.includes('del') ? 'delete' : names.includes('select') ? 'read' : undefined;
}

/** `query = table.select("id")`, and later `query = query.eq(…)` or `query.limit(20)`. */
export function isNarrowedLater(node: CallExpression): boolean {
  const { scope, file } = contextOf(node);
  const name = nameOf(node);
  if (name === undefined) return false;
  const own = bindingsOf(name, scope);
  return file.calls.some(
    (each) =>
      each !== node &&
      rootOf(each) === name &&
      bindingsOf(name, contextOf(each).scope) === own &&
      stepsOf(each).some((step) => filters.has(step.name) || limits.has(step.name)),
  );
}

/** The name that the call's result is given at once. */
function nameOf(node: CallExpression): string | undefined {
  for (let scope: ReturnType<typeof contextOf>['scope'] | undefined = contextOf(node).scope; scope; scope = scope.parent)
    for (const [name, bindings] of scope.bindings)
      if (bindings.some((binding) => binding.kind === 'value' && binding.keys.length === 0 && binding.value === node)) return name;
  return undefined;
}

const rootOf = (node: Expression): string | undefined =>
  node.kind === 'call' ? rootOf(node.callee) : node.kind === 'member' ? rootOf(node.object) : node.kind === 'name' ? node.name : undefined;
