// `column=operator.value`, `or=(…)` and `and=(…)` as a condition. Operators come from a list, values are parameters.
import { columnPath } from './columns.ts';
import { badRequest } from './rest-error.ts';
import { type Parameters, splitTopLevel, unquoted } from './sql.ts';

// Maps, not objects: an object has more keys than were written into it.
const operators: ReadonlyMap<string, string> = new Map([
  ['eq', '='],
  ['neq', '<>'],
  ['gt', '>'],
  ['gte', '>='],
  ['lt', '<'],
  ['lte', '<='],
  ['match', '~'],
  ['imatch', '~*'],
  ['cs', '@>'],
  ['cd', '<@'],
  ['ov', '&&'],
]);
const patterns: ReadonlySet<string> = new Set(['like', 'ilike']);
const states: ReadonlySet<string> = new Set(['null', 'true', 'false', 'unknown']);

/** Parameters of a URL that are no filters. */
const reserved: ReadonlySet<string> = new Set(['select', 'order', 'limit', 'offset', 'columns', 'on_conflict']);

/** The `where` clause of a query string; undefined where it filters nothing. */
export function where(url: URLSearchParams, parameters: Parameters, leftOut: ReadonlySet<string> = new Set()): string | undefined {
  const conditions = [...url].flatMap(([key, value]) => {
    if (reserved.has(key) || leftOut.has(key)) return [];
    return [/^(?:not\.)?(?:or|and)$/.test(key) ? tree(`${key}${value}`, parameters) : comparison(key, value, parameters)];
  });
  return conditions.length === 0 ? undefined : `where ${conditions.join(' and ')}`;
}

/** `or(a.eq.1,not.and(b.gt.2,c.is.null))` */
function tree(text: string, parameters: Parameters): string {
  const [, not, joint, inner] = /^(not\.)?(or|and)\.?\((.*)\)$/s.exec(text) ?? [];
  if (joint === undefined || inner === undefined || inner === '') throw badRequest('a logic tree cannot be read');
  const conditions = splitTopLevel(inner).map((item) => leaf(item.trim(), parameters));
  return `${not === undefined ? '' : 'not '}(${conditions.join(` ${joint} `)})`;
}

function leaf(item: string, parameters: Parameters): string {
  if (/^(?:not\.)?(?:or|and)\(/.test(item)) return tree(item, parameters);
  const [, column, rest] = /^([^.]+)\.(.*)$/s.exec(item) ?? [];
  if (column === undefined || rest === undefined) throw badRequest('a condition cannot be read');
  const [, operator, value] = /^((?:not\.)?\w+(?:\(\w+\))?)\.(.*)$/s.exec(rest) ?? [];
  return comparison(column, operator === undefined || value === undefined ? rest : `${operator}.${unquoted(value)}`, parameters);
}

function comparison(column: string, text: string, parameters: Parameters): string {
  const [, not, operator = '', quantifier, value] = /^(not\.)?(\w+)(?:\((any|all)\))?\.(.*)$/s.exec(text) ?? [];
  if (value === undefined) throw badRequest(`"${column.slice(0, 63)}" has no operator`);
  const condition =
    quantifier === undefined ? compare(column, operator, value, parameters) : each(column, operator, quantifier, value, parameters);
  return not === undefined ? condition : `not (${condition})`;
}

function compare(column: string, operator: string, value: string, parameters: Parameters): string {
  const left = columnPath(column, parameters);
  const symbol = operators.get(operator);
  if (symbol !== undefined) return `${left} ${symbol} ${parameters.add(value)}`;
  if (patterns.has(operator)) return `${left} ${operator} ${parameters.add(value.replaceAll('*', '%'))}`;
  if (operator === 'in') return `${left} = any(${parameters.add(arrayOf(value))})`;
  if (operator === 'isdistinct') return `${left} is distinct from ${parameters.add(value)}`;
  if (operator === 'is' && value.toLowerCase() === 'not_null') return `${left} is not null`;
  if (operator === 'is' && states.has(value.toLowerCase())) return `${left} is ${value.toLowerCase()}`;
  throw badRequest(`"${operator}" is no operator for this value`);
}

/** `like(any).{a*,b*}`: holds for one, or for all, of the values. */
function each(column: string, operator: string, quantifier: string, value: string, parameters: Parameters): string {
  const inner = /^\{(.*)\}$/s.exec(value)?.[1];
  if (inner === undefined || !(operators.has(operator) || patterns.has(operator))) throw badRequest('a list of values is expected');
  const conditions = splitTopLevel(inner).map((one) => compare(column, operator, unquoted(one), parameters));
  return `(${conditions.join(quantifier === 'any' ? ' or ' : ' and ')})`;
}

/** `(1,"a,b")` as the text of a Postgres array, each element quoted. */
function arrayOf(list: string): string {
  const inner = /^\((.*)\)$/s.exec(list)?.[1];
  if (inner === undefined) throw badRequest('a list in brackets is expected');
  if (inner === '') return '{}';
  const elements = splitTopLevel(inner).map((element) => `"${unquoted(element).replace(/["\\]/g, '\\$&')}"`);
  return `{${elements.join(',')}}`;
}
