// What is made only where a query before found nothing, and the names that hold what queries found.
import { nodesIn } from '../../model/nodes.ts';
import { queried } from '../../model/queried.ts';
import { remembered } from '../../model/remembered.ts';
import type { CodeFunction, Expression, FunctionExpression, Unit } from '../../model.ts';
import type { Made } from './made.ts';

/** Names that hold what a query found, also through a helper, by function. */
export const namesHolding = (unit: Unit, codes: readonly CodeFunction[]): ReadonlyMap<Expression, ReadonlySet<string>> =>
  new Map(codes.map(({ node }) => [node, holding(unit)(node)]));

const holding = remembered((unit: Unit) => {
  const { reading } = queried(unit);
  const readsInside = remembered((calls: ReturnType<Unit['callsFrom']>): boolean => calls.some((call) => reading.has(call.node)));
  const asks = (node: Expression): boolean =>
    reading.has(node) || (node.kind === 'call' && unit.targets(node).some((code) => readsInside(unit.callsFrom(code))));
  return remembered(
    (code: FunctionExpression): ReadonlySet<string> =>
      new Set(
        nodesIn(code.body).flatMap((each) =>
          (each.kind === 'assignment' || each.kind === 'assign') &&
          each.value &&
          each.target.kind === 'bind' &&
          nodesIn(each.value).some((inner) => inner.kind === 'call' && asks(inner))
            ? [each.target.name]
            : [],
        ),
      ),
  );
});

/** `if (!known) await create(…)`: made only where a query before found nothing, on every way that leads there. */
export function isMadeWhereMissing(unit: Unit, codes: readonly CodeFunction[], made: Made): boolean {
  // A name of another function is another thing.
  const around = codes.filter(({ node }) => nodesIn(node.body).some((each) => each === made.node));
  const found = new Set([...namesHolding(unit, around).values()].flatMap((each) => [...each]));
  if (isWhereMissing(made.guards, found)) return true;
  const [handler] = codes;
  return handler !== undefined && leadsOnlyWhereMissing(unit, handler, made.node, 4);
}

function leadsOnlyWhereMissing(unit: Unit, code: CodeFunction, made: Expression, depth: number): boolean {
  const held = holding(unit)(code.node);
  const leading = unit
    .callsFrom(code)
    .filter(({ inFunction, targets }) => inFunction?.node === code.node && targets.some((each) => leadsTo(unit, each, made)));
  return (
    depth > 0 &&
    leading.length > 0 &&
    leading.every(
      ({ guards, targets }) =>
        guards.some((guard) => saysMissing(guard, held)) ||
        targets.filter((each) => leadsTo(unit, each, made)).every((each) => leadsOnlyWhereMissing(unit, each, made, depth - 1)),
    )
  );
}

/** `if not known:`, `if known is None:`, and what stands below `else` of `if known:`. */
function saysMissing({ test, holds }: Made['guards'][number], held: ReadonlySet<string>): boolean {
  const isNull = test.kind === 'binary' && test.right.kind === 'null' ? test.operator : undefined;
  const asked =
    test.kind === 'unary' && test.operator === 'not' ? test.value : isNull !== undefined && test.kind === 'binary' ? test.left : test;
  const missing = test.kind === 'unary' || isNull === '==' ? holds : !holds;
  const name = asked.kind === 'name' ? asked.name : asked.kind === 'assign' && asked.target.kind === 'bind' ? asked.target.name : undefined;
  return missing && name !== undefined && held.has(name);
}

export const leadsTo = (unit: Unit, code: CodeFunction, made: Expression): boolean =>
  unit.callsFrom(code).some(({ node }) => node === made);

const isWhereMissing = (guards: Made['guards'], found: ReadonlySet<string>): boolean =>
  guards.some(({ test, holds }) => {
    const bare =
      test.kind === 'unary' && test.operator === 'not'
        ? test.value
        : test.kind === 'binary' && test.operator === '=='
          ? test.left
          : undefined;
    // `if (plan.owner !== user.id) throw` compares what was found, and says nothing of whether it was.
    const compares = test.kind === 'binary' && test.operator === '!=' && test.right.kind !== 'null';
    const asked = holds ? bare : bare === undefined && !compares ? test : undefined;
    if (asked?.kind === 'assign') return asked.target.kind === 'bind' && found.has(asked.target.name);
    return asked !== undefined && nodesIn(asked).some((each) => each.kind === 'name' && found.has(each.name));
  });
