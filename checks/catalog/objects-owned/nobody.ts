// Routes that look rows up by somebody's id where nothing asks who is asking, neither before the handler nor in it.

import { lastName, nodesIn } from '../../model/nodes.ts';
import { remembered } from '../../model/remembered.ts';
import type { CodeFunction, Expression, Route, Unit } from '../../model.ts';
import { changes, namesWithin, resourceOf, runWith } from './asked.ts';
import { nothingSeen, type Seen, type Walk } from './walk.ts';
import { mayBePublic, namesAuthentication, namesHandle, namesPermission, namesPerson, singular, subjectOf } from './words.ts';

/** Django, Nest, Next and Supabase may ask in settings, global guards, at the edge or on the platform, where this does not look. */
const followed = /^(?:express|koa|fastify|hono|fastapi|flask)$/;

/** Ids of a person by which a route reads or changes rows, where nothing at all asks who is asking; none where that is in doubt. */
export function openIdsOf(unit: Unit, route: Route, handler: CodeFunction, walk: Walk): readonly string[] {
  const { path, method, framework, before } = route;
  if (!followed.test(framework) || route.adrift || route.when || method === '*' || isForOthers.test(path)) return [];
  const { seen } = walk;
  if (seen.knows || seen.credential || seen.meetings.size > 0 || seen.unsure.size > 0) return [];
  if (!changes(route) && (mayBePublic(resourceOf(route)) || resourceOf(route) === '')) return [];
  if (before.some((each) => !isHarmless(unit, each, route, walk))) return [];
  if (unit.callsFrom(handler).some(({ node }) => namesGuard(lastName(node.callee) ?? ''))) return [];
  if (unit.words(handler).some((word) => isKey.test(word))) return [];
  return [...new Set(idsOfPersons(unit, seen, route))];
}

/** Staff, machines, and what is shared by its address. */
const isForOthers =
  /[/_.-](?:admin\w*|internal|cron|jobs?|tasks?|workers?|debug|dev|tests?|seed|health\w*|metrics|shared?|share-\w+|embed|widgets?|invites?|public|demo|status|callback|webhooks?)(?:[/_.-]|$)/i;

const namesGuard = (name: string): boolean =>
  namesAuthentication(name) || namesPermission(name) || /signature|api_?key|secret|hmac/i.test(name);

/** What machines show instead of signing in, and where FastAPI takes it from. */
const isKey = /(?:^|_)key$|apiKey|api_key|secret|signature|hmac|^(?:Header|Cookie|Security)$/i;

/** A function of the service's own that asks nobody, or a package that does other things: what could not be followed may ask. */
function isHarmless(unit: Unit, each: Expression, route: Route, walk: Walk): boolean {
  if (namesWithin(each).some(namesGuard)) return false;
  const codes = unit.functionsIn(each);
  const seen = nothingSeen();
  for (const code of codes) runWith({ ...walk, seen }, code, route);
  if (seen.knows || seen.credential) return false;
  if (codes.length > 0) return true;
  const injected = unit.injects(each);
  if (injected.length > 0) return injected.every((inner) => namesWithin(inner).some((name) => isStore.test(name)));
  const symbols = unit.symbols(each.kind === 'call' ? each.callee : each);
  return symbols.length > 0 && symbols.every((symbol) => /^(?:npm|py|node):/.test(symbol) && !mayAsk.test(symbol));
}
const isStore = /^(?:get_?)?(?:async_?)?(?:db|database|session|db_?session|connection|conn|pool|engine|settings|config)$/i;
const mayAsk = /auth|jwt|jose|clerk|passport|session|token|firebase|cognito|oidc|keycloak|guard|login|key|secur|acl|casbin|permit|proxy/i;

/** Everything inside queries that read or change what is there. */
const askedNodes = remembered(
  (unit: Unit): ReadonlySet<unknown> =>
    new Set(
      unit.queries.flatMap(({ does, call, steps }) =>
        does === 'insert' || does === 'upsert' ? [] : nodesIn([call.node, ...steps.map(({ node }) => node)]),
      ),
    ),
);

/** Ids of people among those that a query is given, to read or to change what is there. */
function idsOfPersons(unit: Unit, { lookups }: Seen, route: Route): readonly string[] {
  const asked = askedNodes(unit);
  const isQuery = (node: Expression): boolean =>
    asked.has(node) || (node.kind === 'call' && /^(?:where|filter|filter_by|eq|and_?where)$/i.test(lastName(node.callee) ?? ''));
  return [...lookups].flatMap(([node, ids]) => (isQuery(node) ? ids.filter((id) => isOfPerson(id, route)) : []));
}

/** `user_id` wherever it stands; `id` and `slug` of `/users/:slug` where the account itself is changed. */
function isOfPerson(id: string, { path, method }: Route): boolean {
  if (!namesHandle(id) && namesPerson(singular(subjectOf(id)))) return true;
  const parts = path.split('/');
  const at = parts.indexOf(`:${id}`);
  return /^(?:PUT|PATCH|DELETE)$/.test(method) && at > 0 && at === parts.length - 1 && namesPerson(singular(parts[at - 1] ?? ''));
}
