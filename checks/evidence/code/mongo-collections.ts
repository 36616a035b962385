// Queries of PyMongo and Motor, by the names of a collection's methods: `db.plans.find_one(…)`, `collection.insert_one(…)`.
import type { CallExpression, DatabaseQuery, Expression, QueryStep } from '../../model.ts';
import { contextOf } from './context.ts';
import { symbolsOf } from './entities.ts';
import type { Program } from './program.ts';

type Does = DatabaseQuery['does'];
type Shape = Omit<DatabaseQuery, 'call' | 'steps' | 'made'>;

const driver = /^(?:pymongo|motor)(?:\.|$)/;
/** Names that no other library gives its methods. */
const telling: Readonly<Record<string, Does>> = {
  find_one: 'read',
  count_documents: 'read',
  estimated_document_count: 'read',
  find_one_and_update: 'upsert',
  find_one_and_replace: 'upsert',
  find_one_and_delete: 'delete',
  insert_one: 'insert',
  insert_many: 'insert',
  update_one: 'update',
  update_many: 'update',
  replace_one: 'update',
  delete_one: 'delete',
  delete_many: 'delete',
};

/** Undefined where the program brings no driver of MongoDB, or the call is none of a collection's. */
export function ofCollection(program: Program, node: CallExpression, steps: readonly QueryStep[]): Shape | undefined {
  const step = steps.find(({ name }) => name in telling || /^(?:find|aggregate|distinct)$/.test(name));
  if (step === undefined || contextOf(node).file.source.language !== 'python' || !usesMongo(program)) return undefined;
  const told = telling[step.name];
  if (told === undefined && !isOnCollection(program, step.node)) return undefined;
  const does = told === 'update' && step.node.args.some(isUpsert) ? 'upsert' : (told ?? 'read');
  return { does, through: 'MongoDB', everyColumn: false, bounded: step.name !== 'find' || isNarrow(node, step, steps) };
}

const usesMongo = (program: Program): boolean =>
  program.memory.once('uses MongoDB', program.files, false, () =>
    program.files.some(({ source, imports }) => source.language === 'python' && imports.some(({ module }) => driver.test(module))),
  );

const isUpsert = ({ name, value }: CallExpression['args'][number]): boolean => name === 'upsert' && value.kind === 'boolean' && value.value;

/** `find` is a word of many: what it is asked of has to be a collection, by where it comes from or by its name. */
function isOnCollection(program: Program, { callee }: CallExpression): boolean {
  if (callee.kind !== 'member') return false;
  if (symbolsOf(program, callee).some((symbol) => /^py:(?:pymongo|motor)\b/.test(symbol))) return true;
  const names = namesIn(callee.object);
  return names.some((name) => /^_?(?:db|database|mongo\w*)$/i.test(name)) ? names.length > 1 : /collection$/i.test(names.at(-1) ?? '');
}

function namesIn(node: Expression): readonly string[] {
  if (node.kind === 'name') return [node.name];
  if (node.kind === 'member') return [...namesIn(node.object), node.name];
  if (node.kind === 'index') return [...namesIn(node.object), node.index?.kind === 'string' ? node.index.value : '?'];
  return node.kind === 'await' ? namesIn(node.value) : [];
}

/** A condition, a limit, or a length that is asked for of the cursor. */
function isNarrow(node: CallExpression, { args, node: asked }: QueryStep, steps: readonly QueryStep[]): boolean {
  const [given] = [...args, ...asked.args.flatMap(({ name, value }) => (name === 'filter' ? [value] : []))];
  if (given !== undefined && !(given.kind === 'object' && given.entries.length === 0)) return true;
  if (steps.some(({ name }) => name === 'limit') || asked.args.some(({ name }) => name === 'limit')) return true;
  const { file, inFunction } = contextOf(node);
  return file.calls.some(
    (call) =>
      call.callee.kind === 'member' &&
      /^(?:to_list|limit)$/.test(call.callee.name) &&
      contextOf(call).inFunction === inFunction &&
      call.args.some(({ value }) => value.kind !== 'null'),
  );
}
