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

const sequencesSql = `
select quote_ident(sn.nspname) || '.' || quote_ident(s.relname) as sequence, quote_ident(n.nspname) || '.' || quote_ident(c.relname) as "table",
  quote_ident(a.attname) as column
from pg_catalog.pg_depend d
join pg_catalog.pg_class s on s.oid = d.objid and s.relkind = 'S' join pg_catalog.pg_namespace sn on sn.oid = s.relnamespace
join pg_catalog.pg_class c on c.oid = d.refobjid join pg_catalog.pg_namespace n on n.oid = c.relnamespace
join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum = d.refobjsubid
where d.classid = 'pg_catalog.pg_class'::regclass and d.deptype in ('a', 'i')`;

/** Sequences whose next value a row has already. */
export async function sequencesBehind(ask: Ask): Promise<readonly string[]> {
  const owned = z.array(z.object({ sequence: z.string(), table: z.string(), column: z.string() })).parse(await ask(sequencesSql));
  const behind: string[] = [];
  for (const { sequence, table, column } of owned) {
    const sql = `select coalesce((select max(${column}) from ${table}) >= (select last_value + (case when is_called then 1 else 0 end) from ${sequence}), false) as behind`;
    const [row] = z.array(z.object({ behind: z.boolean() })).parse(await ask(sql).catch(() => [{ behind: false }]));
    if (row?.behind === true) behind.push(sequence);
  }
  return behind;
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
