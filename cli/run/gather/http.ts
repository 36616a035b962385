// What the HTTP gatherer is told: probes of the checks, routes the code knows, and the operator's settings.
import { readFileSync } from 'node:fs';
import { gatherHttp, type HttpRun } from '../../../checks/evidence/http/gather.ts';
import type { HttpConfig, HttpOptions, KnownRoute, RouteSpec } from '../../../checks/evidence/http/options.ts';
import type { Check, CodeEvidence, Expression, Gathered, SourceNames, Unit } from '../../../checks/model.ts';
import { defaults, type Settings } from '../../config/settings.ts';
import { interrupted } from '../../interrupt.ts';
import { Problem } from '../../problem.ts';
import { toolVersion } from '../../version.ts';
import type { KnownEnvironment } from './environment.ts';
import { listenersForMetrics } from './metrics-elsewhere.ts';
import { proxyOf } from './proxy.ts';

export interface HttpRequest {
  readonly settings: Settings;
  readonly config: HttpConfig;
  readonly checks: readonly Check[];
  readonly code: Gathered<CodeEvidence>;
  readonly environment: KnownEnvironment;
  /** A load run follows, which a limit that was just exhausted would spoil. */
  readonly load?: boolean;
}

/** Options for one service; tokens and keys are looked up by the names in the settings. */
export function httpOptions(baseUrl: string, { settings, config, checks, code, environment, load }: HttpRequest): HttpOptions {
  const probing = checks.filter((check) => check.judge.http !== undefined);
  return {
    baseUrl,
    probes: Object.fromEntries(probing.map((check) => [check.id, check.probes ?? {}])),
    config: { ...config, ...proxyOf(settings, baseUrl, environment.values) },
    knownSecrets: environment.secrets,
    routes: 'found' in code ? code.found.units.flatMap(knownRoutes) : [],
    ...('found' in code && code.found.units.length > 0 ? { source: namesIn(code.found.units) } : {}),
    metricsAt: 'found' in code ? listenersForMetrics(code.found, environment.values) : [],
    allow: { active: settings.allow.includes('active'), destructive: settings.allow.includes('destructive') },
    ...(load === true
      ? {
          noBurst:
            'a load run follows, which a limit just exhausted would spoil: audit once without --load, or give the load run a start of its own (load.environment)',
        }
      : {}),
    version: toolVersion(),
    signal: interrupted,
  };
}

/** Some judges of answers need to know what a service has at all. */
const namesIn = (units: readonly Unit[]): SourceNames => ({
  packages: [...new Set(units.flatMap((unit) => unit.imports().map(({ module }) => module)))].filter((module) => !module.startsWith('.')),
  variables: [...new Set(units.flatMap((unit) => unit.environmentReads.map(({ name }) => name)))],
});

/** Sends every probe to a service that listens. */
export const probe = (baseUrl: string, request: HttpRequest): Promise<Gathered<HttpRun>> => gatherHttp(httpOptions(baseUrl, request));

/** The operator's part; a Problem where a token or key is named and can't be had. */
export function httpConfig({ auth, routes, limits, requests, allowedOrigins }: Settings, values: ReadonlyMap<string, string>): HttpConfig {
  const token = secretNamed(auth.tokenEnv, values);
  const signingKey = auth.signingKeyFile === undefined ? secretNamed(auth.signingKeyEnv, values) : keyIn(auth.signingKeyFile);
  const { audience, issuer, subject, tokenIn, jwksUrl, second } = auth;
  const secondToken = second?.tokenEnv === undefined ? undefined : secretNamed(second.tokenEnv, values);
  const headers = Object.entries(auth.headers ?? {}).flatMap(([name, variable]) => {
    const value = secretNamed(variable, values);
    return value === undefined ? [] : [[name, value] as const];
  });
  return {
    allowedOrigins,
    ...(token === undefined ? {} : { token }),
    ...(signingKey === undefined ? {} : { signingKey }),
    ...(jwksUrl === undefined ? {} : { jwks: jwksUrl }),
    ...(audience === undefined ? {} : { audience }),
    ...(issuer === undefined ? {} : { issuer }),
    ...(subject === undefined ? {} : { subject }),
    ...(tokenIn === undefined ? {} : { tokenIn }),
    ...(second === undefined ? {} : { second: secondOf(second.subject, secondToken) }),
    ...(headers.length === 0 ? {} : { headers: Object.fromEntries(headers) }),
    routes: routesOf(routes, values),
    limits,
    ...(requests.budget === undefined ? {} : { requestBudget: requests.budget }),
    ...(requests.perSecond === undefined ? {} : { ratePerSecond: requests.perSecond }),
    ...(requests.timeoutMs === undefined ? {} : { timeoutMs: requests.timeoutMs }),
    ...(requests.patienceMs === undefined ? {} : { patienceMs: requests.patienceMs }),
    ...(requests.http2 === undefined ? {} : { http2: requests.http2 }),
  };
}

