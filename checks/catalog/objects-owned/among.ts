// Routes whose object the framework finds itself: views of Django and REST framework that name a query.
import { nodesIn } from '../../model/nodes.ts';
import type { Expression, Route, Unit } from '../../model.ts';
import { type Judged, nameOf, namesWithin, runWith, wordBefore } from './asked.ts';
import { evaluate } from './follow.ts';
import { labels, none } from './labels.ts';
import { runFunction } from './run.ts';
import { nothingSeen, type Walk } from './walk.ts';
import { namesPermission } from './words.ts';

/** Where the framework finds the object itself: by a query that knows who is asking, or by permissions that look at what was found. */
export function judgeAmong(unit: Unit, route: Route, known: Walk['known']): Judged {
  const { among, before, path } = route;
  const id = path
    .split('/')
    .filter((part) => part.startsWith(':'))
    .at(-1)
    ?.slice(1);
  if (among === undefined || id === undefined) return { kind: 'beside' };
  const walk: Walk = { unit, seen: nothingSeen(), open: new Set(), hung: new Map(), known, evaluate };
  for (const code of unit.functionsIn(among)) runWith(walk, code, route);
  const looking = before.flatMap((each) => unit.functions(each).filter(({ name }) => name === 'has_object_permission'));
  for (const code of looking) runFunction(walk, code, [none, labels('request'), none, labels('object', `of:${id}`)]);
  const subjects = [wordBefore(id, path)];
  if (walk.seen.knows && (looking.length === 0 || walk.seen.meetings.size > 0))
    return {
      kind: 'compared',
      route,
      finding: { message: `${nameOf(route)} asks for what belongs to who is asking`, place: route.place },
      subjects,
    };
  if (looking.length > 0)
    return {
      kind: 'unsure',
      route,
      because: `whom ${looking[0]?.owner ?? 'a permission'} keeps away from ${nameOf(route)} could not be followed`,
    };
  const guard = ownPermission(unit, route) ?? before.flatMap(namesWithin).find((name) => namesPermission(name));
  if (guard !== undefined)
    return { kind: 'unsure', route, because: `whether ${guard} keeps others away from ${nameOf(route)} could not be followed` };
  const dispatching = before.flatMap((each) => (each.kind === 'function' ? unit.functionsIn(each) : []));
  if (dispatching.some((code) => unit.words(code).some((word) => /^(?:user|owner)$/.test(word))))
    return { kind: 'unsure', route, because: `whom dispatch keeps away from ${nameOf(route)} could not be followed` };
  // It is narrowed by something of the request, and what that has to do with who is asking is not told.
  if (unit.functionsIn(among).some((code) => unit.words(code).some((word) => /^(?:request|kwargs)$/.test(word))))
    return { kind: 'unsure', route, because: `what narrows the query of ${nameOf(route)} could not be followed to who is asking` };
  walk.seen.lookups.set(among, [id]);
  return { kind: 'alone', route, seen: walk.seen, ids: [id], subjects };
}

/** A permission class of the service's own: what it looks at is not followed here. */
function ownPermission(unit: Unit, { before }: Route): string | undefined {
  return before
    .flatMap((each) => unit.functions(each))
    .flatMap(({ name, owner }) => (/^has_(?:object_)?permission$/.test(name) ? [owner ?? name] : []))[0];
}

/** An id alone opens something in a method of a view; its class may still keep others away. */
export function withItsClass(unit: Unit, judged: Extract<Judged, { kind: 'alone' }>, known: Walk['known']): Judged {
  const { route } = judged;
  if (route.framework !== 'django' || route.handler?.owner === undefined) return judged;
  if (route.among !== undefined) {
    const found = judgeAmong(unit, route, known);
    if (found.kind !== 'beside') return found;
  }
  const guard = ownPermission(unit, route);
  return guard === undefined
    ? judged
    : { kind: 'unsure', route, because: `whether ${guard} keeps others away from ${nameOf(route)} could not be followed` };
}

/** A permission of REST framework that the service wrote, and that looks at more of the request than who is asking. */
export const permissionOnAddress = (unit: Unit, before: readonly Expression[]): string | undefined =>
  before
    .flatMap((each) => nodesIn(each))
    .flatMap((node) => (node.kind === 'name' || node.kind === 'member' ? unit.functions(node) : []))
    .find(
      (code) =>
        /^has_(?:object_)?permission$/.test(code.name) &&
        unit.words(code).some((word) => /^(?:kwargs|data|query_params|parser_context|resolver_match|path|GET|POST|obj)$/.test(word)),
    )?.owner;
