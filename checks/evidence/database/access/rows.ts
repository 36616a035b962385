// Puts one row of each of two users into every table, as far as that can be done without knowing what the rows mean.
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { type Ask, messageOf, stateOf } from '../session.ts';
import { type Column, valueFor } from './columns.ts';

export const users = ['00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-00000000000b'] as const;

export interface Table {
  /** Schema-qualified, as the catalogue names it. */
  readonly name: string;
  /** As Postgres quotes it. */
  readonly quoted: string;
  readonly columns: readonly Column[];
  readonly owners: readonly string[];
}
export type Row = Readonly<Record<string, unknown>>;
/** The rows by table: of the first user and of the second; or why there are none. */
export type Rows = ReadonlyMap<string, readonly [Row, Row] | { readonly because: string }>;

/** Constraints between tables must be off: parents come first, but circles have no first. */
export async function makeRows(ask: Ask, tables: readonly Table[]): Promise<Rows> {
  const made = new Map<string, readonly [Row, Row] | { readonly because: string }>();
  const byName = new Map(tables.map((table) => [table.name, table]));
  const make = async (table: Table, above: ReadonlySet<string>): Promise<void> => {
    if (made.has(table.name) || above.has(table.name)) return;
    for (const { pointsAt } of table.columns) {
      const parent = pointsAt === undefined ? undefined : byName.get(pointsAt.table);
      if (parent !== undefined) await make(parent, new Set([...above, table.name]));
    }
    made.set(table.name, await bothRows(ask, table, made));
  };
  for (const table of tables) await make(table, new Set());
  return made;
}

async function bothRows(ask: Ask, table: Table, made: Rows): Promise<readonly [Row, Row] | { readonly because: string }> {
  try {
    return [await oneRow(ask, table, { made, user: 0 }), await oneRow(ask, table, { made, user: 1 })];
  } catch (error) {
    return { because: `no row could be put there: ${messageOf(error)}` };
  }
}

interface Making {
  readonly made: Rows;
  readonly user: 0 | 1;
}

async function oneRow(ask: Ask, table: Table, making: Making): Promise<Row> {
  const values = new Map<string, string>();
  for (const column of table.columns) {
    const value = startValue(column, table, making);
    if (value !== undefined) values.set(column.name, value);
  }
  for (let tries = 0; ; tries += 1) {
    try {
      return await insert(ask, table, values);
    } catch (error) {
      const other = tries < 40 ? await nextValue(ask, table, { values, error, tries }) : undefined;
      if (other === undefined) throw error;
      values.set(...other);
    }
  }
}

function startValue(column: Column, table: Table, { made, user }: Making): string | undefined {
  if (column.generated) return undefined;
  if (table.owners.includes(column.name)) return users[user];
  if (column.pointsAt !== undefined) {
    const parents = made.get(column.pointsAt.table);
    const parent = Array.isArray(parents) ? parents[user] : undefined;
    const value: unknown = parent?.[column.pointsAt.column];
    if (value !== undefined && value !== null) return String(value);
  }
  return column.notNull && !column.hasDefault ? valueFor(column, user, randomUUID) : undefined;
}

async function insert(ask: Ask, table: Table, values: ReadonlyMap<string, string>): Promise<Row> {
  const names = [...values.keys()].map(quote).join(', ');
  const literals = [...values.values()].map((value) => `'${value.replaceAll("'", "''")}'`).join(', ');
  const given = names === '' ? 'default values' : `(${names}) overriding system value values (${literals})`;
  const sql = `insert into ${table.quoted} as own ${given} returning to_jsonb(own) as row`;
  const [first] = z.array(z.object({ row: z.record(z.string(), z.unknown()) })).parse(await ask(sql));
  if (first === undefined) throw new Error('the row did not stay');
  return first.row;
}

interface Failed {
  readonly values: ReadonlyMap<string, string>;
  readonly error: unknown;
  readonly tries: number;
}
const uniqueSql = `
select a.attname as name from pg_catalog.pg_index i join pg_catalog.pg_class c on c.oid = i.indexrelid
join pg_catalog.pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
where i.indrelid = $1::regclass and c.relname = $2 order by a.attnum`;

/** Both users would have the same: this one gets another value, where it is not what makes the row theirs. */
async function another(ask: Ask, table: Table, { error, tries }: Failed): Promise<readonly [string, string] | undefined> {
  const name = typeof error === 'object' && error !== null && 'constraint' in error ? error.constraint : undefined;
  const names = z.array(z.object({ name: z.string() })).parse(await ask(uniqueSql, [table.quoted, name ?? '']));
  const own = table.columns.filter((column) => names.some((each) => each.name === column.name) && !table.owners.includes(column.name));
  const column = own[tries % Math.max(1, own.length)];
  const value = column === undefined ? undefined : valueFor(column, 1, randomUUID);
  return column === undefined || value === undefined ? undefined : [column.name, value];
}

const constraintSql = `
select pg_get_constraintdef(k.oid) as text, (select json_agg(a.attname order by a.attnum) from pg_catalog.pg_attribute a
  where a.attrelid = k.conrelid and a.attnum = any (k.conkey)) as columns
from pg_catalog.pg_constraint k where k.conrelid = $1::regclass and k.contype = 'c' and k.conname = $2`;

/** What a check constraint names may be what it wants. */
async function nextValue(ask: Ask, table: Table, { values, error, tries }: Failed): Promise<readonly [string, string] | undefined> {
  if (stateOf(error) === '23502') return missingColumn(table, error);
  if (stateOf(error) === '23505') return another(ask, table, { values, error, tries });
  const name =
    stateOf(error) === '23514' && typeof error === 'object' && error !== null && 'constraint' in error ? error.constraint : undefined;
  if (typeof name !== 'string') return undefined;
  const [check] = z
    .array(z.object({ text: z.string(), columns: z.array(z.string()).nullable() }))
    .parse(await ask(constraintSql, [table.quoted, name]));
  const candidates = [...(check?.text ?? '').matchAll(/'((?:[^']|'')*)'|(?<![\w.])(\d+(?:\.\d+)?)/g)].map(
    ([, word, figure]) => word ?? figure ?? '',
  );
  const tryable = [...candidates, ...candidates.flatMap(beside), 'https://a.example', 'a@a.example', '0', '1', 'a'];
  const columns = (check?.columns ?? []).filter(
    (column) => !table.owners.includes(column) && (values.get(column) !== undefined || tries === 0),
  );
  const column = columns[tries % Math.max(1, columns.length)] ?? check?.columns?.[0];
  const value = tryable[Math.floor(tries / Math.max(1, columns.length))];
  return column === undefined || value === undefined ? undefined : [column, value];
}

const beside = (text: string): readonly string[] => (/^\d+$/.test(text) ? [String(Number(text) + 1), String(Number(text) - 1)] : []);

function missingColumn(table: Table, error: unknown): readonly [string, string] | undefined {
  const name = typeof error === 'object' && error !== null && 'column' in error ? error.column : undefined;
  const column = table.columns.find((each) => each.name === name);
  const value = column === undefined ? undefined : valueFor(column, 0, randomUUID);
  return column === undefined || value === undefined ? undefined : [column.name, value];
}

export const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`;
