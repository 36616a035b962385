// Queries of SQLAlchemy: of sessions, of statements, of what is added.
import type { CallExpression, DatabaseQuery, Expression, QueryStep } from '../../model.ts';
import { symbolsOf } from './entities.ts';
import type { Program } from './program.ts';
import { stepsOf } from './query-steps.ts';

type Shape = Omit<DatabaseQuery, 'call' | 'steps'>;

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
        filtered || limited || names.at(-1) !== 'all' || names.some((name) => /join|with|options|order/.test(name) && name !== 'order_by'),
    };
  const runs = steps.find(({ name }) => /^(?:execute|scalars?|exec|stream)$/.test(name));
  const [statement] = runs?.args ?? [];
  if (
    statement &&
    statement.kind !== 'string' &&
    names.length > 0 &&
    (sql || /^(?:db|session|conn|connection|self)$/.test(rootName(node))) &&
    isStatement(program, statement)
  )
    return { does: 'read', through: 'SQLAlchemy', everyColumn: false, bounded: true };
  const last = steps.at(-1);
  if (last && /^(?:add|add_all|merge)$/.test(last.name) && (sql || /^(?:db|session)$/.test(rootName(node))))
    return { does: last.name === 'merge' ? 'upsert' : 'insert', through: 'SQLAlchemy', everyColumn: false, bounded: true };
  return undefined;
}

const isStatement = (program: Program, statement: Expression): boolean => {
  const root = statement.kind === 'call' ? stepsOf(statement)[0]?.node.callee : statement;
  return (
    root !== undefined &&
    symbolsOf(program, root).some((symbol) => /^py:sql(?:alchemy|model)\b.*\.(?:select|text)(?:\(\).*)?$/.test(symbol))
  );
};

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
