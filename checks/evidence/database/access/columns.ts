// The columns of a table, and a value for each: of one of two users, or any that fits.
import { z } from 'zod';
import type { Ask } from '../session.ts';

export interface Column {
  readonly name: string;
  /** Of a domain, what it stands on. */
  readonly type: string;
  readonly notNull: boolean;
  readonly hasDefault: boolean;
  readonly generated: boolean;
  readonly length: number | undefined;
  readonly labels: readonly string[];
  /** The table and column a foreign key of this column alone points at. */
  readonly pointsAt: { readonly table: string; readonly column: string } | undefined;
}

const sql = `
select a.attname as name, format_type(coalesce(nullif(t.typbasetype, 0), t.oid), null) as type, a.attnotnull or t.typnotnull as not_null,
  a.atthasdef or a.attidentity <> '' as has_default, a.attgenerated <> '' as generated,
  case when a.atttypmod > 4 and t.typname in ('varchar', 'bpchar') then a.atttypmod - 4 end as length,
  (select coalesce(json_agg(e.enumlabel order by e.enumsortorder), '[]') from pg_catalog.pg_enum e where e.enumtypid = t.oid) as labels,
  (select json_build_object('table', rn.nspname || '.' || r.relname, 'column', ra.attname)
    from pg_catalog.pg_constraint k join pg_catalog.pg_class r on r.oid = k.confrelid join pg_catalog.pg_namespace rn on rn.oid = r.relnamespace
    join pg_catalog.pg_attribute ra on ra.attrelid = r.oid and ra.attnum = k.confkey[array_position(k.conkey, a.attnum)]
    where k.contype = 'f' and k.conrelid = a.attrelid and a.attnum = any (k.conkey) order by cardinality(k.conkey) limit 1) as points_at
from pg_catalog.pg_attribute a join pg_catalog.pg_type t on t.oid = a.atttypid
where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped order by a.attnum`;
const row = z
  .object({
    name: z.string(),
    type: z.string(),
    not_null: z.boolean(),
    has_default: z.boolean(),
    generated: z.boolean(),
    length: z.number().nullable(),
    labels: z.array(z.string()),
    points_at: z.object({ table: z.string(), column: z.string() }).nullable(),
  })
  .transform(({ not_null, has_default, points_at, length, ...rest }) => ({
    ...rest,
    notNull: not_null,
    hasDefault: has_default,
    length: length ?? undefined,
    pointsAt: points_at ?? undefined,
  }));

/** Of a table named as Postgres quotes it. */
export async function columnsOf(ask: Ask, table: string): Promise<readonly Column[]> {
  return z.array(row).parse(await ask(sql, [table]));
}

/** A value as Postgres reads it from text, another for each user; undefined for a type that nobody here can make. */
export function valueFor({ type, length, labels }: Column, user: 0 | 1, uuid: () => string): string | undefined {
  if (labels.length > 0) return labels[0];
  if (type.endsWith('[]')) return '{}';
  if (/^(?:integer|bigint|smallint|numeric|real|double precision)$/.test(type)) return String(1_000 + user);
  if (/^(?:text|character varying|character|citext|name)$/.test(type)) return `${'ab'[user]}${uuid()}`.slice(0, Math.min(length ?? 9, 9));
  return values[type]?.(uuid);
}

const values: Readonly<Record<string, (uuid: () => string) => string>> = {
  uuid: (uuid) => uuid(),
  boolean: () => 'true',
  json: () => '{}',
  jsonb: () => '{}',
  date: () => '2026-01-01',
  'timestamp with time zone': () => '2026-01-01T00:00:00Z',
  'timestamp without time zone': () => '2026-01-01T00:00:00',
  'time without time zone': () => '12:00',
  'time with time zone': () => '12:00Z',
  interval: () => '1 hour',
  bytea: () => '\\x00',
  inet: () => '127.0.0.1',
  cidr: () => '127.0.0.0/8',
  macaddr: () => '08:00:2b:01:02:03',
  money: () => '1',
  tsvector: () => 'a',
  point: () => '(0,0)',
  hstore: () => '',
  ltree: () => 'a',
  int4range: () => 'empty',
  int8range: () => 'empty',
  numrange: () => 'empty',
  tsrange: () => 'empty',
  tstzrange: () => 'empty',
  daterange: () => 'empty',
};
