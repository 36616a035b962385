// What a restored database holds: rows of each table, sequences against what they count, statements that must return nothing.
import { z } from 'zod';
import type { RestoredTable, RestoreFigures } from '../../model.ts';
import { type Ask, messageOf } from '../database/session.ts';
import { parseSql } from '../migrations/sql/parse.ts';

const tablesSql = `
select n.nspname || '.' || c.relname as name, quote_ident(n.nspname) || '.' || quote_ident(c.relname) as quoted
from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
where c.relkind in ('r', 'm') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
  and not exists (select 1 from pg_catalog.pg_depend e where e.objid = c.oid and e.classid = 'pg_catalog.pg_class'::regclass and e.deptype = 'e')
order by 1`;

/** Counts every row; of the schemas given only, where some are. */
export async function countRows(ask: Ask, isCounted: (name: string) => boolean = () => true): Promise<readonly RestoredTable[]> {
  const tables = z.array(z.object({ name: z.string(), quoted: z.string() })).parse(await ask(tablesSql));
  const counted: RestoredTable[] = [];
  for (const { name, quoted } of tables.filter((each) => isCounted(each.name))) {
    const [row] = z.array(z.object({ rows: z.coerce.number() })).parse(await ask(`select count(*) as rows from ${quoted}`));
    counted.push({ name, rows: row?.rows ?? 0 });
  }
  return counted;
}

// Owned by a column, or what its default asks.
const sequencesSql = `
select distinct quote_ident(sn.nspname) || '.' || quote_ident(s.relname) as sequence, quote_ident(n.nspname) || '.' || quote_ident(c.relname) as "table",
  quote_ident(a.attname) as column, q.seqincrement::text as step
from (
  select d.objid as sequence, d.refobjid as relation, d.refobjsubid as number from pg_catalog.pg_depend d
  where d.classid = 'pg_catalog.pg_class'::regclass and d.refclassid = 'pg_catalog.pg_class'::regclass and d.deptype in ('a', 'i')
  union
  select d.refobjid, ad.adrelid, ad.adnum from pg_catalog.pg_depend d join pg_catalog.pg_attrdef ad on ad.oid = d.objid
  where d.classid = 'pg_catalog.pg_attrdef'::regclass and d.refclassid = 'pg_catalog.pg_class'::regclass
) asked
join pg_catalog.pg_sequence q on q.seqrelid = asked.sequence and q.seqincrement > 0
join pg_catalog.pg_class s on s.oid = asked.sequence join pg_catalog.pg_namespace sn on sn.oid = s.relnamespace
join pg_catalog.pg_class c on c.oid = asked.relation join pg_catalog.pg_namespace n on n.oid = c.relnamespace
join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum = asked.number
join pg_catalog.pg_type t on t.oid = a.atttypid and t.typname in ('int2', 'int4', 'int8', 'numeric')
where c.relkind in ('r', 'p')
order by 1, 2, 3`;
const sequenceRow = z.object({ sequence: z.string(), table: z.string(), column: z.string(), step: z.string() });

/** Sequences whose next value a row has already. */
export async function sequencesBehind(ask: Ask): Promise<readonly string[]> {
  const behind = new Set<string>();
  for (const { sequence, table, column, step } of z.array(sequenceRow).parse(await ask(sequencesSql))) {
    const sql = `select coalesce((select max(${column}) from ${table}) >= (select last_value + (case when is_called then ${step} else 0 end) from ${sequence}), false) as behind`;
    const [row] = z.array(z.object({ behind: z.boolean() })).parse(await ask(sql));
    if (row?.behind === true) behind.add(sequence);
  }
  return [...behind];
}

/** Each statement of the text, which is run so that it can't write. */
export async function tryInvariants(ask: Ask, text: string): Promise<RestoreFigures['invariants']> {
  const parsed = parseSql(text, 'invariants');
  if ('missing' in parsed) return [{ name: 'all', rows: { missing: parsed.missing } }];
  const tried: { name: string; rows: { found: number } | { missing: string } }[] = [];
  for (const { text: sql } of parsed.found) {
    const name = sql.replaceAll(/\s+/g, ' ').slice(0, 100);
    await ask('begin read only');
    try {
      tried.push({ name, rows: { found: (await ask(sql)).length } });
    } catch (error) {
      tried.push({ name, rows: { missing: messageOf(error) } });
    } finally {
      await ask('rollback');
    }
  }
  return tried;
}
