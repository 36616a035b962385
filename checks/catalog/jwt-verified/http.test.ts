import { expect, test } from 'vitest';
import type { Answer, Check, ProbeOutcome, RouteBasis } from '../../model.ts';
import check from './check.ts';
import { probes } from './http.ts';

const challenge = [['www-authenticate', 'Bearer']] as const;
const answered = (status: number, headers: readonly (readonly [string, string])[] = status === 401 ? challenge : []): ProbeOutcome => ({
  found: {
    kind: 'http',
    request: { kind: 'request', method: 'GET', url: 'http://api.test/me', curl: 'curl' },
    status,
    headers,
    body: '',
    bodyTruncated: false,
    durationMs: 1,
    canaryIn: [],
    secretsSeen: [],
  },
});

function judged(
  changes: Readonly<Record<string, ProbeOutcome>>,
  by: RouteBasis = 'config',
  rest = answered(401),
  further: Readonly<Record<string, ProbeOutcome>> = {},
): Answer | undefined {
  const widened: Check = check;
  const all = Object.fromEntries(Object.keys(probes).map((name) => [name, name === 'valid' ? answered(200) : rest]));
  return widened.judge.http?.({
    baseUrl: 'http://api.test',
    chosen: { protected: 'GET /me' },
    chosenBy: { protected: by },
    requestsSent: 1,
    all: [],
    limits: { headersMs: 1, bodyMs: 1, idleMs: 1 },
    exchanges: { ...all, ...changes },
    further: [{ route: 'GET /plans', exchanges: { ...all, ...further } }],
  });
}
const failing = (message: RegExp) => ({
  verdict: 'fail',
  findings: expect.arrayContaining([expect.objectContaining({ message: expect.stringMatching(message) })]),
});
const unclear = (because: RegExp) => ({ verdict: 'inconclusive', because: expect.stringMatching(because) });

test('a valid token in, every forged one out: pass', () => {
  expect(judged({})).toMatchObject({ verdict: 'pass' });
  expect(judged({ valid: answered(404) })).toMatchObject({ verdict: 'pass' });
  expect(judged({ keyConfusion: { missing: 'a shared secret', doesNotApply: true } })).toMatchObject({ verdict: 'pass' });
  expect(judged({ none: answered(403, []) })).toMatchObject({ verdict: 'pass' });
});

test.each(Object.keys(probes).filter((name) => name !== 'valid' && name !== 'none'))('%s let in, or breaking the target, fails', (name) => {
  expect(judged({ [name]: answered(200) })).toMatchObject(failing(/is accepted with 200/));
  expect(judged({ [name]: answered(500) })).toMatchObject(failing(/answered with 500/));
});

test('a forged token that gets as far as the valid one is accepted, whatever the status', () => {
  expect(judged({ valid: answered(404), wrongKey: answered(404) })).toMatchObject(failing(/answered like the valid one, with 404/));
});

test('a refusal is 401 with its challenge', () => {
  expect(judged({ garbage: answered(401, []) })).toMatchObject(failing(/lacks WWW-Authenticate/));
  const bare = answered(401, []);
  expect(judged({ garbage: bare, algNone: bare, expired: bare, wrongKey: bare })).toMatchObject({
    verdict: 'fail',
    findings: [
      {
        message: '4 kinds of request, a token that is garbage among them, are refused with 401 that lacks WWW-Authenticate',
        related: { length: 3 },
      },
    ],
  });
  expect(judged({ expired: answered(403) })).toMatchObject(failing(/answered with 403/));
});

test('without a valid token that is accepted nothing is proven, and a hole is still one', () => {
  const none: ProbeOutcome = { missing: 'no valid token or signing key was given' };
  expect(judged({ valid: none })).toMatchObject(unclear(/no valid token or signing key/));
  expect(judged({ valid: answered(401) })).toMatchObject(unclear(/valid token is refused with 401/));
  expect(judged({ valid: answered(503) })).toMatchObject(unclear(/answered with 503/));
  expect(judged({ valid: none, algNone: answered(200) })).toMatchObject(failing(/alg: none/));
});

test('what could not be forged is said', () => {
  expect(judged({ expired: { missing: 'the signing key is needed to sign it' } })).toMatchObject(
    unclear(/could not be tried: an expired token \(the signing key/),
  );
  expect(judged({ garbage: answered(429) })).toMatchObject(unclear(/rate limit/));
});

test('a route that lets everybody in fails where it is said to be protected', () => {
  expect(judged({ none: answered(200) })).toMatchObject(failing(/answers 200 without a token/));
  expect(judged({ none: answered(200) }, 'openapi')).toMatchObject(failing(/OpenAPI/));
  expect(judged({ none: answered(200) }, 'code')).toMatchObject(unclear(/routes.protected/));
});

test('a target that answers nothing right does not pass', () => {
  expect(judged({ valid: answered(404) }, 'config', answered(404))).toMatchObject(unclear(/404 without a token/));
  expect(judged({ valid: answered(500) }, 'config', answered(500))).toMatchObject(unclear(/500 without a token/));
  expect(judged({ valid: answered(422) }, 'config', answered(422))).toMatchObject(unclear(/422 without a token/));
});

test('a further route counts: a hole there fails, and one for others only is let off', () => {
  const at = (further: Readonly<Record<string, ProbeOutcome>>): Answer | undefined => judged({}, 'config', answered(401), further);
  expect(at({})).toMatchObject({ verdict: 'pass', findings: [{ message: expect.stringContaining('GET /me, GET /plans') }] });
  expect(at({ algNone: answered(200) })).toMatchObject(failing(/alg: none.* is accepted with 200/));
  expect(at({ none: answered(200) })).toMatchObject(failing(/without a token is accepted/));
  expect(at({ valid: answered(403), none: answered(401, []) })).toMatchObject({ verdict: 'pass' });
});
