// Which columns say whose a row is: those that a policy compares with who asks, those that point at a user, those named so.
import { parseSync } from 'libpg-query';
import type { Policy } from '../../../model.ts';
import { parts, words } from '../../migrations/sql/walk.ts';
import type { Column } from './columns.ts';

const named = /^(?:user|owner|author|creator|account|member|customer)_?id$|^created_by$|^owner$/i;

/** Columns of the table that hold the id of a user. The parser must be loaded. */
export function ownerColumns(table: string, columns: readonly Column[], policies: readonly Policy[]): readonly string[] {
  const compared = new Set(policies.flatMap(({ using, check }) => [...comparedWithUser(using, table), ...comparedWithUser(check, table)]));
  return columns
    .filter(({ name, type, pointsAt }) => {
      if (type !== 'uuid' && !/^(?:text|character varying)$/.test(type)) return false;
      if (pointsAt?.table === 'auth.users') return pointsAt.column === 'id';
      return compared.has(name) || (pointsAt === undefined && named.test(name));
    })
    .map(({ name }) => name);
}

function comparedWithUser(expression: string | null, table: string): readonly string[] {
  if (expression === null) return [];
  const parsed = parsedExpression(expression);
  return [...parts(parsed)].flatMap(([name, value]) => {
    if (name !== 'A_Expr') return [];
    const sides = [value.lexpr, value.rexpr];
    const asks = sides.findIndex(saysWhoAsks);
    return asks === -1 ? [] : columnsIn(sides[1 - asks], table);
  });
}

const saysWhoAsks = (node: unknown): boolean =>
  [...parts(node)].some(([name, value]) => {
    if (name !== 'FuncCall') return false;
    const called = words(value.funcname).join('.');
    return called === 'auth.uid' || called === 'auth.jwt' || called === 'current_setting';
  });

/** Of the table itself: a column of another, met in a subquery, is qualified with that one's name. */
function columnsIn(node: unknown, table: string): readonly string[] {
  return [...parts(node)].flatMap(([name, value]) => {
    if (name !== 'ColumnRef') return [];
    const path = words(value.fields);
    const column = path.at(-1);
    const of = path.at(-2);
    return column !== undefined && (of === undefined || of === table.split('.').at(-1)) ? [column] : [];
  });
}

function parsedExpression(expression: string): unknown {
  try {
    return parseSync(`select ${expression}`);
  } catch {
    return undefined;
  }
}
