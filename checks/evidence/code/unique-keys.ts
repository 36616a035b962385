// Columns that hold a value only once: marked on entities, schemas and tables of mappers, and in Prisma's schema.
import { lastName, nodesIn } from '../../model/nodes.ts';
import type { CallExpression, ClassExpression, Expression, UniqueKey } from '../../model.ts';
import { alembicKeys } from './alembic-keys.ts';
import { contextOf, type IndexedFile } from './context.ts';
import { symbolsOf } from './entities.ts';
import { lineage } from './frameworks/django-views.ts';
import type { Program } from './program.ts';

export function uniqueKeysOf(program: Program): readonly UniqueKey[] {
  return program.memory.once<readonly UniqueKey[]>('unique keys', program.files, [], () => [
    ...program.files.flatMap((file) => [
      ...file.classes.flatMap((code) => (file.source.language === 'python' ? ofModel(program, code) : ofEntity(code))),
      ...ofTables(program, file),
    ]),
    ...ofPrisma(program),
    ...alembicKeys(program),
  ]);
}

/** `email = models.EmailField(unique=True)`, `mapped_column(unique=True)`, `__table_args__ = (UniqueConstraint("team", "name"),)`. */
function ofModel(program: Program, code: ClassExpression): readonly UniqueKey[] {
  const model = code.name ?? contextOf(code).file.names.get(code);
  if (model === undefined || code.bases.length === 0) return [];
  const members = lineage(program, code).flatMap((each) => each.members);
  const primary = members.flatMap(({ name, value }) => (value?.kind === 'call' && isPrimary(program, value) ? [name] : []));
  const own: readonly UniqueKey[] = primary.length > 0 ? [{ model, columns: primary, primary: true }] : [];
  return [...own, ...membersOf(program, model, members)];
}

/** `id = Column(String, primary_key=True)`; Django's are looked at by themselves. */
const isPrimary = (program: Program, { callee, args }: CallExpression): boolean =>
  args.some(({ name, value }) => /^(?:primary_key|pk)$/.test(name ?? '') && value.kind === 'boolean' && value.value) &&
  !symbolsOf(program, callee).some((symbol) => symbol.startsWith('py:django.'));

function membersOf(program: Program, model: string, members: ClassExpression['members']): readonly UniqueKey[] {
  return members.flatMap(({ name, value }): readonly UniqueKey[] => {
    if (value?.kind === 'call' && value.args.some((each) => each.name === 'unique' && each.value.kind === 'boolean' && each.value.value))
      return [{ model, columns: [name] }];
    if (value?.kind === 'call' && isNamedByRequest(program, value)) return [{ model, columns: [name] }];
    if (value === undefined || !/^(?:__table_args__|Meta|Settings)$/.test(name)) return [];
    const marked = nodesIn(value).filter(marksUnique);
    return marked.map((each) => ({ model, columns: each.kind === 'call' ? positionalTexts(each) : [] }));
  });
}

/** `id = models.BigIntegerField(primary_key=True)`, `models.OneToOneField(…)`: what Django draws nothing for. */
function isNamedByRequest(program: Program, { callee, args }: CallExpression): boolean {
  const field = lastName(callee) ?? '';
  if (!symbolsOf(program, callee).some((symbol) => symbol.startsWith('py:django.'))) return false;
  if (field === 'OneToOneField') return true;
  const isPrimary = args.some(({ name, value }) => name === 'primary_key' && value.kind === 'boolean' && value.value);
  return isPrimary && !/Auto/.test(field) && !args.some(({ name }) => name === 'default' || name === 'db_default');
}

/** `UniqueConstraint("team", "name")`, `Index("slug", unique=True)`, `unique_together = …`. */
const marksUnique = (node: ReturnType<typeof nodesIn>[number]): boolean =>
  (node.kind === 'call' && (/UniqueConstraint$/.test(lastName(node.callee) ?? '') || node.args.some((each) => each.name === 'unique'))) ||
  (node.kind === 'assignment' && node.target.kind === 'bind' && node.target.name === 'unique_together');

