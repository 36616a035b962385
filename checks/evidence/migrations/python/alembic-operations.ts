// Alembic's operations → what each does to the database.
import type { CallExpression, Expression, SqlAct } from '../../../model.ts';
import { fallbackIn, given, isCall, isFalse, isTrue, lastName, textOf } from './facts.ts';

interface Asked {
  readonly call: CallExpression;
  readonly at: (name: string, position: number) => Expression | undefined;
  readonly relation: string;
  readonly constants: ReadonlyMap<string, Expression>;
}
export interface Operation {
  readonly tableAt?: number;
  readonly tableName?: string;
  readonly acts: (asked: Asked) => readonly SqlAct[];
}

const worded = (asked: Asked, name: string, position: number): Pick<SqlAct, 'what'> => {
  const what = textOf(asked.at(name, position), asked.constants);
  return what === undefined ? {} : { what };
};
const later = ({ call }: Asked): Pick<SqlAct, 'notValid'> => (isTrue(given(call, 'postgresql_not_valid')) ? { notValid: true } : {});

const constraint = (does: SqlAct['does'], tableName = 'table_name'): Operation => ({
  tableAt: 1,
  tableName,
  acts: (asked) => [{ does, relation: asked.relation, ...worded(asked, 'constraint_name', 0), ...later(asked) }],
});

export const operations: Readonly<Record<string, Operation>> = {
  create_table: { tableAt: 0, acts: ({ relation }) => [{ does: 'create-table', relation }] },
  drop_table: { tableAt: 0, acts: ({ relation }) => [{ does: 'drop-table', relation }] },
  rename_table: {
    tableAt: 0,
    tableName: 'old_table_name',
    acts: (asked) => [{ does: 'rename-table', relation: asked.relation, ...worded(asked, 'new_table_name', 1) }],
  },
  add_column: { tableAt: 0, acts: (asked) => addedColumn(asked) },
  drop_column: { tableAt: 0, acts: (asked) => [{ does: 'drop-column', relation: asked.relation, ...worded(asked, 'column_name', 1) }] },
  alter_column: { tableAt: 0, acts: (asked) => alteredColumn(asked) },
  create_index: {
    tableAt: 1,
    acts: (asked) => [
      {
        does: 'create-index',
        relation: asked.relation,
        ...worded(asked, 'index_name', 0),
        ...(isTrue(given(asked.call, 'postgresql_concurrently')) && { concurrently: true as const }),
      },
    ],
  },
  drop_index: {
    acts: (asked) => [
      {
        does: 'drop-index',
        ...worded(asked, 'index_name', 0),
        ...(isTrue(given(asked.call, 'postgresql_concurrently')) && { concurrently: true as const }),
      },
    ],
  },
  create_unique_constraint: constraint('add-unique'),
  create_primary_key: constraint('add-primary-key'),
  create_check_constraint: constraint('add-check'),
  create_exclude_constraint: constraint('add-exclusion'),
  create_foreign_key: constraint('add-foreign-key', 'source_table'),
};

/** Alembic adds the column first, then its constraints and indexes, each as a statement of its own. */
function addedColumn({ at, relation, constants }: Asked): readonly SqlAct[] {
  const column = at('column', 1);
  if (!isCall(column)) return [];
  const what = textOf(given(column, 'name', 0), constants);
  const on = { relation, ...(what === undefined ? {} : { what }) };
  const parts = column.args.flatMap(({ name, value }) => (name === undefined ? [lastName(value)] : []));
  const counts = parts.some((part) => part === 'Identity' || part === 'Computed');
  const fallback = counts ? 'volatile' : fallbackIn(given(column, 'server_default'), constants);
  const isKey = isTrue(given(column, 'primary_key'));
  return [
    {
      does: 'add-column',
      ...on,
      ...(isFalse(given(column, 'nullable')) || isKey ? { notNull: true as const } : {}),
      ...(fallback === undefined ? {} : { fallback }),
    },
    ...(isKey ? [{ does: 'add-primary-key' as const, ...on }] : []),
    ...(isTrue(given(column, 'unique')) && !isTrue(given(column, 'index')) ? [{ does: 'add-unique' as const, ...on }] : []),
    ...(isTrue(given(column, 'index')) ? [{ does: 'create-index' as const, ...on }] : []),
    ...(parts.includes('ForeignKey') ? [{ does: 'add-foreign-key' as const, ...on }] : []),
  ];
}

function alteredColumn(asked: Asked): readonly SqlAct[] {
  const { call, at, relation, constants } = asked;
  const what = textOf(at('column_name', 1), constants);
  const on = { relation, ...(what === undefined ? {} : { what }) };
  const type = given(call, 'type_');
  const before = given(call, 'existing_type');
  return [
    ...(isFalse(given(call, 'nullable')) && !isFalse(given(call, 'existing_nullable')) ? [{ does: 'set-not-null' as const, ...on }] : []),
    ...(type !== undefined && !isSame(type, before) ? [{ does: 'change-type' as const, ...on, ...plainText(type, before) }] : []),
    ...(given(call, 'new_column_name') === undefined ? [] : [{ does: 'rename-column' as const, ...on }]),
  ];
}

const textual = /^(?:String|Text|VARCHAR|TEXT|Unicode|UnicodeText|AutoString|CHAR|NVARCHAR)$/i;

/** From text to a text that holds as much: only a change of the catalogue. */
function plainText(type: Expression, before: Expression | undefined): Pick<SqlAct, 'type'> {
  if (!textual.test(lastName(type) ?? '') || (before !== undefined && !textual.test(lastName(before) ?? ''))) return {};
  const [now, old] = [lengthOf(type), before && lengthOf(before)];
  return now !== undefined && (before === undefined || old === undefined || now < old)
    ? {}
    : { type: now === undefined ? 'text' : 'varchar' };
}

const lengthOf = (type: Expression): number | undefined => {
  const length = isCall(type) ? given(type, 'length', 0) : undefined;
  return length?.kind === 'number' ? length.value : undefined;
};

/** Two spellings of one type, as far as a name tells: `sa.INTEGER()` and `sa.Integer()`. */
function isSame(type: Expression, before: Expression | undefined): boolean {
  const [one, other] = [type, before].map((each) => lastName(each)?.toLowerCase());
  if (one === undefined || one !== other || !isCall(type) || !isCall(before)) return false;
  return JSON.stringify(worth(type)) === JSON.stringify(worth(before));
}

const worth = ({ args }: CallExpression): readonly unknown[] =>
  args.flatMap(({ value }) => (value.kind === 'string' || value.kind === 'number' || value.kind === 'boolean' ? [value.value] : []));
