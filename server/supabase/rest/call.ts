// Calls of functions. Which arguments one takes, and of which types, is read from Postgres's own catalogue.
import { z } from 'zod';
import type { Query } from '../database.ts';
import { readFrom } from './read.ts';
import type { RestRequest, RestResult } from './request.ts';
import { noSuchFunction, RestError } from './rest-error.ts';
import { Parameters, quoted } from './sql.ts';

const callable = z.object({
  arguments: z.array(z.object({ name: z.string(), type: z.string() })),
  optional: z.number(),
  returns: z.enum(['rows', 'values', 'value', 'nothing']),
});
type Callable = z.output<typeof callable>;
/** By name; one entry per overload. */
export type KnownFunctions = Map<string, readonly Callable[]>;

const given = z.record(z.string(), z.unknown());

export async function callFunction(request: RestRequest, query: Query, known: KnownFunctions): Promise<RestResult> {
  const name = request.path.slice('rpc/'.length);
  const sqlName = `public.${quoted(name)}`;
  const overloads = await overloadsOf(name, query, known);
  const fromUrl = request.method !== 'POST';
  const values = fromUrl ? Object.fromEntries(request.url) : readArguments(request.body);
  const chosen = overloads.find((each) => fits(each, values, fromUrl));
  if (chosen === undefined) throw noSuchFunction(name);

  const used = chosen.arguments.filter((argument) => Object.hasOwn(values, argument.name));
  const parameters = new Parameters();
  const from = argumentsFrom(used, values, parameters);
  const call = `${sqlName}(${used.map((argument) => `${quoted(argument.name)} := given.${quoted(argument.name)}`).join(', ')})`;
  if (chosen.returns === 'rows') {
    const leftOut = new Set(used.map((argument) => argument.name));
    return readFrom(
      `(select result.* from ${from} cross join lateral ${call} as result)`,
      parameters,
      request,
      query,
      fromUrl ? leftOut : new Set(),
    );
  }
  const statement =
    chosen.returns === 'values'
      ? `select coalesce(json_agg(result), '[]')::text as body from ${from} cross join lateral ${call} as result`
      : `select coalesce(to_json(called.result), 'null')::text as body from (select ${call} as result from ${from}) as called`;
  const [row] = await query(statement, parameters.values);
  if (chosen.returns === 'nothing') return { status: 204, body: undefined, rows: 0, offset: 0, total: undefined };
  return { status: 200, body: z.object({ body: z.string() }).parse(row).body, rows: 1, offset: 0, total: undefined };
}

/** `given`: one row with a typed column per argument. The types are Postgres's own words for them. */
function argumentsFrom(used: Callable['arguments'], values: z.output<typeof given>, parameters: Parameters): string {
  if (used.length === 0) return '(select 1) as given';
  const columns = used.map(({ name, type }) => `${quoted(name)} ${type}`).join(', ');
  const chosen = Object.fromEntries(used.map(({ name }) => [name, values[name]]));
  return `json_to_record(${parameters.add(JSON.stringify(chosen))}::json) as given(${columns})`;
}

/** Every argument without a default is given, and nothing is that is no argument; in a URL filters may stand beside them. */
function fits({ arguments: all, optional }: Callable, values: z.output<typeof given>, fromUrl: boolean): boolean {
  const names = new Set(all.map(({ name }) => name));
  const required = all.slice(0, all.length - optional);
  return required.every(({ name }) => Object.hasOwn(values, name)) && (fromUrl || Object.keys(values).every((name) => names.has(name)));
}

async function overloadsOf(name: string, query: Query, known: KnownFunctions): Promise<readonly Callable[]> {
  const seen = known.get(name);
  if (seen !== undefined) return seen;
  const rows = await query(catalogue, [name]);
  const overloads = rows.map(({ described }) => callable.parse(described));
  if (overloads.length > 0) known.set(name, overloads);
  return overloads;
}

const catalogue = `
  select json_build_object(
    'arguments', coalesce((
      select json_agg(json_build_object('name', argument.name, 'type', format_type(argument.type, null)) order by argument.position)
      from unnest(function.proargnames[1:function.pronargs], function.proargtypes::oid[]) with ordinality as argument(name, type, position)
    ), '[]'),
    'optional', function.pronargdefaults,
    'returns', case
      when function.prorettype = 'void'::regtype then 'nothing'
      when function.proretset and (type.typtype = 'c' or function.proargmodes is not null) then 'rows'
      when function.proretset then 'values'
      else 'value'
    end
  ) as described
  from pg_catalog.pg_proc as function
  join pg_catalog.pg_type as type on type.oid = function.prorettype
  where function.pronamespace = 'public'::regnamespace and function.proname = $1 and function.prokind = 'f'
    and function.prorettype <> 'trigger'::regtype
  order by function.pronargs`;

function readArguments(body: string): z.output<typeof given> {
  if (body.trim() === '') return {};
  try {
    return given.parse(JSON.parse(body));
  } catch {
    throw new RestError(400, 'PGRST102', 'Empty or invalid json');
  }
}
