// Which route each role is played by: the operator's word, then the source's, then the target's own document, then custom.
import type { ApiDocument, Exchange, KnownPath, ProbeOutcome, RouteBasis, RouteRole } from '../../model.ts';
import { buildRequest } from './build.ts';
import { type Candidate, candidatesOf, hasParameter, ownerWord, type RouteSearch, routeOf } from './candidates.ts';
import type { Route } from './options.ts';

export interface ChosenRoutes {
  readonly routes: Readonly<Partial<Record<RouteRole, Route>>>;
  readonly missing: Readonly<Partial<Record<RouteRole, string>>>;
  /** More routes that refuse whoever brings no token. */
  readonly guarded: readonly Route[];
  readonly known: readonly KnownPath[];
  readonly document: ProbeOutcome<ApiDocument>;
}
export const roles: readonly RouteRole[] = ['any', 'protected', 'json-post', 'health', 'missing', 'openapi', 'metrics', 'owned'];
export const healthPaths = ['/api/health/', '/healthz', '/health', '/readyz', '/'] as const;
export const metricsPaths = ['/metrics', '/api/metrics', '/actuator/prometheus', '/internal/metrics'] as const;
export const healthWord = /(?:health(?:[-_]?checks?)?|ready|readiness|live|liveness|alive|status|ping|heartbeat)z?\/?$/i;
/** Routes of every service that are not what it is there for. */
const besideWord = /openapi|swagger|\/spec(?:\.\w+)?$|api-?docs?|\/docs\b|redoc|metrics|prometheus|favicon|robots|\.well-known/i;
export const triesForAny = 5;
export const triesForProtected = 12;
export const furtherRoutes = 4;

/** Asks the target as little as it takes to find a route for each role needed. */
export async function chooseRoutes(search: RouteSearch): Promise<ChosenRoutes> {
  const { config, needed, material } = search;
  const subject = material.kit.subject;
  const named = (role: RouteRole): Route | undefined => {
    const spec = config.routes?.[role];
    return spec === undefined ? undefined : routeOf(spec, 'config', subject, config);
  };
  const { all: candidates, known, document, documentRoute } = await candidatesOf(search);
  const health = named('health') ?? (await findHealth(search, candidates));
  const any = named('any') ?? (needed.has('any') ? await findAny(search, candidates, health) : undefined);
  const tried = needed.has('protected') ? await findProtected(search, candidates) : [];
  const guarded = named('protected') ?? tried[0];
  const jsonPost = named('json-post') ?? findJsonPost(candidates, search, await canSignIn(search, guarded));
  const missing = named('missing') ?? routeOf({ method: 'GET', path: search.unknownPath }, 'convention', subject, config);
  const openapi = documentRoute ?? named('openapi');
  const metrics = named('metrics') ?? (needed.has('metrics') ? await findMetrics(search, candidates) : undefined);
  const owned = named('owned') ?? findOwned(search, candidates);
  const found = { health, any, protected: guarded, 'json-post': jsonPost, missing, openapi, metrics, owned };
  return {
    routes: Object.fromEntries(roles.flatMap((role) => (found[role] === undefined ? [] : [[role, found[role]]]))),
    guarded: tried
      .filter((route) => mayRepeat(route) && (guarded === undefined || keyOf(route) !== keyOf(guarded)))
      .slice(0, furtherRoutes),
    known,
    document,
    missing: Object.fromEntries(roles.flatMap((role) => (found[role] === undefined ? [[role, whyMissing(role, document)]] : []))),
  };
}

const howToName: Readonly<Record<RouteRole, string>> = {
  health: 'no health route answered: name it as routes.health in the configuration',
  any: 'no route gave a proper answer: name one as routes.any in the configuration',
  protected: 'no route that wants a token was found: name one as routes.protected in the configuration, like "GET /api/me"',
  'json-post': 'no route that takes JSON is known: name one as routes.jsonPost in the configuration, like "POST /api/items"',
  missing: 'no unknown route can be made up',
  openapi: 'no OpenAPI document was found: name it as routes.openapi in the configuration',
  metrics: 'no metrics were found where they usually are: name the route as routes.metrics in the configuration',
  owned:
    'no route with its owner in the path is known: name one as routes.owned in the configuration, like "GET /api/users/{user_id}/plans"',
};

