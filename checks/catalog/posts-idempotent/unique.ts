// Rows that the database refuses the second time: a column that holds a value only once, and whose value the request names.
import { lastName } from '../../model/nodes.ts';
import type { DatabaseQuery, Expression, Piece, Unit } from '../../model.ts';

export interface Row {
  readonly node: Expression;
}

/** The column that a repeat would write again; undefined where the tables in sight know none, or its value is made anew. */
export function uniqueColumn(unit: Unit, { node }: Row): string | undefined {
  const query = unit.queries.find(({ call }) => call.node === node);
  if (query === undefined || unit.uniqueKeys.length === 0) return undefined;
  const models = new Set(modelsOf(query).map(singular));
  const pieces = written(unit, query);
  const key = unit.uniqueKeys.find(
    ({ model, columns }) => models.has(singular(model)) && columns.length > 0 && columns.every((column) => isSent(unit, pieces, column)),
  );
  return key?.columns.join(' and ');
}

/** The tables in sight mark what they hold only once, and those of what is made here mark nothing: no conflict comes up. */
export function hasNoKey(unit: Unit, all: readonly Row[]): boolean {
  const nodes = new Set(all.map(({ node }) => node));
  const made = unit.queries.filter(({ call }) => nodes.has(call.node));
  const marked = new Set(unit.uniqueKeys.flatMap(({ model, primary }) => (primary ? [] : [singular(model)])));
  return (
    marked.size > 0 &&
    made.length > 0 &&
    made.every((query) => query.made.length > 0 && !query.made.some(({ model }) => marked.has(singular(model)))) &&
    // A row whose own id the request names is there only once, too.
    !all.some((row) => uniqueColumn(unit, row) !== undefined)
  );
}

/** `order_items` and `OrderItem` are the same. */
export const singular = (name: string): string => plain(name.replaceAll('_', '')) || name;

/** What the insert is called on or handed: `prisma.user`, `this.userRepository`, `insert(users)`, `User.create`, `new User()`. */
export function modelsOf({ call, steps, made }: DatabaseQuery): readonly string[] {
  const { callee, args } = call.node;
  // What is made is known by its class.
  if (made.length > 0) return made.map(({ model }) => model);
  const owner = callee.kind === 'member' ? ownersOf(callee.object) : [];
  const named = steps.flatMap((step) => (step.node.args[0]?.name === undefined ? step.args.slice(0, 1).map(nameIn) : []));
  return [...owner, ...named, ...args.flatMap(({ name, value }) => (name === undefined ? [nameIn(value)] : []))].flatMap(
    (each) => each ?? [],
  );
}

/** `prisma.user`, `User()`, `User.objects`. */
const ownersOf = (object: Expression): readonly (string | undefined)[] => [
  lastName(object),
  object.kind === 'call' ? lastName(object.callee) : undefined,
  object.kind === 'member' && object.name === 'objects' ? lastName(object.object) : undefined,
];

const nameIn = (value: Expression): string | undefined =>
  value.kind === 'string' ? value.value : value.kind === 'call' ? lastName(value.callee) : lastName(value);

/** `UserEntity`, `usersRepository` and `users` are all `user`. */
const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^[_#]+/, '')
    .replace(/(?:repository|repo|entity|model|table|schema|collection|store)s?$/, '')
    .replace(/ies$/, 'y')
    .replace(/s$/, '');

function written(unit: Unit, { call, steps, made }: DatabaseQuery): readonly Piece[] {
  const handed = [...steps.flatMap(({ args }) => args), ...call.node.args.map(({ value }) => value)];
  // `User(email=…)` that is saved, `User.objects.create(email=…)`.
  const keywords = [call.node, ...made.map((each) => each.call)].flatMap(({ args }) =>
    args.map((each) => ({ ...call.site, key: each.name, value: each.value })),
  );
  return [...keywords, ...handed.flatMap((value) => unit.pieces(value)).flatMap((piece) => [piece, ...inside(unit, piece)])];
}

/** `{ data: { … } }` of Prisma, `create(input)` and `new Plan(input)` that make what is saved. */
function inside(unit: Unit, { key, value }: Piece): readonly Piece[] {
  if (key === 'data') return unit.pieces(value);
  return value.kind === 'call' ? value.args.flatMap((argument) => unit.pieces(argument.value)) : [];
}

/** By its name, or among what was sent as a whole. */
function isSent(unit: Unit, pieces: readonly Piece[], column: string): boolean {
  const named = pieces.filter(({ key }) => key === column);
  if (named.length > 0) return named.some(({ value }) => comesIn(unit, value));
  return (
    natural.test(column) &&
    pieces.some(({ key, value }) => (key === undefined || key === 'data') && value.kind !== 'object' && comesIn(unit, value))
  );
}

const comesIn = (unit: Unit, value: Expression): boolean =>
  unit.sources(value).some(({ kind }) => kind === 'request' || kind === 'parameter');

/** What a person names, and no machine draws. */
const natural = /^(?:e_?mail(?:_?address)?|user_?name|login|handle|phone(?:_?number)?|(?:\w+_)?name|title|sku|isbn|domain|external_?id)$/i;
