// How several witnesses settle into one verdict, and what stands in for a witness that could not look.
import { expect, test } from 'vitest';
import { fail, inconclusive, notApplicable, pass } from './answer.ts';
import { audit, type GatheredEvidence } from './audit.ts';
import type { Answer, Check, CodeEvidence, EnvironmentEvidence, Finding } from './model.ts';

const seen: Finding = { message: 'seen', place: { kind: 'file', path: 'a.ts', line: 1, column: 1 } };
const asked = { missing: 'it did not answer' } as const;
const notAsked = { missing: 'nobody asked', notAsked: true } as const;
const code: CodeEvidence = {
  units: [],
  coverage: { filesRead: 0, filesParsed: 0, leftOut: [], unreadable: [], blindSpots: [] },
  secrets: [],
  containers: { images: [], composed: [], unreadable: [] },
};
const environment: EnvironmentEvidence = { sources: [], variables: [], expected: [] };

const check = (judge: Check['judge']): Check => ({
  id: 'x',
  tier: 'testflight',
  title: '',
  why: '',
  fix: '',
  refs: [],
  mentions: ['Token'],
  judge,
});

function verdictOf(judge: Check['judge'], given: Partial<GatheredEvidence> = {}) {
  const evidence: GatheredEvidence = {
    code: { found: code },
    environment: { found: environment },
    boot: notAsked,
    load: notAsked,
    migrations: notAsked,
    database: notAsked,
    backup: notAsked,
    http: () => notAsked,
    ...given,
  };
  const [result] = audit([check(judge)], evidence);
  return result && { verdict: result.verdict, because: result.because };
}
const says = (answer: Answer) => () => answer;

test.each([
  [[pass(seen), fail(seen)], 'fail'],
  [[pass(seen), inconclusive('why')], 'inconclusive'],
  [[inconclusive('why'), fail(seen)], 'fail'],
  [[pass(seen), notApplicable('why')], 'pass'],
  [[notApplicable('why'), notApplicable('why')], 'not-applicable'],
] as const)('%o settle to %s', ([first, second], verdict) => {
  expect(verdictOf({ code: says(first), environment: says(second) })?.verdict).toBe(verdict);
});

test('evidence that was asked for and is missing keeps a check from passing; evidence nobody asked for does not', () => {
  expect(verdictOf({ code: says(pass(seen)), boot: says(pass(seen)) }, { boot: asked })).toEqual({
    verdict: 'inconclusive',
    because: 'it did not answer',
  });
  expect(verdictOf({ code: says(pass(seen)), boot: says(fail(seen)) })?.verdict).toBe('pass');
  expect(verdictOf({ boot: says(pass(seen)) })).toEqual({ verdict: 'inconclusive', because: 'nobody asked' });
});

test('a judge that throws is inconclusive and stops nothing', () => {
  const broken = () => {
    throw new Error('boom');
  };
  expect(verdictOf({ code: broken, environment: says(pass(seen)) })).toEqual({
    verdict: 'inconclusive',
    because: 'this judge broke: boom',
  });
  expect(verdictOf({ code: broken, environment: says(fail(seen)) })?.verdict).toBe('fail');
});

test('neither a pass nor the absence of the matter holds where a file of the service that mentions the matter could not be read', () => {
  const blind = (words: readonly string[]) => ({
    code: { found: { ...code, coverage: { ...code.coverage, blindSpots: [{ path: 'b.js', words }] } } },
  });
  expect(verdictOf({ code: says(pass(seen)) }, blind(['token']))).toEqual({
    verdict: 'inconclusive',
    because: 'what was read is fine, but b.js could not be read',
  });
  expect(verdictOf({ code: says(pass(seen)) }, blind(['cors']))?.verdict).toBe('pass');
  expect(verdictOf({ code: says(fail(seen)) }, blind(['token']))?.verdict).toBe('fail');
  expect(verdictOf({ code: says(notApplicable('no token is taken')) }, blind(['token']))).toEqual({
    verdict: 'inconclusive',
    because: 'no token is taken, but b.js could not be read',
  });
  expect(verdictOf({ code: says(notApplicable('no token is taken')) }, blind(['cors']))?.verdict).toBe('not-applicable');
});

test('a service that is made with a framework nobody reads leaves no check without an answer', () => {
  const unread = [{ path: 'b.py', words: [], because: 'makes one with X, which is not read' }];
  const found = { ...code, coverage: { ...code.coverage, blindSpots: unread } };
  expect(verdictOf({ code: says(notApplicable('no service was found')) }, { code: { found } })).toEqual({
    verdict: 'inconclusive',
    because: 'no service was found, but b.py makes one with X, which is not read',
  });
});

test('a judge that broke on one service is told, whatever the others showed', () => {
  const byUnit = { ofUnit: () => ({ bad: [], good: [seen] }), ofAll: () => pass(seen) };
  const judge = { code: Object.assign(() => fail(seen), { byUnit }) };
  const shown = [{ x: { bad: [], good: [seen] } }, { x: { broke: 'no such thing' } }];
  expect(verdictOf(judge, { shown })).toMatchObject({ verdict: 'inconclusive', because: 'this judge broke: no such thing' });
  expect(verdictOf(judge, { shown: shown.slice(0, 1) })).toMatchObject({ verdict: 'pass' });
  expect(verdictOf(judge)).toMatchObject({ verdict: 'fail' });
});
