// What source shows of what is kept of frequent reads, for how long, and for whom.
import { eachUnit, inconclusive, notApplicable, orElse, type Seen, saidBy } from '../../answer.ts';
import { answeredBy, lostCalls, tableOfRoutes } from '../../model/lost.ts';
import { queried } from '../../model/queried.ts';
import type { Route, Unit } from '../../model.ts';
import { cacheOn, conditionalOn, faultsOfCaches } from './caches.ts';
import { sharedAnswers } from './shared.ts';

export const mentions = ['cache', 'etag', 'none-match', 'memo', 'lru', 'select', 'find', 'query', 'execute', 'objects', 'redis', 'get'];

export const judgeCode = eachUnit(
  (unit) => orElse(ofUnit(unit), () => notFollowed(unit)),
  (all) => {
    const path = saidBy(all, 'lost');
    if (path !== undefined) return inconclusive(`where GET ${path} reads could not be followed`);
    const by = saidBy(all, 'by');
    if (by !== undefined) return inconclusive(`requests are answered by ${by}, and where they read could not be followed`);
    return saidBy(all, 'table') === undefined
      ? notApplicable('no GET in sight reads a database')
      : inconclusive('routes are made of a table at run time, and where they read could not be followed');
  },
);

function notFollowed(unit: Unit): Readonly<Record<string, string>> {
  const lost = getsOf(unit).find((route) => isLost(unit, route));
  const by = answeredBy(unit);
  return { ...(lost && { lost: lost.path }), ...(tableOfRoutes(unit) && { table: 'yes' }), ...(by && { by }) };
}

const reading = /^_?(?:find|get|list|fetch|load|query|search|select|read|count|all|one|paginate|retrieve|lookup|aggregate)(?:[A-Z_]\w*)$/;

/** It asks something for what it answers, and what that is nobody could tell. */
const isLost = (unit: Unit, { handler }: Route): boolean => handler !== undefined && lostCalls(unit, handler, reading).length > 0;

const isAside =
  /^\/(?:health\w*|health[-_]checks?(?:[-_]\w+)?|ready\w*|live\w*|metrics|docs|redoc|openapi[\w.]*|favicon[\w.]*|robots\.txt|ping|status|version|\*?)$|^\/\.well-known\/|\/(?:(?:health\w*|health[-_]checks?(?:[-_]\w+)?|readyz?|livez?)(?:\/(?:db|database|redis|cache|ready|live|liveness|readiness|details?|detailed|deep|full|check|status))?|metrics|ping)\/?$/i;

/** What is kept between the two halves of a handshake is no read. */
const isHandshake = /\/(?:oauth2?|oidc|saml|sso)(?:\/|$)|\/callback(?:\/|$)/i;

const getsOf = (unit: Unit): readonly Route[] =>
  unit.routes.filter(
    ({ method, path, handler, among, framework }) =>
      // A view of Django answers whatever method asks, where nothing says otherwise.
      (method === 'GET' || (method === '*' && framework === 'django')) &&
      (handler !== undefined || among !== undefined) &&
      !isAside.test(path),
  );

function ofUnit(unit: Unit): Seen {
  const gets = getsOf(unit);
  const kept = gets
    .filter(({ path }) => !isHandshake.test(path))
    .map((route) => ({ route, by: conditionalOn(unit, route) ?? cacheOn(unit, route) }));
  const good = kept.flatMap(({ route, by }) => (by === undefined ? [] : [{ message: `GET ${route.path} ${by}`, place: route.place }]));
  const bad = [...sharedAnswers(unit, gets), ...faultsOfCaches(unit)];
  const readers = gets.filter((route) => readsDatabase(unit, route));
  const first = readers.find(({ path }) => !isHandshake.test(path)) ?? readers[0];
  if (bad.length > 0 || good.length > 0 || first === undefined) return { bad, good };
  return {
    good,
    bad: [
      {
        message: `GET ${first.path} reads the database each time, as every other read here: nothing is kept and no answer carries an ETag`,
        place: first.place,
      },
    ],
  };
}

function readsDatabase(unit: Unit, { handler, among }: Route): boolean {
  // A generic view: the framework itself asks for what the address names.
  if (handler === undefined) return among !== undefined;
  const { reading: known } = queried(unit);
  return unit.callsFrom(handler).some(({ node }) => known.has(node));
}
