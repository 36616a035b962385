// The text of an error of Mongoose: it repeats values that do not fit, and of a taken key the database, the collection and the index.
import { remembered } from '../../model/remembered.ts';
import type { CallExpression, CodeFunction, DatabaseQuery, Expression, FilePlace, Piece, Source, Unit } from '../../model.ts';

export const document = 'the text of a database error, which repeats values sent and names the collection and its indexes';

/** Their text ends on the key that was taken. */
export const takenKeys =
  /^py:(?:pymongo\.errors\.(?:DuplicateKeyError|BulkWriteError)|mongoengine\.(?:errors\.)?(?:NotUniqueError|BulkWriteError))$/;

/** Whether what was caught may come from a write of what the request holds. Where the error is asked of itself first, nobody can tell. */
export const spellsWrite = (unit: Unit, piece: Piece, { handler, types, guards = [] }: Extract<Source, { kind: 'exception' }>): boolean =>
  handler !== undefined &&
  piece.language !== 'python' &&
  types.length === 0 &&
  guards.length === 0 &&
  piece.guards.length === 0 &&
  afterWrites(unit).has(spot(handler));

const spot = ({ path, line, column }: FilePlace): string => `${path}:${line}:${column}`;

/** The catch blocks that an error of such a write comes to. */
const afterWrites = remembered((unit: Unit): ReadonlySet<string> => {
  const found = new Set<string>();
  for (const query of unit.queries) {
    if (!isWrite(query) || !holdsInput(unit, query)) continue;
    for (const handler of handlersOf(unit, query.call, 3)) found.add(spot(handler));
  }
  return found;
});

const isWrite = ({ does, call }: DatabaseQuery): boolean =>
  /^(?:insert|upsert|update)$/.test(does) &&
  call.language !== 'python' &&
  call.symbols.some((symbol) => symbol.startsWith('npm:mongoose.'));

/** The innermost ones round it; where there is none, those round the calls of its function. */
function handlersOf(
  unit: Unit,
  { handlers, inFunction }: { readonly handlers: readonly FilePlace[]; readonly inFunction: CodeFunction | undefined },
  depth: number,
): readonly FilePlace[] {
  const innermost = handlers.at(-1);
  if (innermost !== undefined) return [innermost];
  if (inFunction === undefined || depth === 0) return [];
  return unit.callersOf(inFunction).flatMap((call) => handlersOf(unit, call, depth - 1));
}

/** In what it is handed, or in the new documents of its function: `new Plan(body)`, then `save()`. */
function holdsInput(unit: Unit, { call, steps }: DatabaseQuery): boolean {
  const { inFunction } = call;
  const saved = steps.some(({ name }) => name === 'save') && inFunction ? (madeIn(unit).get(inFunction.node) ?? []) : [];
  return [call.node, ...saved].some(({ args }) => args.some(({ value }) => isInput(unit, value)));
}

const isInput = (unit: Unit, value: Expression): boolean =>
  unit.sources(value).some((source) => source.kind === 'request' && (source.part === 'body' || source.part === 'whole'));

const madeIn = remembered((unit: Unit): ReadonlyMap<object, readonly CallExpression[]> => {
  const found = new Map<object, CallExpression[]>();
  for (const { node, inFunction } of unit.calls('npm:mongoose.*'))
    if (node.isNew === true && inFunction) found.set(inFunction.node, [...(found.get(inFunction.node) ?? []), node]);
  return found;
});
