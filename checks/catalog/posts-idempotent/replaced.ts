// Rows that take the place of what was there: the same model is emptied of it right before, in the same function.
import { lastName, nodesIn } from '../../model/nodes.ts';
import { remembered } from '../../model/remembered.ts';
import type { Call, Expression, FunctionExpression, Unit } from '../../model.ts';
import { modelsOf, type Row, singular } from './unique.ts';

/** What was there is deleted right before, in the same function: the new one takes its place. */
export function takesPlace(unit: Unit, { node }: Row): boolean {
  const made = unit.queries.find(({ call }) => call.node === node);
  const within = made?.call.inFunction?.node;
  if (made === undefined || within === undefined) return false;
  const isBefore = (call: Call): boolean => call.inFunction?.node === within && call.place.line < made.call.place.line && !call.afterError;
  const into = tableIn(made.call);
  if (unit.queries.some(({ does, call }) => does === 'delete' && isBefore(call) && into !== undefined && tableIn(call) === into))
    return true;
  if (made.call.language !== 'python') return false;
  const models = new Set(
    modelsOf(made)
      .filter((name) => !handle.test(name))
      .map((name) => singular(name).toLowerCase()),
  );
  return deletionsOf(unit).some(
    ({ call, what }) => isBefore(call) && namesBehind(within, what).some((name) => models.has(singular(name).toLowerCase())),
  );
}

/** `DELETE FROM settings …` and then `INSERT INTO settings …`. */
function tableIn({ node }: Call): string | undefined {
  const [text] = nodesIn(node.args).flatMap((each) => (each.kind === 'string' ? [each.value] : []));
  return /\b(?:into|from)\s+["`]?(\w+)/i.exec(text ?? '')?.[1]?.toLowerCase();
}

interface Deletion {
  readonly call: Call;
  /** The parts that say what goes. */
  readonly what: readonly Expression[];
}

/** What leads to the database, and names no model. */
const handle = /^_?(?:self|cls|(?:\w*_)?(?:db|session|conn|connection|cursor|tx|uow))$/i;
/** `redis.delete(key)` deletes no row. */
const elsewhere = /cache|redis/i;

const deletionsOf = remembered((unit: Unit): readonly Deletion[] => [
  ...unit.queries
    .filter(({ does }) => does === 'delete')
    .map((query) => ({ call: query.call, what: [query.call.node, ...query.steps.map(({ node }) => node)] })),
  ...unit.calls('*.delete', '*.adelete').flatMap((call): readonly Deletion[] => {
    const { callee, args } = call.node;
    const owner = callee.kind === 'member' ? callee.object : undefined;
    if (owner === undefined) return [];
    const what = handle.test(lastName(owner) ?? '') ? args.map(({ value }) => value) : [owner];
    return elsewhere.test(lastName(owner) ?? '') ? [] : [{ call, what }];
  }),
]);

/** The names that stand in it, and those in what they were set to. */
function namesBehind(code: FunctionExpression, what: readonly Expression[]): readonly string[] {
  const names = what.flatMap(subjectsIn);
  return [...names, ...names.flatMap((name) => settingsOf(code).get(name) ?? [])];
}

const settingsOf = remembered((code: FunctionExpression): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, readonly string[]>();
  const add = (name: string, value: Expression): unknown => found.set(name, [...(found.get(name) ?? []), ...subjectsIn(value)]);
  for (const { pattern, annotation } of code.parameters) if (pattern.kind === 'bind' && annotation) add(pattern.name, annotation);
  for (const each of nodesIn(code.body)) {
    if ((each.kind === 'assignment' || each.kind === 'assign') && each.value && each.target.kind === 'bind')
      add(each.target.name, each.value);
    if (each.kind === 'loop' && each.over && each.target?.kind === 'bind') add(each.target.name, each.over);
  }
  return found;
});

/** The names that say what it is about: `Plan` of `session.query(Plan).filter(Plan.team == team.id).first()`. */
function subjectsIn(value: Expression): readonly string[] {
  switch (value.kind) {
    case 'name':
      return [value.name];
    case 'member':
      return [value.name, ...subjectsIn(value.object)];
    case 'await':
      return subjectsIn(value.value);
    case 'call': {
      const narrows = /^(?:where|filter\w*|exclude|having|order_by|limit|options)$/.test(lastName(value.callee) ?? '');
      return [...subjectsIn(value.callee), ...(narrows ? [] : value.args.flatMap((each) => subjectsIn(each.value)))];
    }
    default:
      return [];
  }
}
