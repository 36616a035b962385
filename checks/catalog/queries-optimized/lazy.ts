// Relations of Django that are fetched row by row: `plan.owner.email` in a loop over plans that were read without their owners.
import { lastName, nodesIn } from '../../model/nodes.ts';
import type { CodeFunction, DatabaseQuery, Expression, Finding, Pattern, Unit } from '../../model.ts';

type Node = ReturnType<typeof nodesIn>[number];

/** Where a relation of each row is followed that the query did not join. */
export function lazyRelations(unit: Unit, queries: readonly DatabaseQuery[]): readonly Finding[] {
  return queries.flatMap(({ through, does, call }) => {
    const model = through === 'Django' && does === 'read' ? modelOf(call.node) : undefined;
    const code = call.inFunction;
    if (model === undefined || code === undefined || joins(code) || hasOwnManager(unit, model)) return [];
    return [...rowsOf(code, call.node)].flatMap(([row, inside]) =>
      inside.flatMap((each) => {
        const relation = relationIn(each, row);
        if (relation === undefined || each.kind !== 'member' || !isRelation(unit, model, relation)) return [];
        const message = `the database is asked once per item of a loop: ${relation} of each ${model} is fetched by itself`;
        return [{ message, place: unit.place(each), related: [call.place] }];
      }),
    );
  });
}

/** `Plan` of `Plan.objects.filter(…)`. */
function modelOf(node: Expression): string | undefined {
  if (node.kind === 'call') return modelOf(node.callee);
  if (node.kind !== 'member') return undefined;
  return node.name === 'objects' ? (node.object.kind === 'name' ? node.object.name : undefined) : modelOf(node.object);
}

/** Something here joins, or takes no whole rows. */
const joins = ({ node }: CodeFunction): boolean =>
  nodesIn(node.body).some(
    (each) =>
      each.kind === 'member' &&
      /^(?:select_related|prefetch_related\w*|values|values_list|aggregate|in_bulk|raw|annotate)$/.test(each.name),
  );

/** A manager of the service's own may join by itself; Django's says no more than what stands there anyway. */
const hasOwnManager = (unit: Unit, model: string): boolean =>
  unit
    .assignments('objects')
    .some(
      ({ ofClass, value }) =>
        ofClass === model &&
        !(
          value.kind === 'call' &&
          unit.symbols(value.callee).some((symbol) => /^py:django\.db\.models\.(?:manager\.)?Manager$/.test(symbol))
        ),
    );

/** The name of a row, and what stands inside each loop over the query. */
function rowsOf(code: CodeFunction, query: Expression): ReadonlyMap<string, readonly Node[]> {
  const all = nodesIn(code.node.body);
  const kept = new Set(
    all.flatMap((each) =>
      each.kind === 'assignment' && each.value && isQuery(each.value, query) && each.target.kind === 'bind' ? [each.target.name] : [],
    ),
  );
  const isOver = (over: Expression | undefined): boolean =>
    over !== undefined && (isQuery(over, query) || (over.kind === 'name' && kept.has(over.name)));
  const found = new Map<string, readonly Node[]>();
  for (const each of all) {
    if (each.kind === 'loop' && isOver(each.over)) add(found, each.target, nodesIn(each.body));
    if (each.kind === 'comprehension')
      for (const { target, over } of each.clauses) if (isOver(over)) add(found, target, nodesIn([each.element, each.key ?? []]));
  }
  return found;
}

function add(found: Map<string, readonly Node[]>, target: Pattern | undefined, inside: readonly Node[]): void {
  if (target?.kind === 'bind') found.set(target.name, [...(found.get(target.name) ?? []), ...inside]);
}

/** The query, or a slice of it. */
const isQuery = (each: Expression, query: Expression): boolean => each === query || (each.kind === 'index' && isQuery(each.object, query));

/** `owner` of `plan.owner.email`; its id stands in the row itself. */
function relationIn(each: Node, row: string): string | undefined {
  if (each.kind !== 'member' || /^(?:id|pk)$/.test(each.name) || each.object.kind !== 'member') return undefined;
  return each.object.object.kind === 'name' && each.object.object.name === row ? each.object.name : undefined;
}

const isRelation = (unit: Unit, model: string, name: string): boolean =>
  unit
    .assignments(name)
    .some(
      ({ ofClass, value }) =>
        ofClass === model && value.kind === 'call' && /^(?:ForeignKey|OneToOneField)$/.test(lastName(value.callee) ?? ''),
    );
