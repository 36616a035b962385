// How a tool's own table says what was applied.
import { z } from 'zod';
import type { AppliedMigration } from '../../../model.ts';
import type { RawFile, RawSet } from '../../migrations/tools/raw-set.ts';
import type { Ask } from '../session.ts';

export interface HistoryTable {
  /** Schema-qualified and quoted where needed. */
  readonly name: string;
  readonly columns: readonly string[];
}
export type ReadApplied = (ask: Ask, table: HistoryTable, set: RawSet) => Promise<readonly AppliedMigration[]>;

const tableSql = `
select quote_ident(n.nspname) || '.' || quote_ident(c.relname) as name, has_table_privilege(c.oid, 'SELECT') and has_schema_privilege(n.oid, 'USAGE') as readable,
  (select json_agg(a.attname order by a.attnum) from pg_catalog.pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns
from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
where c.relkind in ('r', 'p', 'v') and c.relname::text = any ($1::text[]) and ($2::text is null or n.nspname = $2) and n.nspname !~ '^pg_'
order by (n.nspname = 'public') desc, n.nspname, array_position($1::text[], c.relname::text)`;
const tableRow = z.object({ name: z.string(), readable: z.boolean(), columns: z.array(z.string()) });
export type FoundTable = z.infer<typeof tableRow>;

/** Tables of these names, in any schema unless one is given. */
export async function tablesNamed(ask: Ask, names: readonly string[], schema?: string): Promise<readonly FoundTable[]> {
  return z.array(tableRow).parse(await ask(tableSql, [names, schema ?? null]));
}

/** Rows as texts, with null where there is none. */
export async function rowsOf(
  ask: Ask,
  { name }: HistoryTable,
  columns: Readonly<Record<string, string>>,
): Promise<readonly Readonly<Record<string, string | null>>[]> {
  const list = Object.entries(columns).map(([as, column]) => `(${column})::text as "${as}"`);
  return z.array(z.record(z.string(), z.string().nullable())).parse(await ask(`select ${list.join(', ')} from ${name} limit 20000`));
}

export const applied = (version: string, content: AppliedMigration['content'] = 'unknown'): AppliedMigration => ({
  version,
  state: 'applied',
  content,
});

export const fileOf = (set: RawSet, version: string): RawFile | undefined => set.files.find((each) => each.version === version);
