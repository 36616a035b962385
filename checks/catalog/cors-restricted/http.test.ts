import { expect, test } from 'vitest';
import type { Answer, Check, OriginRole, ProbeOutcome } from '../../model.ts';
import check from './check.ts';
import { probes } from './http.ts';

const allowedOrigin = 'https://app.example';
type Server = (origin: string | undefined, method: string) => Readonly<Record<string, string>>;
interface Situation {
  readonly knowsAllowed?: boolean;
  readonly status?: number;
  readonly without?: string;
}

const origins: Readonly<Record<OriginRole, string | undefined>> = {
  none: undefined,
  null: 'null',
  stranger: 'https://stranger.example',
  suffixed: 'https://app.example.stranger.example',
  prefixed: 'https://strangerapp.example',
  downgraded: 'http://app.example',
  'other-port': 'https://app.example:8443',
  allowed: allowedOrigin,
};

function judged(server: Server, { knowsAllowed = true, status = 200, without }: Situation = {}): Answer | undefined {
  const outcomes = Object.entries(probes).map(([name, { origin: role = 'none', method = 'GET' }]): [string, ProbeOutcome] => {
    const origin = origins[role];
    if (name === without || (!knowsAllowed && !['none', 'null', 'stranger'].includes(role))) return [name, { missing: 'it was not sent' }];
    const request = { kind: 'request', method, url: 'http://api.test/x', curl: 'curl' } as const;
    const answer = { kind: 'http', status, headers: Object.entries(server(origin, method)), body: '', bodyTruncated: false } as const;
    return [
      name,
      { found: { ...answer, request, durationMs: 1, canaryIn: [], secretsSeen: [], ...(origin === undefined ? {} : { origin }) } },
    ];
  });
  const widened: Check = check;
  const limits = { headersMs: 1, bodyMs: 1, idleMs: 1 };
  const exchanges = Object.fromEntries(outcomes);
  return widened.judge.http?.({ baseUrl: 'http://api.test', chosen: { any: 'GET /x' }, requestsSent: 1, all: [], limits, exchanges });
}

const admit = (origin: string | undefined, credentials = false): Readonly<Record<string, string>> => ({
  ...(origin === undefined ? {} : { 'access-control-allow-origin': origin }),
  ...(credentials ? { 'access-control-allow-credentials': 'true' } : {}),
  vary: 'Accept-Encoding, Origin',
});
const strict: Server = (origin) => (origin === allowedOrigin ? admit(origin) : { vary: 'Origin' });
const closed: Server = () => ({});

test.each<[string, Server, RegExp]>([
  ['any origin', () => ({ 'access-control-allow-origin': '*' }), /^any origin is admitted: .* is \* \(request/],
  ['every origin echoed', (origin) => admit(origin, true), /nobody named is admitted: https:\/\/stranger.example, with credentials/],
  ['null', (origin, method) => (origin === 'null' ? admit('null') : strict(origin, method)), /the origin null/],
  ['an open end', (origin) => (origin?.startsWith(allowedOrigin) === true ? admit(origin) : {}), /domain after it/],
  ['an open start', (origin) => (origin?.endsWith('app.example') === true ? admit(origin) : {}), /word before it/],
  ['any scheme', (origin) => (origin?.endsWith('//app.example') === true ? admit(origin) : {}), /over plain http/],
  ['any port', (origin) => (/^https:\/\/app\.example(:\d+)?$/.test(origin ?? '') ? admit(origin) : {}), /another port/],
  ['preflights only', (origin, method) => (method === 'OPTIONS' ? admit(origin) : strict(origin, method)), /\(preflight\)/],
  ['an echo without Vary', (origin) => (origin === allowedOrigin ? { 'access-control-allow-origin': origin } : {}), /no Vary: Origin/],
])('%s fails', (_, server, message) => {
  const answer = judged(server);
  expect(answer).toMatchObject({
    verdict: 'fail',
    findings: expect.arrayContaining([expect.objectContaining({ message: expect.stringMatching(message) })]),
  });
});

test('an exact list passes, and so does one fixed origin without Vary', () => {
  expect(judged(strict)).toMatchObject({ verdict: 'pass' });
  expect(judged(() => ({ 'access-control-allow-origin': allowedOrigin }))).toMatchObject({ verdict: 'pass' });
});

test('where the allowed origin is refused too, refusals prove nothing', () => {
  expect(judged(closed)).toMatchObject({ verdict: 'inconclusive', because: expect.stringContaining('is not admitted') });
  const simpleOnly: Server = (origin, method) => (method === 'OPTIONS' ? {} : strict(origin, method));
  expect(judged(simpleOnly)).toMatchObject({
    verdict: 'inconclusive',
    because: expect.stringContaining('a preflight from the allowed origin'),
  });
});

test('without a known allowed origin only a server without any CORS passes', () => {
  expect(judged(closed, { knowsAllowed: false })).toMatchObject({ verdict: 'pass' });
  expect(judged(strict, { knowsAllowed: false })).toMatchObject({
    verdict: 'inconclusive',
    because: expect.stringContaining('allowedOrigins'),
  });
  expect(judged(() => ({ 'access-control-allow-origin': '*' }), { knowsAllowed: false })).toMatchObject({ verdict: 'fail' });
});

test('a route that is not there, or a target that is broken, proves nothing', () => {
  expect(judged(closed, { status: 404, knowsAllowed: false })).toMatchObject({ verdict: 'inconclusive' });
  expect(judged(strict, { status: 500 })).toMatchObject({ verdict: 'inconclusive' });
  expect(judged(strict, { without: 'suffixedSimple' })).toMatchObject({
    verdict: 'inconclusive',
    because: expect.stringContaining('suffixedSimple'),
  });
});