const whyMissing = (role: RouteRole, document: ProbeOutcome<ApiDocument>): string =>
  role === 'openapi' && 'missing' in document ? document.missing : howToName[role];

async function findHealth(search: RouteSearch, candidates: readonly Candidate[]): Promise<Route | undefined> {
  const told = candidates.filter(({ method, path }) => method === 'GET' && healthWord.test(path) && !hasParameter(path));
  const paths = new Map<string, RouteBasis>(told.slice(0, 5).map(({ path, by }) => [path, by]));
  for (const path of healthPaths) if (!paths.has(path)) paths.set(path, 'convention');
  const asked = await Promise.all(
    [...paths].map(async ([path, by]) => {
      const route = routeOf({ method: 'GET', path }, by, '', search.config);
      return { route, answer: route === undefined ? undefined : await ask(search, route) };
    }),
  );
  const well = asked.filter(({ answer }) => answer !== undefined && (isGood(answer) || (answer.status === 503 && isJson(answer))));
  const best = well.find(({ answer }) => answer !== undefined && isJson(answer) && /migration/i.test(answer.body)) ?? well[0];
  return best?.route;
}

async function findAny(search: RouteSearch, candidates: readonly Candidate[], health: Route | undefined): Promise<Route | undefined> {
  const plain = candidates
    .filter(({ method, path }) => method === 'GET' && !hasParameter(path) && !healthWord.test(path) && path !== '/')
    .toSorted((one, other) => Number(besideWord.test(one.path)) - Number(besideWord.test(other.path)));
  const routes = [...filled(plain, search).slice(0, triesForAny), ...(health === undefined ? [] : [health])];
  let refused: Route | undefined;
  for (const route of routes) {
    const answer = await ask(search, route);
    if (answer !== undefined && isGood(answer)) return route;
    if (answer !== undefined && (answer.status === 401 || answer.status === 403)) refused ??= route;
  }
  return refused;
}

/** Routes that refuse whoever brings no token; without any, one that the document says should. */
async function findProtected(search: RouteSearch, candidates: readonly Candidate[]): Promise<readonly Route[]> {
  const rank = (route: Candidate): number => (route.method === 'GET' ? 0 : 4) + (route.secured ? 0 : route.protectedGuess ? 1 : 2);
  const mayTry = (route: Candidate): boolean =>
    route.method === 'GET' || (search.mayPost && route.method === 'POST' && (route.secured || route.protectedGuess));
  const tried = candidates
    .filter((route) => mayTry(route) && !healthWord.test(route.path) && route.path !== '/')
    .toSorted((one, other) => rank(one) - rank(other))
    .slice(0, triesForProtected);
  const answers = await Promise.all(
    tried.map(async (candidate) => {
      const route = filled([candidate], search).map(harmless)[0];
      const answer = route === undefined ? undefined : await ask(search, route, route.tokenIn.in === 'header' ? 'none' : 'garbage');
      return { candidate, route, answer };
    }),
  );
  const pick = (fits: (answer: Exchange, candidate: Candidate) => boolean): readonly Route[] =>
    answers.flatMap(({ route, answer, candidate }) =>
      route !== undefined && answer !== undefined && fits(answer, candidate) ? [route] : [],
    );
  const refusing = pick(({ status }) => status === 401 || status === 403);
  const declaredOpen = pick((answer, { secured }) => isGood(answer) && secured);
  return [...refusing, ...declaredOpen];
}

// A body that fits would set a careless target to work, a model to be paid included; an empty one tells as much about the token.
const harmless = (route: Route): Route => (route.method === 'GET' || route.tokenIn.in !== 'header' ? route : { ...route, body: '{}' });
const mayRepeat = (route: Route): boolean => route.method === 'GET' || route.tokenIn.in === 'header';

