// What source shows of versions: whether routes stand below one, and whether those that don't say that they will go.
import { eachUnit, inconclusive, type Seen } from '../../answer.ts';
import { isFile, isPage } from '../../model/pages.ts';
import type { Finding, Route, Unit } from '../../model.ts';
import { hasNestVersion, scheme } from './schemes.ts';

export const mentions = [
  'render',
  'router',
  'route',
  'prefix',
  'version',
  'express',
  'koa',
  'fastify',
  'hono',
  'controller',
  'fastapi',
  'starlette',
  'flask',
  'blueprint',
  'urlpatterns',
  'register',
  'deprecat',
  'pathname',
  'url',
];

export const judgeCode = eachUnit(ofUnit, inconclusive('no routes of an API were found'));

/** What stands outside an API's versions by custom: probes, documents, pages, what others call by an agreed name. */
const exempt =
  /^\/?$|(?:^|\/)(?:health\w*|health[-_]checks?(?:[-_]\w+)?|_?healthz?|readyz?|readiness|livez?|liveness|ping|status|version|metrics|docs?|spec|api-docs|redoc|openapi(?:\.\w+)?|swagger\w*|favicon\.ico|robots\.txt|sitemap\.xml|static|assets|public|uploads?|media|\.well-known|webhooks?|hooks|[\w-]*csp[-_][\w-]*|callback|oauth2?|sso|saml|admin|backoffice|internal|cron|graphql|graphiql|playground|trpc|mcp|socket\.io|ws|feed|rss|__\w+__)(?:[/.]|$)|\.(?:xml|txt|html|ico|json)$|[*(]/i;
const version = /(?:^|\/)(?:v(?:\d+(?:[._]\d+)*|\?|:\w+)|\d{4}-\d{2}-\d{2}|:(?:\w+_)?version)(?:\/|$)/i;

function ofUnit(unit: Unit): Seen {
  const all = unit.routes.filter(({ method }) => method !== 'OPTIONS' && method !== 'HEAD');
  // The platform puts its own address before that of an edge function.
  const own = all.filter(({ framework }) => framework !== 'supabase-function');
  const hung = own.filter(({ framework }) => framework !== 'compared');
  const routes = (hung.length > 0 ? hung : own).filter((route) => !exempt.test(route.path) && !isFile(unit, route) && !isPage(unit, route));
  const none: Seen = { bad: [], good: [] };
  if (routes.length === 0) return none;
  const whole = scheme(unit);
  if (whole && !unit.frameworks.includes('nest')) return { ...none, good: [whole] };
  const open = routes.filter((route) => !isVersioned(unit, route));
  const plain = open.filter((route) => !isUnknown(route));
  const [first] = routes;
  if (first === undefined) return none;
  const good = (message: string): Seen => ({ ...none, good: [{ message, place: first.place }] });
  if (open.length === 0)
    return good(routes.length === 1 ? 'the route stands below a version' : `all ${routes.length} routes stand below a version`);
  if (unit.calls('*.routes.append', '*.routes.extend').some(({ language }) => language === 'python'))
    return { ...none, unclear: ['routes are handed from one router to another, and where they stand then could not be followed'] };
  const [oldest, ...others] = plain.filter((route) => !saysItGoes(unit, route));
  if (oldest === undefined)
    return open.length > plain.length
      ? { ...none, unclear: [`what stands before ${open.length - plain.length} of ${routes.length} routes could not be followed`] }
      : good('routes without a version say that they are deprecated');
  // Pages of the same deployment change together with what they call.
  if (unit.frameworks.every((each) => each === 'next'))
    return { ...none, unclear: ['whether anything but its own pages calls the routes of a Next application is not in the source'] };
  return { ...none, bad: [unversioned(routes.length, oldest, others)] };
}

function isVersioned(unit: Unit, route: Route): boolean {
  if (version.test(route.path)) return true;
  if (route.framework === 'nest') return hasNestVersion(unit, route);
  // Autoloaded plugins stand below the names of their folders.
  return route.adrift === true && unit.imports('@fastify/autoload').length > 0 && version.test(route.place.path);
}

const isUnknown = ({ adrift, path }: Route): boolean => adrift === true || /(?:^|\/)\?(?:\/|$)/.test(path) || path.includes('?');

/** Whether either header is written anywhere in the service. */
const anySaysSo = (unit: Unit): boolean =>
  unit.entriesNamed('Deprecation', 'Sunset').length > 0 ||
  unit
    .calls('*.set', '*.setHeader', '*.header', '*.append', '*.setdefault')
    .some(({ node: { args } }) => args[0]?.value.kind === 'string' && /^(?:deprecation|sunset)$/i.test(args[0].value.value));

/** The route, or what runs before it, sends Deprecation or Sunset. */
function saysItGoes(unit: Unit, { handler, before }: Route): boolean {
  if (!anySaysSo(unit)) return false;
  const codes = [...(handler ? [handler] : []), ...before.flatMap((each) => unit.functionsIn(each))];
  return codes.some((code) =>
    [code, ...unit.callsFrom(code).flatMap(({ targets }) => targets)].some((each) =>
      unit.words(each).some((word) => /^(?:deprecation|sunset)$/i.test(word)),
    ),
  );
}

function unversioned(all: number, first: Route, others: readonly Route[]): Finding {
  const alive = [first, ...others];
  const shown = [...new Set(alive.map(({ method, path }) => `${method} ${path}`))].slice(0, 3).join(', ');
  const rest = alive.length > 3 ? ', …' : '';
  const none = all === 1 ? 'the route carries no version' : `none of the ${all} routes carries a version`;
  const some = `${alive.length} of ${all} routes carry no version and do not say that they are deprecated`;
  const message = `${alive.length === all ? none : some}: ${shown}${rest}`;
  const related = others.slice(0, 4).map(({ place }) => place);
  return { message, place: first.place, ...(related.length > 0 && { related }) };
}
