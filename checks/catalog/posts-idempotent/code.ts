// What source shows of POST routes that make something, and of what happens when one is repeated.
import { eachUnit, inconclusive, merge, notApplicable, orElse, type Seen, saidBy } from '../../answer.ts';
import { packageElsewhere } from '../../model/elsewhere.ts';
import { answeredBy, handsOn, lostCalls, tableOfRoutes } from '../../model/lost.ts';
import { lastName } from '../../model/nodes.ts';
import type { CodeFunction, Expression, Finding, Route, Unit } from '../../model.ts';
import { ofGeneric } from './generic.ts';
import { makesOnce, makesSomething } from './making.ts';
import { isKeptByKey, isUnique } from './safeguards.ts';
import { uniqueColumn } from './unique.ts';

export const mentions = ['post', 'insert', 'create', 'save', 'add', 'idempot', 'charge', 'payment', 'unique'];

export const judgeCode = eachUnit(
  (unit) => orElse(ofUnit(unit), () => notFollowed(unit)),
  (all) => {
    const path = saidBy(all, 'lost');
    if (path !== undefined) return inconclusive(`what POST ${path} makes could not be followed`);
    const by = saidBy(all, 'by');
    if (by !== undefined) return inconclusive(`requests are answered by ${by}, and what they make could not be followed`);
    return saidBy(all, 'table') === undefined
      ? notApplicable('no POST in sight makes anything')
      : inconclusive('routes are made of a table at run time, and what they make could not be followed');
  },
);

function notFollowed(unit: Unit): Readonly<Record<string, string>> {
  const lost = postsOf(unit).find((route) => isLost(unit, route));
  const by = answeredBy(unit);
  return { ...(lost && { lost: lost.path }), ...(tableOfRoutes(unit) && { table: 'yes' }), ...(by && { by }) };
}

const postsOf = (unit: Unit): readonly Route[] => unit.routes.filter(({ method, path }) => method === 'POST' && !isNoMaking.test(path));
const ofUnit = (unit: Unit): Seen => merge(postsOf(unit).map((route) => ofRoute(unit, route)));

const making =
  /^_?(?:create|insert|save|add|make|register|store|persist|submit|place|book|order|pay|charge|upload|import|generate|publish)/i;

/** It hands what it is given to something that makes, and what that is nobody could tell. */
const isLost = (unit: Unit, { handler }: Route): boolean =>
  handler === undefined || handsOn(unit, handler) || lostCalls(unit, handler, making).length > 0 || fillsStore(unit, handler);

/** `store.add_documents(documents, ids=…)` of a vector store: whether it replaces what has the same ids is up to the store. */
const fillsStore = (unit: Unit, handler: CodeFunction): boolean =>
  unit.callsFrom(handler).some(({ node: { callee } }) => /^a?add_(?:documents|texts|embeddings)$/.test(lastName(callee) ?? ''));

/** Signing in, uploading, asking: nothing is made twice that matters, or it is made anew each time by its nature. */
const isNoMaking =
  /[/_.-](?:log-?in|log-?out|sign-?in|sign-?out|sign-?up|register|registration|favou?rites?|follow\w*|likes?|subscribe|unsubscribe|join|votes?|stars?|bookmarks?|read|seen|refresh\w*|tokens?|callback|webhooks?|search|query|graphql|health\w*|verify\w*|validate\w*|preview|events?|track\w*|telemetry|analytics|logs?|metrics|ping|heartbeat|update|edit|delete|remove|(?:re)?send-(?:[\w-]+-)?(?:verification|validation|confirmation|code|otp|link)[\w-]*|verification|email\/confirm|confirm-?email|forgot\w*|recover\w*|reset\w*|otp|2fa|totp|mfa)(?:[/_.-]|$)/i;

function ofRoute(unit: Unit, route: Route): Seen {
  const { handler } = route;
  if (handler === undefined) return route.makes ? ofGeneric(unit, route, route.makes) : { bad: [], good: [] };
  const before = route.before.flatMap((each) => unit.functionsIn(each)).filter(({ node }) => node !== handler.node);
  const name = `POST ${route.path}`;
  if (isKeptByKey(unit, [...before, handler], route.before))
    return good(route, `${name} keeps its answer by the Idempotency-Key of the request`);
  const made = makesSomething(unit, handler);
  const lost = made.length === 0 ? madeElsewhere(unit, handler) : undefined;
  if (lost !== undefined) return { bad: [], good: [], unclear: [`what ${name} makes by ${lost} is not in the folder that was looked at`] };
  if (made.length === 0)
    return makesOnce(unit, handler) ? good(route, `${name} writes what is made only where it is not there yet`) : { bad: [], good: [] };
  const anew = made.filter((each) => !isUnique(unit, handler, each, made));
  if (anew.length === 0) return good(route, `${name} finds what an earlier request made`);
  // Whatever else it makes, the first conflict ends it all.
  const columns = made.map((each) => ({ each, column: uniqueColumn(unit, each) }));
  const isFirst = ({ guards }: (typeof made)[number]): boolean =>
    made.every((other) => guards.every(({ test }) => other.guards.some((guard) => guard.test === test)));
  const refused = columns.find(({ each, column }) => column !== undefined && isFirst(each));
  if (refused) return good(route, `${name} is refused the second time: ${refused.column} is there only once`);
  const [first] = anew.filter((each) => !columns.some(({ each: other, column }) => other === each && column !== undefined));
  return first ? { good: [], bad: [finding(unit, route, name, first)] } : good(route, `${name} finds what an earlier request made`);
}

/** A function that makes something by its name, of a package of the same repository that is not here. */
function madeElsewhere(unit: Unit, handler: CodeFunction): string | undefined {
  const calls = unit.callsFrom(handler).filter((call) => packageElsewhere(unit, call) !== undefined);
  return calls
    .map(({ node }) => lastName(node.callee) ?? '')
    .find((name) => making.test(name) && !/(?:Client|Logger|Context|Url|Token|Schema|Session)$/.test(name));
}

const good = ({ place }: Route, message: string): Seen => ({ bad: [], good: [{ message, place }] });

function finding(unit: Unit, { place }: Route, name: string, made: { readonly node: Expression; readonly what: string }): Finding {
  return {
    message: `${name} ${made.what} once more for each repeat: it takes no Idempotency-Key and looks for nothing made before`,
    place,
    related: [unit.place(made.node)],
  };
}
