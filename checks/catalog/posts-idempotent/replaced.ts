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
      .map(key),
  );
  return deletionsOf(unit).some(({ call, what, ofSession }) => {
    if (!isBefore(call)) return false;
    const known = namesBehind(within, what).flatMap(
      (name) => endsOf(name).find((each) => models.has(each) || knownModels(unit).has(each)) ?? [],
    );
    // Of a row that nobody could tell the model of, the session says no more than that it goes.
    return known.some((each) => models.has(each)) || (ofSession === true && known.length === 0);
  });
}

const knownModels = remembered((unit: Unit): ReadonlySet<string> => new Set(unit.uniqueKeys.map(({ model }) => key(model))));

const key = (name: string): string => singular(name).toLowerCase();

/** What `current_shelf_book` may be, the longest first: `shelf_book`, and then `book`. */
function endsOf(name: string): readonly string[] {
  const words = name.replace(/([a-z\d])(?=[A-Z])/g, '$1_').split('_');
  return words.map((_, index) => key(words.slice(index).join('_')));
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
  /** `session.delete(plan)`. */
  readonly ofSession?: true;
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
    if (handle.test(lastName(owner) ?? '')) return [{ call, what: args.map(({ value }) => value), ofSession: true }];
    return elsewhere.test(lastName(owner) ?? '') ? [] : [{ call, what: [owner] }];
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

/** The names that say what it is about: `Plan` of `session.query(Plan).filter(Plan.team == team.id).first()`, `weeks` of `plan.weeks`. */
function subjectsIn(value: Expression): readonly string[] {
  switch (value.kind) {
    case 'name':
    case 'member':
      return [value.name];
    case 'await':
      return subjectsIn(value.value);
    case 'index':
      return subjectsIn(value.object);
    case 'conditional':
      return [...subjectsIn(value.then), ...subjectsIn(value.otherwise)];
    case 'call': {
      const name = lastName(value.callee) ?? '';
      const narrows = /^(?:where|filter\w*|exclude|having|order_by|limit|options)$/.test(name);
      const tables = /^(?:table|from_?|collection)$/.test(name) ? nodesIn(value.args[0]?.value) : [];
      return [
        ...ownersIn(value.callee),
        ...(narrows ? [] : value.args.flatMap((each) => subjectsIn(each.value))),
        ...tables.flatMap((each) => (each.kind === 'string' ? [each.value] : [])),
      ];
    }
    default:
      return [];
  }
}

/** What a method is called on, from its start: `Plan` of `Plan.objects.all`. */
const ownersIn = (callee: Expression): readonly string[] =>
  callee.kind === 'member' ? [callee.name, ...ownersIn(callee.object)] : subjectsIn(callee);
