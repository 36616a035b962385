// Queries that run once per item: in a loop over things, in a callback for each, or in a helper that such a loop calls.

import { goesOverThings, loopsAround } from '../../model/loops.ts';
import { lastName, nodesIn } from '../../model/nodes.ts';
import type { Call, CodeFunction, DatabaseQuery, Expression, Finding, LoopStatement, Pattern, Unit } from '../../model.ts';
import { isAtStart } from './at-start.ts';

/** The loop or callback that hands out the items, where the query depends on one. */
export function loopOf(unit: Unit, query: DatabaseQuery): Expression | LoopStatement | undefined {
  // Rows that are only added go to the database together.
  if (query.through === 'SQLAlchemy' && query.does === 'insert') return undefined;
  return itemsOf(
    unit,
    query.call,
    query.steps.flatMap(({ args, node }) => [...args, ...node.args.map(({ value }) => value)]),
  );
}

/** What a framework asks for while it shows one row after the other. */
export function perRow(unit: Unit, queries: readonly DatabaseQuery[]): readonly Finding[] {
  const shown = new Set<Expression>(unit.calledPerRow.filter((code) => !isKept(code)).map(({ node }) => node));
  return queries.flatMap(({ does, call }) =>
    does === 'read' && call.inFunction && shown.has(call.inFunction.node)
      ? [{ message: 'the database is asked once per row shown: a field of the list is worked out by a query', place: call.place }]
      : [],
  );
}

/** Calls in such loops of helpers that ask the database each time. */
export function perItem(unit: Unit, queries: readonly DatabaseQuery[]): readonly Finding[] {
  const asking = new Map<Expression, DatabaseQuery[]>();
  for (const query of queries) {
    const code = query.call.inFunction;
    // What is asked only under a condition need not be asked each time.
    if (query.call.guards.some(({ holds }) => holds)) continue;
    if (code === undefined || (query.through === 'SQLAlchemy' && query.does === 'insert') || loopOf(unit, query) !== undefined) continue;
    asking.set(code.node, [...(asking.get(code.node) ?? []), query]);
  }
  const helpers = [...asking.values()].flatMap((all) => (all[0]?.call.inFunction ? [{ code: all[0].call.inFunction, query: all[0] }] : []));
  return helpers.flatMap(({ code, query }) => callersInLoops(unit, code, query, 2, new Set()));
}

function callersInLoops(unit: Unit, code: CodeFunction, query: DatabaseQuery, depth: number, seen: Set<Expression>): readonly Finding[] {
  if (depth === 0 || seen.has(code.node) || isKept(code)) return [];
  seen.add(code.node);
  return unit.callersOf(code).flatMap((caller): readonly Finding[] => {
    if (caller.runsIn === 'development' || caller.onlyAsScript || isAtStart(unit, caller.inFunction)) return [];
    if (
      itemsOf(unit, caller, [
        ...caller.node.args.map(({ value }) => value),
        ...(caller.node.callee.kind === 'member' ? [caller.node.callee.object] : []),
      ])
    )
      return [
        {
          message: `the database is asked once per item of a loop, through ${lastName(caller.node.callee) ?? 'a helper'}`,
          place: caller.place,
          related: [query.call.place],
        },
      ];
    const { inFunction } = caller;
    return inFunction ? callersInLoops(unit, inFunction, query, depth - 1, seen) : [];
  });
}

/** What is kept is not asked for again. */
const isKept = ({ node, name }: CodeFunction): boolean =>
  /cache|memo|loader|batch/i.test(name) ||
  (node.decorators ?? []).some((each) =>
    nodesIn(each).some((inner) => (inner.kind === 'name' || inner.kind === 'member') && /cache|memo|lru/i.test(inner.name)),
  );

const inParts = /chunk|batch|page|slice|group|cursor|part|window|shard|attempt|retry|backoff|tries|migration/i;

function itemsOf(unit: Unit, call: Call, parts: readonly Expression[]): Expression | LoopStatement | undefined {
  const code = call.inFunction;
  if (code === undefined) return undefined;
  const used = new Set(parts.flatMap(nodesIn).flatMap((each) => (each.kind === 'name' ? [each.name] : [])));
  const loop = loopsAround(code.node, call.node).findLast(
    ({ over, target, body }) =>
      over !== undefined &&
      target !== undefined &&
      goesOverThings(over) &&
      !isWrittenOut(over) &&
      !endsThere(body, call.node) &&
      !mentions(over, inParts) &&
      !namesOf(target).some((name) => inParts.test(name)),
  );
  if (loop?.target) {
    const names = new Set(namesOf(loop.target));
    for (const each of nodesIn(loop.body))
      if (each.kind === 'assignment' && each.value && nodesIn(each.value).some((inner) => inner.kind === 'name' && names.has(inner.name)))
        for (const name of namesOf(each.target)) names.add(name);
    if ([...names].some((name) => used.has(name))) return loop;
  }
  return inComprehension(code, call, used) ?? inCallback(unit, code, used);
}

/** `if plan.name == name: load(plan); return plan`: asked for the one that was looked for, and the loop is over. */
function endsThere(body: LoopStatement['body'], call: Expression): boolean {
  return nodesIn(body).some(
    (each) =>
      each.kind === 'if' &&
      [each.then, each.otherwise].some((arm) => /^(?:return|throw)$/.test(arm.at(-1)?.kind ?? '') && nodesIn(arm).includes(call)),
  );
}

/** `for token in (access, refresh)`: as many as stand there, whatever comes. */
const isWrittenOut = (over: Expression): boolean =>
  over.kind === 'list' && over.items.length <= 8 && over.items.every(({ spread }) => !spread);

/** `[await load(id) for id in ids]`. */
function inComprehension(code: CodeFunction, call: Call, used: ReadonlySet<string>): Expression | undefined {
  if (!call.inLoop || call.language !== 'python') return undefined;
  return nodesIn(code.node.body).find(
    (each): each is Extract<Expression, { kind: 'comprehension' }> =>
      each.kind === 'comprehension' &&
      nodesIn(each.element).includes(call.node) &&
      each.clauses.some(({ target, over }) => namesOf(target).some((name) => used.has(name)) && !mentions(over, inParts)),
  );
}

/** `ids.map((id) => load(id))`. */
function inCallback(unit: Unit, code: CodeFunction, used: ReadonlySet<string>): Expression | undefined {
  const handed = unit.handedTo(code);
  const callee = handed?.node.callee;
  if (
    handed === undefined ||
    callee?.kind !== 'member' ||
    !/^(?:map|forEach|flatMap|for_each)$/.test(callee.name) ||
    mentions(callee.object, inParts)
  )
    return undefined;
  const [first] = code.node.parameters;
  return first && namesOf(first.pattern).some((name) => used.has(name)) ? handed.node : undefined;
}

const mentions = (expression: Expression, pattern: RegExp): boolean =>
  nodesIn(expression).some((each) => (each.kind === 'name' || each.kind === 'member') && pattern.test(each.name));

function namesOf(pattern: Pattern): readonly string[] {
  switch (pattern.kind) {
    case 'bind':
      return [pattern.name];
    case 'object-pattern':
      return pattern.entries.flatMap(({ target }) => namesOf(target));
    case 'list-pattern':
      return pattern.items.flatMap((item) => (item ? namesOf(item) : []));
    case 'place':
      return [];
  }
}
