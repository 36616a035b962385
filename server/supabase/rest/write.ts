// Inserts, upserts, updates and deletes. Bodies go in as one JSON parameter, which Postgres itself casts to the table's types.
import { z } from 'zod';
import type { Query } from '../database.ts';
import { SOURCE, selectList } from './columns.ts';
import { where } from './filters.ts';
import { rendered } from './read.ts';
import type { RestRequest, RestResult } from './request.ts';
import { RestError } from './rest-error.ts';
import { Parameters, quoted } from './sql.ts';

const record = z.record(z.string(), z.unknown());
const bodies = z.union([z.array(record), record.transform((one) => [one])]);

export async function insert(request: RestRequest, query: Query): Promise<RestResult> {
  const { url, prefers } = request;
  const rows = readBodies(request.body);
  const table = `public.${quoted(request.path)}`;
  const named = url
    .get('columns')
    ?.split(',')
    .map((name) => name.replace(/^"(.*)"$/, '$1'));
  const columns = [...new Set(named ?? rows.flatMap((row) => Object.keys(row)))].map(quoted);
  if (rows.length === 0) return { status: 201, body: prefers.representation ? '[]' : undefined, rows: 0, offset: 0, total: undefined };
  const parameters = new Parameters();
  const given = parameters.add(JSON.stringify(rows));
  const list = columns.join(', ');
  const what =
    columns.length === 0 ? 'default values' : `(${list}) select ${list} from json_populate_recordset(null::${table}, ${given}::json)`;
  if (columns.length === 0) parameters.values.pop();
  const statement = `insert into ${table} as ${SOURCE} ${what} ${onConflict(url, request, columns)}`;
  return run(statement, 201, parameters, request, query);
}

function onConflict(url: URLSearchParams, { prefers }: RestRequest, columns: readonly string[]): string {
  if (prefers.resolution === undefined) return '';
  const target = url.get('on_conflict')?.split(',').map(quoted);
  const where = target === undefined ? ['"id"'] : target;
  const others = columns.filter((column) => !where.includes(column));
  if (prefers.resolution === 'ignore-duplicates' || columns.length === 0) return `on conflict (${where.join(', ')}) do nothing`;
  // Also where nothing else is given the row is "updated": it is to be in the answer.
  const changes = (others.length > 0 ? others : where).map((column) => `${column} = excluded.${column}`);
  return `on conflict (${where.join(', ')}) do update set ${changes.join(', ')}`;
}

export async function update(request: RestRequest, query: Query): Promise<RestResult> {
  const [changes] = readBodies(request.body);
  const columns = Object.keys(changes ?? {}).map(quoted);
  const status = request.prefers.representation ? 200 : 204;
  if (columns.length === 0)
    return { status, body: request.prefers.representation ? '[]' : undefined, rows: 0, offset: 0, total: undefined };
  const table = `public.${quoted(request.path)}`;
  const parameters = new Parameters();
  const given = `json_populate_record(null::${table}, ${parameters.add(JSON.stringify(changes))}::json) as given`;
  const set = columns.map((column) => `${column} = given.${column}`).join(', ');
  const statement = `update ${table} as ${SOURCE} set ${set} from ${given} ${filtered(request, parameters, 'UPDATE')}`;
  return run(statement, status, parameters, request, query);
}

export function remove(request: RestRequest, query: Query): Promise<RestResult> {
  const parameters = new Parameters();
  const statement = `delete from public.${quoted(request.path)} as ${SOURCE} ${filtered(request, parameters, 'DELETE')}`;
  return run(statement, request.prefers.representation ? 200 : 204, parameters, request, query);
}

/** As on hosted projects: what would change every row is refused. */
function filtered({ url }: RestRequest, parameters: Parameters, what: string): string {
  const condition = where(url, parameters);
  if (condition === undefined) throw new RestError(400, '21000', `${what} requires a WHERE clause`);
  return condition;
}

async function run(
  statement: string,
  status: number,
  parameters: Parameters,
  { url, prefers, single }: RestRequest,
  query: Query,
): Promise<RestResult> {
  // Without a representation no column is read back, so that no right to read is needed.
  const wanted = prefers.representation || single ? selectList(url.get('select') ?? undefined, parameters) : '1';
  const [row] = await query(
    `with changed as (${statement} returning ${wanted})
    select coalesce(json_agg(changed), '[]')::text as body, count(*)::int as rows from changed`,
    parameters.values,
  );
  const { body, rows } = rendered.parse(row);
  return { status, body: prefers.representation ? body : undefined, rows, offset: 0, total: prefers.count ? rows : undefined };
}

function readBodies(body: string): readonly Readonly<Record<string, unknown>>[] {
  try {
    return bodies.parse(JSON.parse(body));
  } catch {
    throw new RestError(400, 'PGRST102', 'Empty or invalid json');
  }
}
