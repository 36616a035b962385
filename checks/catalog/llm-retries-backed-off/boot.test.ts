// Calls as a failing model saw them: pauses that grow, that are too short, that never change, that do not listen.
import { expect, test } from 'vitest';
import type { BootEvidence, LlmAttempt, LlmDrill } from '../../model.ts';
import { judgeBoot } from './boot.ts';

const request = { kind: 'request', method: 'POST', url: 'http://127.0.0.1/ask', curl: 'curl' } as const;
const attempt = (...calls: readonly (readonly [number, number])[]): LlmAttempt => ({
  status: 200,
  tookMs: 1,
  calls: calls.map(([atMs, answered]) => ({ atMs, answered })),
});
const grows = attempt([0, 503], [480, 503], [1_400, 200]);
const once = attempt([0, 503]);

function answer(llm: Partial<LlmDrill> | BootEvidence['llm']) {
  const found = { variable: 'OPENAI_BASE_URL', request, retried: [], outage: [], ...llm };
  return judgeBoot({
    command: 'node x',
    start: { kind: 'listening', afterMs: 1, url: 'http://127.0.0.1:1' },
    logLines: [],
    logLinesTruncated: false,
    drills: [],
    llm: llm !== undefined && 'missing' in llm ? llm : { found },
  });
}
const message = (llm: Partial<LlmDrill>): string => {
  const given = answer(llm);
  return 'findings' in given ? given.findings.map((finding) => finding.message).join('; ') : given.because;
};

test.each<[string, Partial<LlmDrill>, string]>([
  ['growing pauses', { retried: [grows, grows], toldToWait: { ...attempt([0, 429], [1_050, 200]), retryAfterMs: 1_000 } }, 'pass'],
  ['one retry after a pause', { retried: [attempt([0, 503], [430, 503])] }, 'pass'],
  ['random pauses', { retried: [attempt([0, 503], [300, 503], [450, 200]), attempt([0, 503], [120, 503], [900, 200])] }, 'pass'],
  ['no retry', { retried: [once, once] }, 'fail'],
  ['no pause', { retried: [attempt([0, 503], [4, 503], [9, 200])] }, 'fail'],
  ['a loop of its own without a pause', { retried: [grows], outage: [attempt([0, 500], [6, 500], [11, 500])] }, 'fail'],
  ['the same pause always', { retried: Array.from({ length: 2 }, () => attempt([0, 503], [500, 503], [1_001, 200])) }, 'fail'],
  ['deaf to Retry-After', { retried: [grows], toldToWait: { ...attempt([0, 429], [450, 200]), retryAfterMs: 1_000 } }, 'fail'],
  ['no end', { retried: [grows], outage: [attempt(...Array.from({ length: 14 }, (_, at) => [at * 400, 500] as const))] }, 'fail'],
])('%s', (_, llm, verdict) => {
  expect(answer(llm).verdict).toBe(verdict);
});

test('the message says the pauses seen', () => {
  expect(message({ retried: [grows, grows] })).toBe('a failed call is tried again after 480 ms, then 920 ms');
});

test('a service without a model, and one that could not be tried', () => {
  expect(answer({ missing: 'the code calls no model', doesNotApply: true }).verdict).toBe('not-applicable');
  expect(answer({ missing: 'no request is known' }).verdict).toBe('inconclusive');
});
