// Reads of tables and of functions that give rows. Postgres itself renders the body, so types look as PostgREST's do.
import { z } from 'zod';
import type { Query } from '../database.ts';
import { orderBy, SOURCE, selectList } from './columns.ts';
import { where } from './filters.ts';
import type { RestRequest, RestResult } from './request.ts';
import { badRequest, RestError } from './rest-error.ts';
import { Parameters, quoted } from './sql.ts';

const MOST_ROWS = 1_000;
export const rendered = z.object({ body: z.string(), rows: z.number(), total: z.number().nullish() });

export function readTable(request: RestRequest, query: Query): Promise<RestResult> {
  return readFrom(`public.${quoted(request.path)}`, new Parameters(), request, query);
}

/** Reads from a table or a subselect whose parameters are already in place; `leftOut` names what is no filter. */
export async function readFrom(
  from: string,
  parameters: Parameters,
  { url, prefers }: RestRequest,
  query: Query,
  leftOut: ReadonlySet<string> = new Set(),
): Promise<RestResult> {
  const columns = selectList(url.get('select') ?? undefined, parameters);
  const filter = where(url, parameters, leftOut) ?? '';
  const order = orderBy(url.get('order') ?? undefined, parameters);
  const limit = Math.min(MOST_ROWS, wholeNumber(url, 'limit') ?? MOST_ROWS);
  const offset = wholeNumber(url, 'offset') ?? 0;
  const total = prefers.count ? `(select count(*)::int from ${from} as ${SOURCE} ${filter})` : 'null::int';
  const [row] = await query(
    `with page as (select ${columns} from ${from} as ${SOURCE} ${filter} ${order} limit ${limit} offset ${offset})
    select coalesce(json_agg(page), '[]')::text as body, count(*)::int as rows, ${total} as total from page`,
    parameters.values,
  );
  const read = rendered.parse(row);
  const all = read.total ?? undefined;
  if (all !== undefined && offset > 0 && offset >= all) {
    throw new RestError(416, 'PGRST103', 'Requested range not satisfiable', {
      details: `An offset of ${offset} was requested, but there are only ${all} rows.`,
    });
  }
  return { status: all !== undefined && read.rows < all ? 206 : 200, body: read.body, rows: read.rows, offset, total: all };
}

function wholeNumber(url: URLSearchParams, name: string): number | undefined {
  const text = url.get(name);
  if (text === null) return undefined;
  if (!/^\d{1,9}$/.test(text)) throw badRequest(`${name} is no number`);
  return Number(text);
}
