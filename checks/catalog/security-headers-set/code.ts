// What source shows of protecting headers: whether something sets them before every route, and whether Express keeps its name to itself.
import { eachUnit, notApplicable, type Seen, unlessHanded } from '../../answer.ts';
import type { Finding, Middleware, Route, Unit } from '../../model.ts';
import { djangoSettings } from './django.ts';
import { type Header, joined, ofFunction, type Provided, providedBy } from './providers.ts';

export const mentions = [
  'helmet',
  'header',
  'secure',
  'talisman',
  'x-powered-by',
  'security',
  'router',
  'express',
  'koa',
  'fastify',
  'hono',
  'nest',
  'fastapi',
  'starlette',
  'flask',
  'middleware',
];

export const judgeCode = eachUnit((unit) => unlessHanded(unit, ofUnit(unit)), notApplicable('no entry of a service was found'));

const names: Readonly<Record<Header, string>> = { nosniff: 'X-Content-Type-Options: nosniff', hsts: 'Strict-Transport-Security' };
const wanted: readonly Header[] = ['nosniff', 'hsts'];
const yearS = 31_536_000;

interface Hung {
  readonly middleware: Middleware;
  readonly provided: Provided;
}

function ofUnit(unit: Unit): Seen {
  const [entry] = unit.entries;
  if (entry === undefined) return { bad: [], good: [] };
  const hung = unit.middleware
    .filter(({ runsIn }) => runsIn !== 'development')
    .map((middleware): Hung => ({ middleware, provided: providedBy(unit, middleware) }))
    .filter(({ provided }) => provided.headers.size > 0 || provided.hides);
  // Next sets headers in its configuration, for handlers of other frameworks that it serves too.
  const platform = unit.frameworks.includes('next') || unit.frameworks.every((each) => each === 'supabase-function');
  const settings = djangoSettings(unit);
  const extensions = pythonExtensions(unit);
  const all = joined([
    ...hung.map(({ provided }) => provided),
    ...extensions,
    { headers: settings.headers, hides: false },
    ...byServer(unit),
  ]);
  const missing = wanted.filter((header) => !all.headers.has(header));
  const configured = missing.length > 0 && platform ? byNext(unit) : undefined;
  if (configured) return configured;
  if (missing.length > 0 && platform)
    return { bad: [], good: [], unclear: ['the headers that the platform or the configuration of Next adds are not in the source'] };
  const certain = joined([
    ...hung.filter(({ middleware }) => switchOf(unit, middleware) === undefined).map(({ provided }) => provided),
    ...extensions,
    { headers: settings.headers, hides: false },
    ...byServer(unit),
  ]);
  const switched = wanted.filter((header) => all.headers.has(header) && !certain.headers.has(header));
  const [by] = hung.flatMap(({ middleware }) => switchOf(unit, middleware) ?? []);
  if (missing.length === 0 && switched.length > 0 && by !== undefined)
    return { bad: [], good: [], unclear: [`${switched.map((header) => names[header]).join(' and ')} are set only where ${by} says so`] };
  const bad = [
    ...missingHeaders(missing, entry),
    ...uncovered(unit, hung, all),
    ...short(all, hung[0]?.middleware.place ?? entry),
    ...named(unit, all, entry),
  ];
  const place = hung[0]?.middleware.place ?? entry;
  return { bad, good: [{ message: 'nosniff and Strict-Transport-Security are set before every route', place }] };
}

/** The variable that decides whether a layer is hung up at all; one that says no more than which environment this is does not count. */
function switchOf(unit: Unit, { guards, runsIn }: Middleware): string | undefined {
  if (runsIn !== 'every') return undefined;
  return guards
    .flatMap(({ test }) => unit.environmentBehind(test))
    .find((name) => !/^(?:\?|NODE_ENV|APP_ENV|ENV|ENVIRONMENT|STAGE)$/.test(name));
}

/** What the configuration of Next adds to answers; undefined where it adds none that protects. */
function byNext(unit: Unit): Seen | undefined {
  const added = (...headers: readonly string[]) => unit.entriesNamed(...headers).filter(({ place }) => nextConfig.test(place.path));
  const [first] = added(...protecting);
  if (first === undefined) return undefined;
  const has = { nosniff: added('x-content-type-options'), hsts: added('strict-transport-security') };
  if (has.nosniff.length === 0)
    return { bad: [{ message: `the configuration of Next sets headers, and not ${names.nosniff}`, place: first.place }], good: [] };
  // Hosts of Next add this one themselves.
  if (has.hsts.length === 0) return undefined;
  return { bad: [], good: [{ message: 'nosniff and Strict-Transport-Security are set by the configuration of Next', place: first.place }] };
}
const nextConfig = /(?:^|\/)next\.config\.[cm]?[jt]s$/;
const protecting = [
  'x-content-type-options',
  'strict-transport-security',
  'content-security-policy',
  'x-frame-options',
  'referrer-policy',
  'permissions-policy',
];