type RouteSetting = NonNullable<Settings['routes']['any']>;

function routesOf(
  { jsonPost, metrics, ...read }: Settings['routes'],
  values: ReadonlyMap<string, string>,
): NonNullable<HttpConfig['routes']> {
  const reads = Object.entries(read).map(([role, setting]) => [role, routeSpec(setting, 'GET')] as const);
  return {
    ...Object.fromEntries(reads),
    ...(metrics === undefined ? {} : { metrics: metricsSpec(metrics, values) }),
    ...(jsonPost === undefined ? {} : { 'json-post': routeSpec(jsonPost, 'POST') }),
  };
}

function metricsSpec(setting: NonNullable<Settings['routes']['metrics']>, values: ReadonlyMap<string, string>): RouteSpec {
  if (typeof setting === 'string') return routeSpec(setting, 'GET');
  const url = 'url' in setting ? new URL(setting.url) : undefined;
  const name = 'tokenEnv' in setting ? setting.tokenEnv : undefined;
  const bearer = name === undefined ? undefined : secretNamed(name, values);
  if (url === undefined && bearer === undefined && 'path' in setting) return routeSpec(setting, 'GET');
  return {
    method: 'GET',
    path: url === undefined ? ('path' in setting ? setting.path : '/metrics') : `${url.pathname}${url.search}`,
    ...(url === undefined ? {} : { origin: url.origin }),
    ...(bearer === undefined ? {} : { bearer }),
  };
}

function routeSpec(setting: RouteSetting, method: string): RouteSpec {
  if (typeof setting === 'string') {
    const [first = '', second] = setting.split(' ');
    return second === undefined ? { method, path: first } : { method: first, path: second };
  }
  const { path, body, tokenIn } = setting;
  return {
    method: setting.method ?? method,
    path,
    ...(body === undefined ? {} : { body }),
    ...(tokenIn === undefined ? {} : { tokenIn }),
  };
}

const secondOf = (subject: string | undefined, token: string | undefined) => ({
  ...(subject === undefined ? {} : { subject }),
  ...(token === undefined ? {} : { token }),
});

function keyIn(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new Problem(`can't read the signing key in ${file}`);
  }
}

/** A Problem where the user named a variable that nobody set: without it forged tokens would quietly not be made. */
function secretNamed(name: string, values: ReadonlyMap<string, string>): string | undefined {
  const value = process.env[name] ?? values.get(name);
  if (value !== undefined && value !== '') return value;
  if (name === defaults.auth.tokenEnv || name === defaults.auth.signingKeyEnv) return undefined;
  throw new Problem(`${name}, named for a test token or key, is not set here nor in an env file given`);
}

function knownRoutes(unit: Unit): readonly KnownRoute[] {
  return unit.routes
    .filter(({ path, method }) => !path.includes('?') && method !== '*')
    .map(({ method, path, before }) => ({ method, path, protectedGuess: before.some((expression) => asksForToken(unit, expression)) }));
}

const guardWords = /auth|token|jwt|bearer|session|user|login|signed|protect|guard|security/i;

function asksForToken(unit: Unit, expression: Expression): boolean {
  return unit.symbols(expression).some((symbol) => guardWords.test(symbol.split(/[.:/]/).slice(-2).join('.')));
}
