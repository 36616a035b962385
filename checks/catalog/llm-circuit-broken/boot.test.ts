// What requests to a service with a failing model led to: calls without end, a breaker, or nothing that could be told.
import { expect, test } from 'vitest';
import type { LlmAttempt, LlmDrill } from '../../model.ts';
import { judgeBoot } from './boot.ts';

const request = { kind: 'request', method: 'POST', url: 'http://127.0.0.1/ask', curl: 'curl' } as const;
const called: LlmAttempt = { status: 503, tookMs: 40, calls: [{ atMs: 1, answered: 500 }] };
const spared: LlmAttempt = { status: 503, tookMs: 2, calls: [] };
const times = (count: number, attempt: LlmAttempt): readonly LlmAttempt[] => Array.from({ length: count }, () => attempt);

test.each<[string, Partial<LlmDrill>, string]>([
  ['opens and closes again', { outage: [called, called, called, spared, spared], recovery: { waitedMs: 900, recovered: true } }, 'pass'],
  ['was open already', { retried: [called], outage: [spared, spared], recovery: { waitedMs: 900, recovered: true } }, 'pass'],
  ['never opens', { outage: times(12, called) }, 'fail'],
  ['does not come back', { outage: [called, spared, spared], recovery: { waitedMs: 35_000, recovered: false } }, 'inconclusive'],
  ['could be asked too seldom', { outage: times(3, called) }, 'inconclusive'],
  ['never called', { outage: [spared, spared], recovery: { waitedMs: 1, recovered: true } }, 'inconclusive'],
])('%s', (_, llm, verdict) => {
  const found = { variable: 'OPENAI_BASE_URL', request, retried: [], outage: [], ...llm };
  const start = { kind: 'listening', afterMs: 1, url: 'http://127.0.0.1:1' } as const;
  const answer = judgeBoot({ command: 'node x', start, logLines: [], logLinesTruncated: false, drills: [], llm: { found } });
  expect(answer.verdict).toBe(verdict);
});
