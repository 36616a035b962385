// `select=` and `order=`: columns by name, with alias, cast and steps into JSON. Embedding other tables is refused.
import { badRequest, RestError } from './rest-error.ts';
import { type Parameters, quoted, splitTopLevel } from './sql.ts';

const casts: ReadonlySet<string> = new Set([
  'text',
  'int',
  'int4',
  'int8',
  'integer',
  'bigint',
  'numeric',
  'float8',
  'boolean',
  'json',
  'jsonb',
  'date',
  'timestamptz',
  'uuid',
]);
export const SOURCE = '"source"';

/** A column, or a place inside a JSON column: `name`, `data->key`, `data->0->>key`. */
export function columnPath(path: string, parameters: Parameters): string {
  const [name = '', ...steps] = path.split(/(->>?)/);
  let sql = `${SOURCE}.${quoted(name)}`;
  for (let index = 0; index < steps.length; index += 2) {
    const key = steps[index + 1] ?? '';
    if (!/^[\w -]{1,63}$/.test(key)) throw badRequest('a JSON path holds no such key');
    // to_jsonb: a path may also start at an array or a composite column.
    sql = `to_jsonb(${sql}) ${steps[index] === '->>' ? '->>' : '->'} ${parameters.add(key)}::${/^\d+$/.test(key) ? 'int' : 'text'}`;
  }
  return steps.length > 0 ? `(${sql})` : sql;
}

/** The list of a `select` clause. */
export function selectList(select: string | undefined, parameters: Parameters): string {
  if (select === undefined || select.trim() === '' || select.trim() === '*') return `${SOURCE}.*`;
  return splitTopLevel(select)
    .map((item) => selectItem(item.trim(), parameters))
    .join(', ');
}

function selectItem(item: string, parameters: Parameters): string {
  if (item === '*') return `${SOURCE}.*`;
  if (item.includes('(')) {
    throw new RestError(400, 'PGRST200', 'Could not find a relationship in the schema cache', {
      details: 'Embedding is not offered here.',
    });
  }
  const [, alias, path = '', cast] = /^(?:([^:]+):(?!:))?(.+?)(?:::(\w+))?$/.exec(item) ?? [];
  if (cast !== undefined && !casts.has(cast)) throw badRequest(`no cast to "${cast}"`);
  const sql = `${columnPath(path, parameters)}${cast === undefined ? '' : `::${cast}`}`;
  const lastKey = path.split(/->>?/).findLast((key) => !/^\d+$/.test(key)) ?? path;
  return `${sql} as ${quoted(alias ?? lastKey)}`;
}

/** An `order by` clause, or nothing. */
export function orderBy(order: string | undefined, parameters: Parameters): string {
  if (order === undefined || order === '') return '';
  const terms = order.split(',').map((term) => {
    const [, path = '', direction = 'asc', nulls] = /^(.+?)(?:\.(asc|desc))?(?:\.nulls(first|last))?$/.exec(term) ?? [];
    return `${columnPath(path, parameters)} ${direction}${nulls === undefined ? '' : ` nulls ${nulls}`}`;
  });
  return `order by ${terms.join(', ')}`;
}