/** An index is named first. */
function positionalTexts({ callee, args }: CallExpression): readonly string[] {
  const texts = args.flatMap(({ name, value }) => (name === undefined && value.kind === 'string' ? [value.value] : []));
  return lastName(callee) === 'Index' ? texts.slice(1) : texts;
}

/** `@Column({ unique: true }) email`, `@Unique(['team', 'name'])`, `@Index(['email'], { unique: true })`. */
function ofEntity(code: ClassExpression): readonly UniqueKey[] {
  const model = code.name ?? contextOf(code).file.names.get(code);
  if (model === undefined) return [];
  const own = code.members.flatMap(({ name, decorators = [] }) =>
    decorators.some((each) => isUniqueCall(each)) ? [{ model, columns: [name] }] : [],
  );
  const whole = (code.decorators ?? []).flatMap((each) => {
    const columns = each.kind === 'call' && isUniqueCall(each) ? each.args.flatMap(({ value }) => textsIn(value)) : [];
    return columns.length > 0 ? [{ model, columns }] : [];
  });
  return [...own, ...whole];
}

const isUniqueCall = (decorator: Expression): boolean => {
  if (decorator.kind !== 'call' || decorator.callee.kind !== 'name') return false;
  const { name } = decorator.callee;
  if (name === 'Unique') return true;
  return /^(?:Column|Prop|Property|Index)$/.test(name) && decorator.args.some(({ value }) => saysUnique(value));
};

const saysUnique = (value: Expression): boolean =>
  value.kind === 'object' && value.entries.some(({ key, value: is }) => key === 'unique' && !(is.kind === 'boolean' && !is.value));

const textsIn = (value: Expression): readonly string[] =>
  value.kind === 'list' ? value.items.flatMap((item) => (item.value.kind === 'string' ? [item.value.value] : [])) : [];

const table = /^npm:drizzle-orm\/(?:pg|mysql|sqlite)-core\.\w+Table$/;
const schema = /^npm:mongoose\.Schema$|^npm:sequelize(?:\.Sequelize\(\))?\.define$|\.init$/;

/** `pgTable('users', { email: text().unique() })`, `new Schema({ email: { unique: true } })`, `sequelize.define('User', { … })`. */
function ofTables(program: Program, file: IndexedFile): readonly UniqueKey[] {
  return file.calls.flatMap((call) => {
    const isTable = symbolsOf(program, call.callee).some((symbol) => table.test(symbol) || schema.test(symbol));
    const columns = call.args.flatMap(({ value }) => (value.kind === 'object' ? [value] : []))[0];
    if (!isTable || columns === undefined) return [];
    const [first] = call.args;
    const bound = [...file.moduleScope.bindings].find(([, all]) => all.some((each) => each.kind === 'value' && each.value === call))?.[0];
    const owner = call.callee.kind === 'member' && call.callee.object.kind === 'name' ? call.callee.object.name : undefined;
    const models = [bound, first?.value.kind === 'string' ? first.value.value : undefined, owner].flatMap((each) => each ?? []);
    return columns.entries.flatMap(({ key, value }) =>
      typeof key === 'string' && (saysUnique(value) || callsUnique(value)) ? models.map((model) => ({ model, columns: [key] })) : [],
    );
  });
}

const callsUnique = (value: Expression): boolean =>
  value.kind === 'call' && value.callee.kind === 'member' && (value.callee.name === 'unique' || callsUnique(value.callee.object));

/** The models of every schema.prisma above a file of the service. */
function ofPrisma(program: Program): readonly UniqueKey[] {
  if (!program.files.some(({ imports }) => imports.some(({ module }) => /prisma/i.test(module)))) return [];
  const folders = new Set(program.files.flatMap(({ source: { path } }) => parents(path)));
  return [...folders].flatMap((folder) => program.prismaKeys?.(`${folder}prisma/schema.prisma`) ?? []);
}

function parents(path: string): readonly string[] {
  const parts = path.split('/').slice(0, -1);
  return ['', ...parts.map((_, index) => `${parts.slice(0, index + 1).join('/')}/`)];
}