function missingHeaders(missing: readonly Header[], place: Finding['place']): readonly Finding[] {
  if (missing.length === 0) return [];
  return [{ message: `nothing sets ${missing.map((header) => names[header]).join(' or ')} on answers`, place }];
}

/** Middleware of a script framework counts for what hangs after it alone, a plugin of Fastify for what hangs where it is registered. */
function uncovered(unit: Unit, hung: readonly Hung[], all: Provided): readonly Finding[] {
  const ordered = hung.filter(({ middleware: { how }, provided }) => /^(?:use|register)$/.test(how) && provided.headers.size > 0);
  const others = joined(hung.filter((each) => !ordered.includes(each)).map(({ provided }) => provided));
  const routes = unit.routes.filter(({ framework, adrift }) => /^(?:express|koa|hono|fastify|by-name)$/.test(framework) && !adrift);
  for (const header of wanted) {
    if (!all.headers.has(header) || others.headers.has(header)) continue;
    const places = new Set(ordered.filter(({ provided }) => provided.headers.has(header)).map(({ middleware }) => keyOf(middleware.place)));
    if (places.size === 0) continue;
    const open = routes.filter((route) => !isBehind(unit, route, places));
    const [first] = open;
    const hangs = ordered.find(({ provided }) => provided.headers.has(header));
    if (first && hangs)
      return [
        {
          message: `${names[header]} is set after or beside ${open.length === routes.length ? 'every route' : `${open.length} of ${routes.length} routes`}, which answer without it`,
          place: hangs.middleware.place,
          related: [first.place],
        },
      ];
  }
  return [];
}

const isBehind = (unit: Unit, { before }: Route, places: ReadonlySet<string>): boolean =>
  before.some((each) => places.has(keyOf(unit.place(each))));
const keyOf = ({ path, line, column }: Middleware['place']): string => `${path}:${line}:${column}`;

/** A lifetime that is written and shorter than a year. */
function short({ maxAgeS }: Provided, place: Finding['place']): readonly Finding[] {
  return maxAgeS !== undefined && maxAgeS < yearS
    ? [{ message: `Strict-Transport-Security is set for ${maxAgeS} seconds, which is less than a year`, place }]
    : [];
}

/** Express tells its name unless it is asked not to. */
function named(unit: Unit, { hides }: Provided, place: Finding['place']): readonly Finding[] {
  const express = unit.frameworks.includes('express') || (unit.frameworks.includes('nest') && unit.calls('*.FastifyAdapter').length === 0);
  if (!express || hides) return [];
  const disabled = unit.calls('*.disable', '*.set').some((call) => {
    const [name, value] = call.node.args;
    const isName = name?.value.kind === 'string' && name.value.value.toLowerCase() === 'x-powered-by';
    return isName && (value === undefined || (value.value.kind === 'boolean' && !value.value.value));
  });
  return disabled
    ? []
    : [
        {
          message: 'Express names itself in X-Powered-By',
          place: unit.calls('npm:express', 'npm:@nestjs/core.NestFactory.create')[0]?.place ?? place,
        },
      ];
}

/** Flask-Talisman and Secweb are given the application, or bound to it later. */
function pythonExtensions(unit: Unit): readonly Provided[] {
  const both = unit
    .calls('py:flask_talisman.Talisman', 'py:Secweb.SecWeb', 'py:flask_talisman.talisman.Talisman', 'py:flask_talisman.Talisman().init_app')
    .filter(({ runsIn }) => runsIn !== 'development');
  // Flask-SSLify sends everybody on to https, and says so for a year.
  const sslify = unit.calls('py:flask_sslify.SSLify').filter(({ runsIn }) => runsIn !== 'development');
  const secured = sslify.map((): Provided => ({ headers: new Set<Header>(['hsts']), hides: false }));
  const whole = both.map((call): Provided => {
    const hsts = call.option('strict_transport_security');
    const seconds = call.option('strict_transport_security_max_age');
    const off = typeof hsts === 'object' && hsts.kind === 'literal' && hsts.value === false;
    return {
      headers: new Set<Header>(off ? ['nosniff'] : ['nosniff', 'hsts']),
      hides: false,
      ...(typeof seconds === 'object' && seconds.kind === 'literal' && typeof seconds.value === 'number' && { maxAgeS: seconds.value }),
    };
  });
  return [...whole, ...secured];
}

/** A bare server's one handler runs for every request. */
const byServer = (unit: Unit): readonly Provided[] =>
  unit.frameworks.includes('node-http')
    ? unit
        .calls('node:http.createServer', 'node:https.createServer')
        .flatMap((call) =>
          call.node.args.flatMap(({ value }) =>
            value.kind === 'object' ? [] : unit.functionsIn(value).map((code) => ofFunction(unit, code)),
          ),
        )
    : [];
