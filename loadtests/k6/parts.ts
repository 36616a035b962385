// The parts of a scenario as constants of a k6 script: feeds, users, journeys, and whose turn it is.

import { inTurnByWeight } from '../open/turns.ts';
import type { Auth, AuthCall, AuthJwt } from '../scenario/auth-schema.ts';
import type { Scenario, ScenarioStep } from '../scenario/schema.ts';
import { durationMs } from '../thresholds/parse.ts';
import { signing } from './runtime.ts';

/** Files that the script reads, which have to lie where it says. */
export function filesOf({ feeds = {} }: Scenario): readonly string[] {
  return Object.values(feeds).flatMap((feed) => ('file' in feed ? [feed.file] : []));
}

export function feedsOf({ feeds = {} }: Scenario): string {
  const lines = Object.entries(feeds).map(([name, feed]) => {
    const key = JSON.stringify(name);
    return `  ${key}: { rows: new SharedArray(${key}, () => ${rowsOf(feed)}), order: ${JSON.stringify(feed.order ?? 'in-turn')} },`;
  });
  return lines.length === 0 ? '{}' : `{\n${lines.join('\n')}\n}`;
}

function rowsOf(feed: NonNullable<Scenario['feeds']>[string]): string {
  if ('rows' in feed) return JSON.stringify(feed.rows);
  if ('count' in feed) return `numbered(${feed.count})`;
  const text = `open(${JSON.stringify(feed.file)})`;
  const rows = feed.file.endsWith('.json') ? `JSON.parse(${text})` : `csvRows(${text})`;
  return feed.numbers === undefined ? rows : `withNumbers(${rows}, ${JSON.stringify(feed.numbers)})`;
}

/** Helpers that the feeds need, before them in the script. */
export const feedHelpers = String.raw`const uuid = () => 'xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx'.replace(/x/g, () => Math.floor(Math.random() * 16).toString(16));
const numbered = (count) =>
  Array.from({ length: count }, (_, at) => ({
    number: at + 1,
    id: '00000000-0000-4000-8000-' + String(at + 1).padStart(12, '0'),
    newId: uuid(),
  }));
const withNumbers = (rows, columns) =>
  rows.map((row) => ({ ...row, ...Object.fromEntries(columns.map((column) => [column, Number(row[column])])) }));
function csvRows(text) {
  const all = [];
  let row = [];
  for (const [, quoted, plain = '', end] of text.replace(/^\uFEFF/, '').matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|$)/g)) {
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    if (row.length > 1 || row[0] !== '') all.push(row);
    row = [];
  }
  const [header, ...lines] = all;
  return lines.map((fields) => Object.fromEntries(header.map((column, at) => [column, fields[at]])));
}`;

/** Who the requests come from. */
export function authOf({ auth }: Scenario): string {
  if (auth?.users === undefined) return 'null';
  const { users, token, login, refresh, jwt } = auth;
  const calls = Object.fromEntries(
    Object.entries({ login, refresh }).flatMap(([name, call]) => (call === undefined ? [] : [[name, callOf(call)]])),
  );
  const signed = jwt === undefined ? {} : { jwt: { claims: JSON.stringify(jwt.claims) } };
  return JSON.stringify({ users, ...(token !== undefined && { token }), ...calls, ...signed }, null, 2);
}

function callOf({ url, request, headers = {}, body, extract }: AuthCall): object {
  const [method = 'POST', path = '/'] = request.split(' ');
  return {
    method,
    path,
    ...(url !== undefined && { url: url.replace(/\/$/, '') }),
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    body: body === undefined ? null : JSON.stringify(body),
    extract: Object.fromEntries(Object.entries(extract).map(([name, path]) => [name, path.replace(/^\$\.?/, '')])),
  };
}

/** How tokens are signed in the script; k6 signs with what WebCrypto knows there. */
export function signingOf(jwt: AuthJwt | undefined): readonly string[] {
  if (jwt === undefined) return [];
  const { algorithm, keyEnv, keyFile = '', keyId, lifetime = '1h' } = jwt;
  const named = {
    ES256: { name: 'ECDSA', namedCurve: 'P-256', hash: { name: 'SHA-256' } },
    RS256: { name: 'RSASSA-PKCS1-v1_5', hash: { name: 'SHA-256' } },
  };
  const known = algorithm === 'ES256' || algorithm === 'RS256' ? named[algorithm] : undefined;
  return [
    // In a pod there is no such file: SIGNING_KEY holds what it would.
    `const key = ${keyEnv === undefined ? `__ENV.SIGNING_KEY || open(${JSON.stringify(keyFile)}.replace(/\\{\\{\\s*env\\.(\\w+)\\s*\\}\\}/g, (_, name) => __ENV[name]))` : `__ENV.${keyEnv}`};`,
    `const header = ${JSON.stringify({ alg: algorithm, typ: 'JWT', ...(keyId !== undefined && { kid: keyId }) })};`,
    `const lifetimeSeconds = ${Math.round((durationMs(lifetime) ?? 3_600_000) / 1000)};`,
    ...(known === undefined ? [] : [`const algorithm = ${JSON.stringify(known)};`]),
    (signing.both ?? '').trim(),
    (known === undefined ? (signing.HS256 ?? '') : (signing.asymmetric ?? '')).trim(),
  ];
}

/** The header that carries a token, as a template. */
export function tokenHeader(auth: Auth | undefined): Readonly<Record<string, string>> {
  if (auth === undefined) return {};
  const { env, header = 'authorization', scheme = 'Bearer' } = auth;
  const token = env === undefined ? '{{auth.token}}' : `{{env.${env}}}`;
  return { [header.toLowerCase()]: scheme === '' ? token : `${scheme} ${token}` };
}

export function journeysOf({ journeys, headers, auth }: Scenario): readonly object[] {
  const common = { ...headers, ...tokenHeader(auth) };
  return journeys.map(({ name, steps }) => ({ name, steps: steps.map((step) => stepOf(step, common)) }));
}

// The order in which this tool takes them; weights that are no short row of whole turns come out within a thousandth.
const mostTurns = 1000;
export function turnsOf({ journeys }: Scenario): readonly number[] {
  const weights = journeys.map(({ weight = 1 }) => weight);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const next = inTurnByWeight(weights.map((weight, index) => ({ weight, index })));
  return Array.from({ length: Number.isInteger(total) ? Math.min(total, mostTurns) : mostTurns }, () => next().index);
}

function stepOf(step: ScenarioStep, common: Readonly<Record<string, string>>): object {
  const [method = 'GET', path = '/'] = step.request.split(' ');
  const route = step.route ?? step.request;
  const given = Object.entries({ ...common, ...step.headers }).map(([name, value]) => [name.toLowerCase(), value]);
  return {
    name: step.name ?? route,
    route,
    method,
    path,
    headers: {
      ...(step.body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(step.idempotencyKey === true ? { 'idempotency-key': '{{uuid}}' } : {}),
      ...Object.fromEntries(given),
    },
    body: step.body === undefined ? null : JSON.stringify(step.body),
    expect: (step.expect ?? ['2xx' as const]).map((each) =>
      typeof each === 'number' ? each : { min: Number(each[0]) * 100, max: Number(each[0]) * 100 + 99 },
    ),
    extract: Object.fromEntries(Object.entries(step.extract ?? {}).map(([name, path]) => [name, path.replace(/^\$\.?/, '')])),
    thinkSeconds: (durationMs(step.think ?? '0s') ?? 0) / 1000,
  };
}