const keyOf = ({ method, path }: Route): string => `${method} ${path}`;

/** A token that we can make is worth nothing to a target that wants other claims in it. */
async function canSignIn(search: RouteSearch, guarded: Route | undefined): Promise<boolean> {
  if ('missing' in search.material.kit.make('valid')) return false;
  if (guarded === undefined || !search.needed.has('json-post') || (guarded.method !== 'GET' && !search.mayPost)) return true;
  const answer = await ask(search, harmless(guarded), 'valid');
  return answer === undefined || (answer.status !== 401 && answer.status !== 403);
}

function findJsonPost(candidates: readonly Candidate[], search: RouteSearch, canLogIn: boolean): Route | undefined {
  const rank = (route: Candidate): number =>
    (route.secured && !canLogIn ? 4 : 0) + (hasParameter(route.path) ? 2 : 0) + (route.method === 'POST' ? 0 : 1);
  const taking = candidates.filter(({ takesJson }) => takesJson).toSorted((one, other) => rank(one) - rank(other));
  return filled(taking, search)[0];
}

async function findMetrics(search: RouteSearch, candidates: readonly Candidate[]): Promise<Route | undefined> {
  const told = candidates.filter(({ method, path }) => method === 'GET' && /(?:metrics|prometheus)\/?$/i.test(path) && !hasParameter(path));
  const [first] = filled(told, search);
  for (const { origin, path } of search.metricsAt) {
    const route = routeOf({ method: 'GET', path, origin }, 'code', '', search.config);
    const answer = route === undefined ? undefined : await ask(search, route);
    if (answer?.status === 200 || answer?.status === 401) return route;
  }
  if (first !== undefined) return first;
  for (const path of metricsPaths) {
    const route = routeOf({ method: 'GET', path }, 'convention', '', search.config);
    const answer = route === undefined ? undefined : await ask(search, route);
    const refused = answer?.status === 401 || answer?.status === 403;
    if (answer !== undefined && (refused || (answer.status === 200 && /^# (?:HELP|TYPE) /m.test(answer.body)))) return route;
  }
  return undefined;
}

/** A route whose path names whose data it is. */
function findOwned(search: RouteSearch, candidates: readonly Candidate[]): Route | undefined {
  const rank = (route: Candidate): number => (route.secured || route.protectedGuess ? 0 : 1) + route.path.length / 1000;
  const told = candidates
    .filter(({ method, path }) => method === 'GET' && parametersOf(path).some((name) => ownerWord.test(name)))
    .toSorted((one, other) => rank(one) - rank(other));
  return filled(told, search)[0];
}

const parametersOf = (path: string): readonly string[] =>
  [...path.matchAll(/\{([^}/]+)\}|:([A-Za-z_]\w*)/g)].map(([, braced, colon]) => braced ?? colon ?? '');

async function ask(
  { sender, material }: RouteSearch,
  route: Route,
  token: 'none' | 'garbage' | 'valid' = 'none',
): Promise<Exchange | undefined> {
  const built = buildRequest({ kind: 'http', class: 'passive', route: 'any', token }, route, material);
  const sent = 'outgoing' in built ? await sender.send(built.outgoing) : built;
  return 'found' in sent ? sent.found : undefined;
}

// An answer without an end is not a proper one.
const isGood = ({ status, bodyTruncated }: Exchange): boolean => status >= 200 && status < 300 && !bodyTruncated;
const isJson = ({ headers }: Exchange): boolean => headers.some(([name, value]) => name === 'content-type' && /json/i.test(value));
function filled(candidates: readonly Candidate[], { material, config }: RouteSearch): readonly Route[] {
  return candidates.flatMap((each) => {
    const route = routeOf(each, each.by, material.kit.subject, config);
    return route === undefined ? [] : [route];
  });
}
