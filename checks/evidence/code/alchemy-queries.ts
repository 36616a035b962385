// Queries of SQLAlchemy: of sessions, of statements, of what is added.
import type { CallExpression, DatabaseQuery, Expression, QueryStep } from '../../model.ts';
import { contextOf } from './context.ts';
import { returns } from './definitions.ts';
import { bindingsOf } from './entities/entity.ts';
import { entities, symbolsOf } from './entities.ts';
import type { Program } from './program.ts';
import { stepsOf } from './query-steps.ts';
import { readsWholeTable } from './whole-tables.ts';

type Shape = Omit<DatabaseQuery, 'call' | 'steps' | 'made'>;

export function alchemy(
  program: Program,
  node: CallExpression,
  steps: readonly QueryStep[],
  symbols: readonly string[],
  filtered: boolean,
  limited: boolean,
): Shape | undefined {
  const names = steps.map(({ name }) => name);
  const sql = symbols.some((symbol) => /^py:(?:sql(?:alchemy|model)|flask_sqlalchemy|alchemical)/.test(symbol));
  const query = steps.find(
    ({ name, args }) =>
      name === 'query' && args.length > 0 && args.every((each) => each.kind === 'name' || each.kind === 'member' || each.kind === 'call'),
  );
  if (
    query &&
    /^(?:all|first|one|one_or_none|scalar|count|get|delete|update|exists|scalars)$/.test(names.at(-1) ?? '') &&
    (sql || /^(?:db|session|self)$/.test(rootName(node)))
  )
    return {
      does: names.includes('delete') ? 'delete' : names.includes('update') ? 'update' : 'read',
      through: 'SQLAlchemy',
      everyColumn: false,
      bounded:
        filtered ||
        limited ||
        names.at(-1) !== 'all' ||
        names.some((name) => /join|with|options|order/.test(name) && name !== 'order_by' && !(name === 'outerjoin' && keepsRows(steps))),
    };
  const runs = steps.find(({ name }) => /^(?:execute|execute_many|scalars?|exec|stream|fetch_(?:one|all|val))$/.test(name));
  const [statement] = runs?.args ?? [];
  const through =
    sql ||
    /^(?:(?:\w+_)?(?:db|session|conn|connection)|self)$/.test(rootName(node)) ||
    symbols.some((symbol) => /^py:databases\b.*\.Database\(\)/.test(symbol));
  const does = statement && statement.kind !== 'string' && through ? doneBy(program, statement) : undefined;
  if (does && runs && statement)
    return {
      does,
      through: 'SQLAlchemy',
      everyColumn: false,
      bounded: does !== 'read' || !readsWholeTable(program, node, steps, runs, statement),
    };
  const last = steps.at(-1);
  // `session.get(Plan, id)`: one row, or what the session holds of it already.
  if (last && /^get(?:_one)?$/.test(last.name) && last.args.length > 1 && sql && symbols.some((symbol) => session.test(symbol)))
    return { does: 'read', through: 'SQLAlchemy', everyColumn: false, bounded: true };
  if (last && /^(?:add|add_all|merge)$/.test(last.name) && (sql || /^(?:db|session)$/.test(rootName(node))))
    return {
      does: last.name === 'merge' ? 'upsert' : isFound(program, last.args[0]) ? 'update' : 'insert',
      through: 'SQLAlchemy',
      everyColumn: false,
      bounded: true,
    };
  return undefined;
}

const session =
  /^py:(?:sqlalchemy|sqlmodel)\b.*\.\w*(?:[sS]ession|sessionmaker)\w*(?:\(\))+\.get(?:_one)?$|^py:flask_sqlalchemy\.SQLAlchemy\(\)\.session\.get(?:_one)?$/;

/** An outer join leaves no row out, and neither does grouping by the key of each. */
function keepsRows(steps: readonly QueryStep[]): boolean {
  const grouped = steps.find(({ name }) => name === 'group_by');
  return grouped === undefined || grouped.args.some((each) => each.kind === 'member' && each.name === 'id');
}

/** What a query found before is there already: adding it to the session again changes it at most. */
function isFound(program: Program, added: Expression | undefined, depth = 3): boolean {
  if (added?.kind !== 'name' || depth < 0) return false;
  const set = bindingsOf(added.name, contextOf(added).scope);
  return (
    set.length > 0 &&
    set.every(
      (binding) =>
        (binding.kind === 'value' || binding.kind === 'item') &&
        binding.keys.length === 0 &&
        finds(program, binding.value, binding.kind, depth),
    )
  );
}

/** `Plan.query.filter(…).first()`, a helper that returns such, the rows of a query in a loop. */
function finds(program: Program, value: Expression, kind: 'value' | 'item', depth: number): boolean {
  if (value.kind === 'await') return finds(program, value.value, kind, depth);
  if (value.kind === 'name' && kind === 'item' && depth > 0) {
    const set = bindingsOf(value.name, contextOf(value).scope);
    return set.length > 0 && set.every((each) => each.kind === 'value' && finds(program, each.value, kind, depth - 1));
  }
  if (value.kind !== 'call') return false;
  if (value.callee.kind === 'member') return (kind === 'item' ? many : one).test(value.callee.name);
  const helpers = depth === 0 ? [] : entities(program, value.callee);
  return (
    helpers.length > 0 &&
    helpers.every(
      (each) =>
        each.kind === 'function' && returns(each.code).length > 0 && returns(each.code).every((given) => isGiven(program, given, depth)),
    )
  );
}
const isGiven = (program: Program, given: Expression, depth: number): boolean =>
  isFound(program, given, depth - 1) || finds(program, given, 'value', depth - 1);
const one = /^(?:first|one|one_or_none|first_or_404|one_or_404|get_or_404|scalar_one|scalar_one_or_none)$/;
const many = /^(?:all|filter|filter_by|where|order_by|limit|scalars|with_for_update)$/;

/** What a statement does that was put together: `select(Plan)`, `plans.insert()`, under the name it was given last. */
function doneBy(program: Program, statement: Expression): Shape['does'] | undefined {
  const built = statement.kind === 'name' ? nearest(statement) : statement;
  for (const each of [built, statement]) {
    const root = each.kind === 'call' ? stepsOf(each)[0]?.node.callee : each;
    if (root === undefined) continue;
    for (const symbol of symbolsOf(program, root)) {
      const verb = /^py:sql(?:alchemy|model)\b.*?\.(select|text|count|insert|update|delete)(?:\(\).*)?$/.exec(symbol)?.[1];
      if (verb === 'select' || verb === 'text' || verb === 'count') return 'read';
      const again = each.kind === 'call' && stepsOf(each).some(({ name }) => name.startsWith('on_conflict'));
      if (verb === 'insert') return again ? 'upsert' : 'insert';
      if (verb === 'update' || verb === 'delete') return verb;
    }
  }
  return undefined;
}

/** The value that a name was given nearest above where it is used. */
function nearest(name: Extract<Expression, { kind: 'name' }>): Expression {
  const values = bindingsOf(name.name, contextOf(name).scope).flatMap((binding) =>
    binding.kind === 'value' && binding.keys.length === 0 && binding.value.line <= name.line ? [binding.value] : [],
  );
  return values.toSorted((one, other) => other.line - one.line)[0] ?? name;
}

const rootName = (node: Expression): string =>
  node.kind === 'call'
    ? rootName(node.callee)
    : node.kind === 'member'
      ? rootName(node.object)
      : node.kind === 'name'
        ? node.name
        : node.kind === 'await'
          ? rootName(node.value)
          : '';
