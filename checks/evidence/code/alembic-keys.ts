// Columns that hold a value only once as Alembic's migrations say it: constraints and indexes that no model may speak of.
import { lastName, nodesIn } from '../../model/nodes.ts';
import type { CallExpression, Expression, UniqueKey } from '../../model.ts';
import type { IndexedFile } from './context.ts';
import type { Program } from './program.ts';

export const isAlembic = (path: string): boolean => /(?:^|\/)(?:migrations?|alembic)\/(?:.*\/)?versions\/[^/]+\.py$/.test(path);

/** Whether a migration may mark a column so; the others need not be read closer. */
export const mayMarkUnique = (text: string): boolean =>
  /unique\s*=\s*True|UniqueConstraint|unique_constraint|\bunique\s+index\b|\bunique\s*\(/i.test(text);

/** By the class whose table it is, where one is in sight; by the table's own name otherwise. */
export function alembicKeys(program: Program): readonly UniqueKey[] {
  const files = (program.migrations?.() ?? []).flatMap((path) => program.file(path) ?? []);
  if (files.length === 0) return [];
  const calls = files.flatMap(({ source }) => upgradesIn(source.body));
  const dropped = calls.filter(({ callee }) => /drop_(?:constraint|index)$/.test(lastName(callee) ?? '')).map(nameOf);
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
    const [first] = textsOf(call);
    const columns = columnsOf(call);
    const name = lastName(call.callee) ?? '';
    if (name === 'batch_alter_table') batch = first ?? '';
    if (name === 'create_table' || name === 'add_column') return first === undefined ? [] : inTable(call, first);
    // Projects have helpers of their own that make an index where it is missing: `safe_create_index`.
    const marks = /create_unique_constraint$/.test(name) || (/create_index$/.test(name) && isUnique(call));
    if (marks && columns.length > 0) return [{ name: nameOf(call), table: tableOf(call) ?? batch, columns }];
    return name === 'execute' ? nodesIn(call.args).flatMap((each) => (each.kind === 'string' ? inStatement(each.value) : [])) : [];
  });
}

/** `CREATE UNIQUE INDEX uq_orders ON orders (reference)`, `ALTER TABLE orders ADD CONSTRAINT uq_orders UNIQUE (reference)`. */
function inStatement(text: string): readonly TableKey[] {
  const found =
    /\bcreate\s+unique\s+index\s+(?:concurrently\s+)?(?:if\s+not\s+exists\s+)?"?(?<name>\w+)"?\s+on\s+(?:\w+\.)?"?(?<table>\w+)"?[^(]*\((?<columns>[^()]*)\)/i.exec(
      text,
    ) ??
    /\balter\s+table\s+(?:\w+\.)?"?(?<table>\w+)"?\s+add\s+constraint\s+"?(?<name>\w+)"?\s+unique\s*\((?<columns>[^()]*)\)/i.exec(text);
  const { name, table, columns } = found?.groups ?? {};
  if (table === undefined || columns === undefined) return [];
  return [{ name, table, columns: columns.split(',').map((each) => each.replaceAll('"', '').trim()) }];
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

/** Second, after a name that may be worked out; in a batch it is said before. */
function tableOf({ args }: CallExpression): string | undefined {
  const given = args.find(({ name }) => /^(?:table_name|source)$/.test(name ?? '')) ?? args[1];
  return given?.value.kind === 'string' ? given.value.value : undefined;
}

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
