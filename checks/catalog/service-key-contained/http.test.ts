import { expect, test } from 'vitest';
import type { Answer, Check, Exchange } from '../../model.ts';
import check from './check.ts';

const answer = (status: number, secretsSeen: readonly string[] = []): Exchange => ({
  kind: 'http',
  request: { kind: 'request', method: 'GET', url: 'http://api.test/x', curl: 'curl' },
  status,
  headers: [],
  body: '',
  bodyTruncated: false,
  durationMs: 1,
  canaryIn: [],
  secretsSeen,
});
function judged(all: readonly Exchange[], secretsKnown?: number): Answer | undefined {
  const widened: Check = check;
  const limits = { headersMs: 1, bodyMs: 1, idleMs: 1 };
  return widened.judge.http?.({
    baseUrl: 'http://api.test',
    chosen: { any: 'GET /x' },
    requestsSent: all.length,
    all,
    limits,
    exchanges: {},
    ...(secretsKnown === undefined ? {} : { secretsKnown }),
  });
}

test('a secret in any answer fails, named once per request, with or without an environment', () => {
  const all = [answer(200), answer(500, ['SERVICE_KEY']), answer(500, ['SERVICE_KEY'])];
  expect(judged(all, 3)).toMatchObject({ verdict: 'fail', findings: [{ message: 'the 500 answer carries SERVICE_KEY' }] });
  expect(judged(all)).toMatchObject({ verdict: 'fail' });
});

test('clean answers pass where it is known what to look for', () => {
  expect(judged([answer(200), answer(404)], 3)).toMatchObject({ verdict: 'pass' });
  expect(judged([answer(200)])).toMatchObject({ verdict: 'inconclusive', because: expect.stringContaining('--env-file') });
});

test('a target that answers nothing right does not pass', () => {
  expect(judged([answer(404), answer(500)], 3)).toMatchObject({ verdict: 'inconclusive' });
  expect(judged([{ ...answer(200), bodyTruncated: true }], 3)).toMatchObject({ verdict: 'inconclusive' });
  expect(judged([], 3)).toMatchObject({ verdict: 'inconclusive' });
});
