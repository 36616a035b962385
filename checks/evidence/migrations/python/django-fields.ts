// Fields of Django's models as columns of PostgreSQL: what they hold, what stands beside them, and what changing one into another costs.
import type { CallExpression, Expression, SqlAct } from '../../../model.ts';
import { fallbackIn, given, isCall, isFalse, isTrue, lastName } from './facts.ts';

export interface Field {
  readonly kind: string;
  /** Of the database; undefined where the class is none of Django's. */
  readonly type: string | undefined;
  readonly isNull: boolean;
  readonly isUnique: boolean;
  readonly isIndexed: boolean;
  readonly hasDefault: boolean;
  /** Its own table, no column. */
  readonly isManyToMany: boolean;
  readonly atDatabase: SqlAct['fallback'];
  /** Further statements beside the column: a check, a reference. */
  readonly refers: boolean;
}

const types: Readonly<Record<string, string>> = {
  AutoField: 'integer',
  BigAutoField: 'bigint',
  SmallAutoField: 'smallint',
  IntegerField: 'integer',
  PositiveIntegerField: 'integer',
  BigIntegerField: 'bigint',
  PositiveBigIntegerField: 'bigint',
  SmallIntegerField: 'smallint',
  PositiveSmallIntegerField: 'smallint',
  TextField: 'text',
  DateTimeField: 'timestamptz',
  DateField: 'date',
  TimeField: 'time',
  DurationField: 'interval',
  BooleanField: 'boolean',
  NullBooleanField: 'boolean',
  FloatField: 'double precision',
  JSONField: 'jsonb',
  UUIDField: 'uuid',
  GenericIPAddressField: 'inet',
  IPAddressField: 'inet',
  BinaryField: 'bytea',
};
const lengths: Readonly<Record<string, number>> = {
  CharField: Number.POSITIVE_INFINITY,
  SlugField: 50,
  EmailField: 254,
  URLField: 200,
  FileField: 100,
  ImageField: 100,
  FilePathField: 100,
};
const empties = /^(?:Char|Text|Slug|Email|URL|File|Image|FilePath)Field$/;

/** Undefined where the expression makes no field. */
export function fieldOf(expression: Expression | undefined): Field | undefined {
  if (!isCall(expression)) return undefined;
  const kind = lastName(expression.callee);
  if (kind === undefined) return undefined;
  const refers = /^(?:ForeignKey|OneToOneField)$/.test(kind);
  const isUnique = isTrue(given(expression, 'unique')) || kind === 'OneToOneField' || isTrue(given(expression, 'primary_key'));
  const index = given(expression, 'db_index');
  return {
    kind,
    type: typeOf(kind, expression),
    isNull: isTrue(given(expression, 'null')) || kind === 'NullBooleanField',
    isUnique,
    isIndexed: !isUnique && (isTrue(index) || (!isFalse(index) && (kind === 'ForeignKey' || kind === 'SlugField'))),
    hasDefault:
      given(expression, 'default') !== undefined ||
      isTrue(given(expression, 'auto_now')) ||
      isTrue(given(expression, 'auto_now_add')) ||
      (isTrue(given(expression, 'blank')) && empties.test(kind)),
    isManyToMany: /^ManyToMany/.test(kind),
    atDatabase: /^(?:\w*AutoField|GeneratedField)$/.test(kind) ? 'volatile' : fallbackIn(given(expression, 'db_default'), new Map()),
    refers,
  };
}

function typeOf(kind: string, call: CallExpression): string | undefined {
  const known = types[kind];
  if (known !== undefined) return known;
  if (kind === 'DecimalField') return `numeric(${number(call, 'max_digits') ?? '?'},${number(call, 'decimal_places') ?? '?'})`;
  const length = lengths[kind];
  if (length === undefined) return undefined;
  const own = number(call, 'max_length') ?? length;
  return Number.isFinite(own) ? `varchar(${own})` : 'text';
}

function number(call: CallExpression, name: string): number | undefined {
  const value = given(call, name);
  return value?.kind === 'number' ? value.value : undefined;
}

interface Column {
  readonly relation: string;
  readonly what: string;
}

/** `AddField`: the column, then what its constraint and its index cost on the rows that are there. */
export function addedField(field: Field, on: Column): readonly SqlAct[] {
  if (field.isManyToMany) return [{ does: 'create-table', relation: `${on.relation}_${on.what}` }];
  // A field of a library may have a default of its own.
  const isKnown = field.type !== undefined || field.refers;
  const fallback = field.atDatabase ?? (field.hasDefault || (!isKnown && !field.isNull) ? 'constant' : undefined);
  return [
    { does: 'add-column', ...on, ...(field.isNull ? {} : { notNull: true }), ...(fallback === undefined ? {} : { fallback }) },
    ...(field.isUnique ? [{ does: 'add-unique' as const, ...on }] : []),
    ...(field.isIndexed ? [{ does: 'create-index' as const, relation: on.relation, what: `of ${on.what}` }] : []),
  ];
}

/** `AlterField`: what is another thing than before. */
export function alteredField(before: Field, field: Field, on: Column): readonly SqlAct[] {
  if (field.isManyToMany || before.isManyToMany) return [];
  return [
    ...(before.type !== undefined && field.type !== undefined && isRewritten(before.type, field.type)
      ? [{ does: 'change-type' as const, ...on, type: field.type }]
      : []),
    ...(before.isNull && !field.isNull ? [{ does: 'set-not-null' as const, ...on }] : []),
    ...(!before.isUnique && field.isUnique ? [{ does: 'add-unique' as const, ...on }] : []),
    ...(!before.isIndexed && !before.isUnique && field.isIndexed
      ? [{ does: 'create-index' as const, relation: on.relation, what: `of ${on.what}` }]
      : []),
    ...(!before.refers && field.refers ? [{ does: 'add-foreign-key' as const, ...on }] : []),
  ];
}

/** Whether PostgreSQL has to read or write every row for the other type. */
function isRewritten(before: string, after: string): boolean {
  if (before === after) return false;
  const [old, now] = [before, after].map((type) => (type === 'text' ? Number.POSITIVE_INFINITY : lengthOf(type)));
  if (old !== undefined && now !== undefined) return now < old;
  const [wide, wider] = [before, after].map((type) => /^numeric\((\d+),(\d+)\)$/.exec(type));
  return !(wide && wider && wide[2] === wider[2] && Number(wider[1]) >= Number(wide[1]));
}

const lengthOf = (type: string): number | undefined => {
  const length = /^varchar\((\d+)\)$/.exec(type)?.[1];
  return length === undefined ? undefined : Number(length);
};
