// Columns that hold a value only once as Alembic's migrations say it: constraints and indexes that no model may speak of.
import { lastName, nodesIn } from '../../model/nodes.ts';
import type { CallExpression, Expression, UniqueKey } from '../../model.ts';
import type { IndexedFile } from './context.ts';
import type { Program } from './program.ts';

export const isAlembic = (path: string): boolean => /(?:^|\/)(?:migrations?|alembic)\/(?:.*\/)?versions\/[^/]+\.py$/.test(path);

/** Whether a migration may mark a column so; the others need not be read closer. */
export const mayMarkUnique = (text: string): boolean => /unique\s*=\s*True|UniqueConstraint|unique_constraint/.test(text);

/** By the class whose table it is, where one is in sight; by the table's own name otherwise. */
export function alembicKeys(program: Program): readonly UniqueKey[] {
  const files = (program.migrations?.() ?? []).flatMap((path) => program.file(path) ?? []);
  if (files.length === 0) return [];
  const calls = files.flatMap(({ source }) => upgradesIn(source.body));
  const dropped = calls.filter(({ callee }) => /^drop_(?:constraint|index)$/.test(lastName(callee) ?? '')).map(nameOf);
  const alive = (name: string | undefined, made: readonly TableKey[]): boolean =>
    name === undefined || made.filter((each) => each.name === name).length > dropped.filter((each) => each === name).length;
  const keys = keysIn(calls);
  const models = modelsByTable(program.files);
  return keys
    .filter(({ name }) => alive(name, keys))
    .flatMap(({ table, columns }) => (models.get(table) ?? [table]).map((model) => ({ model, columns })));
}

interface TableKey {
  readonly name: string | undefined;
  readonly table: string;
  readonly columns: readonly string[];
}

/** What goes forward; the way back undoes it. */
const upgradesIn = (body: unknown): readonly CallExpression[] =>
  nodesIn(body).flatMap((each) =>
    each.kind === 'function' && each.name === 'upgrade'
      ? nodesIn(each.body).flatMap((inner) => (inner.kind === 'call' ? [inner] : []))
      : [],
  );

function keysIn(calls: readonly CallExpression[]): readonly TableKey[] {
  let batch = '';
  return calls.flatMap((call): readonly TableKey[] => {
    const [first, second] = textsOf(call);
    const columns = columnsOf(call);
    switch (lastName(call.callee)) {
      case 'batch_alter_table':
        batch = first ?? '';
        return [];
      case 'create_table':
      case 'add_column':
        return first === undefined ? [] : inTable(call, first);
      case 'create_unique_constraint':
        return columns.length === 0 ? [] : [{ name: nameOf(call), table: second ?? batch, columns }];
      case 'create_index':
        return columns.length === 0 || !isUnique(call) ? [] : [{ name: nameOf(call), table: second ?? batch, columns }];
      default:
        return [];
    }
  });
}

/** `sa.Column("email", sa.String(), unique=True)` and `sa.UniqueConstraint("team", "name")` of a table that is made. */
const inTable = (call: CallExpression, table: string): readonly TableKey[] =>
  call.args.flatMap(({ value }): readonly TableKey[] => {
    if (value.kind !== 'call') return [];
    const name = lastName(value.callee);
    const texts = textsOf(value);
    if (name === 'UniqueConstraint') return [{ name: namedIn(value), table, columns: texts }];
    return name === 'Column' && isUnique(value) ? [{ name: undefined, table, columns: texts.slice(0, 1) }] : [];
  });

const textsOf = ({ args }: CallExpression): readonly string[] =>
  args.flatMap(({ name, value }) => (name === undefined && value.kind === 'string' ? [value.value] : []));

const columnsOf = ({ args }: CallExpression): readonly string[] =>
  args.flatMap(({ value }) =>
    value.kind === 'list' ? value.items.flatMap((item) => (item.value.kind === 'string' ? [item.value.value] : [])) : [],
  );

const isUnique = ({ args }: CallExpression): boolean =>
  args.some(({ name, value }) => name === 'unique' && value.kind === 'boolean' && value.value);

const namedIn = ({ args }: CallExpression): string | undefined =>
  args.flatMap(({ name, value }) => (name === 'name' ? (textIn(value) ?? []) : []))[0];

/** `"uq_orders"` and `op.f("uq_orders")`, first or by keyword. */
const nameOf = (call: CallExpression): string | undefined => namedIn(call) ?? (call.args[0] && textIn(call.args[0].value));

const textIn = (value: Expression): string | undefined =>
  value.kind === 'string' ? value.value : value.kind === 'call' && value.args[0] ? textIn(value.args[0].value) : undefined;

/** `__tablename__ = "orders"`. */
function modelsByTable(files: readonly IndexedFile[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const code of files.flatMap(({ classes }) => classes))
    for (const { name, value } of code.members)
      if (name === '__tablename__' && value?.kind === 'string' && code.name !== undefined)
        found.set(value.value, [...(found.get(value.value) ?? []), code.name]);
  return found;
}
