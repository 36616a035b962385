// What answers show: the routes that work carry a version; those without one say that they are on their way out.
import { exchangeOf, headerOf, inconclusive, settle, shown } from '../../answer.ts';
import type { Answer, Exchange, Finding, HttpEvidence, HttpProbe, ProbeOutcome } from '../../model.ts';

const bare = { kind: 'http', class: 'passive', token: 'none' } satisfies Partial<HttpProbe>;

export const probes = {
  any: { ...bare, route: 'any' },
  protected: { ...bare, route: 'protected' },
  jsonPost: { kind: 'http', class: 'active', route: 'json-post', body: '{"note": ', token: 'none' },
  unversionedAny: { ...bare, route: 'any', unversioned: true },
  unversionedProtected: { ...bare, route: 'protected', unversioned: true },
  unknownRoute: { ...bare, route: 'missing' },
} satisfies Record<string, HttpProbe>;
export type VersionEvidence = HttpEvidence<keyof typeof probes>;

const versionSegment = /\/v\d+(?:\.\d+)*(?:\/|$)/i;
/** Routes for machines and operators, which no shipped app depends on. */
const operational =
  /^\/?$|(?:^|\/)(?:[\w-]*health\w*|ready\w*|readiness|live\w*|liveness|status|ping|metrics|prometheus|openapi[\w.]*|swagger[\w.-]*|api-docs?[\w.]*|docs|spec|redoc|graphql|favicon\.ico|robots\.txt|\.well-known)(?:\/|$)/i;

export function judgeHttp({ exchanges, baseUrl }: VersionEvidence): Answer {
  const base = URL.parse(baseUrl)?.pathname.replace(/\/$/, '') ?? '';
  const unknown = exchangeOf(exchanges.unknownRoute);
  const answered = distinct([exchanges.any, exchanges.protected, exchanges.jsonPost]).filter(
    ({ status }) => status !== 404 && status !== 405 && status < 500,
  );
  const routes = answered.filter((exchange) => !operational.test(pathIn(exchange, base)));
  const twins = distinct([exchanges.unversionedAny, exchanges.unversionedProtected]).filter((twin) => exists(twin, unknown));
  const all = [...routes, ...twins.filter((twin) => !operational.test(pathIn(twin, base)))];
  const seen = all.map((exchange) => ({ exchange, how: versionOf(exchange) }));
  const bad: readonly Finding[] = seen
    .filter(({ how }) => how === undefined)
    .map(({ exchange }) => ({
      message: `${called(exchange)} answers ${exchange.status} with no version in its path and no Deprecation header`,
      place: exchange.request,
    }));
  const good = seen.flatMap(({ exchange, how }) =>
    how === undefined ? [] : [{ message: `${called(exchange)} ${how}`, place: exchange.request }],
  );
  return settle(
    { bad, good },
    inconclusive(
      'no route of the API itself was found, only operational ones: name one as routes.protected or routes.any in the configuration',
    ),
  );
}

function distinct(outcomes: readonly ProbeOutcome[]): readonly Exchange[] {
  const found = outcomes.flatMap((outcome) => exchangeOf(outcome) ?? []);
  return [...new Map(found.map((exchange) => [called(exchange), exchange])).values()];
}

const called = ({ request }: Exchange): string => `${request.method} ${URL.parse(request.url)?.pathname ?? request.url}`;
/** The whole path: a base path may be where the version stands. */
const pathIn = ({ request }: Exchange, base: string): string => (URL.parse(request.url)?.pathname ?? '').slice(base.length);

// A guard before all routes answers unknown ones alike.
const exists = (twin: Exchange, unknown: Exchange | undefined): boolean =>
  twin.status !== 404 && twin.status !== 410 && twin.status < 500 && twin.status !== unknown?.status;

/** How an answer shows its version or its end; undefined where it shows neither. */
function versionOf(exchange: Exchange): string | undefined {
  const deprecated = headerOf(exchange, 'deprecation');
  const path = URL.parse(exchange.request.url)?.pathname ?? '';
  if (versionSegment.test(path)) return 'carries its version in the path';
  if (deprecated !== undefined) return `says that it is deprecated (${shown(headerOf(exchange, 'sunset') ?? deprecated)})`;
  if (headerOf(exchange, 'sunset') !== undefined) return 'says when it ends (Sunset)';
  if (['api-version', 'x-api-version'].some((name) => headerOf(exchange, name) !== undefined)) return 'tells its version in a header';
  return /application\/vnd\.[^;]*v\d+/i.test(headerOf(exchange, 'content-type') ?? '') ? 'tells its version in its media type' : undefined;
}
