// Every answer the load judge can give.
import { describe, expect, it } from 'vitest';
import type { LoadEvidence } from '../../model.ts';
import check from './check.ts';

const held: LoadEvidence = {
  url: 'http://127.0.0.1:8000/',
  model: 'closed',
  connections: 10,
  warmUpMs: 2000,
  durationMs: 10_000,
  requests: 5000,
  failedShare: 0,
  statuses: { '200': 5000 },
  requestsPerSecond: 500,
  p50Ms: 4.2,
  p95Ms: 12,
  p99Ms: 31.4,
  budget: { p99Ms: 300, failedShare: 0.01 },
};
const judge = (changes: Partial<LoadEvidence>) => check.judge.load?.({ ...held, ...changes });

describe('load-tested', () => {
  it('passes with the figures where the budget held', () => {
    const answer = judge({});
    expect(answer).toMatchObject({ verdict: 'pass', findings: [{ place: { kind: 'request', url: held.url } }] });
    expect(JSON.stringify(answer)).toContain(
      'p99 was 31 ms within a budget of 300 ms; p50 4.2 ms, p95 12 ms, 0 % failed, 500 requests per second',
    );
  });

  it('fails where the 99th percentile broke the budget', () => {
    const answer = judge({ p99Ms: 900 });
    expect(answer?.verdict).toBe('fail');
    expect(JSON.stringify(answer)).toContain('p99 was 900 ms, the budget is 300 ms');
  });

  it('fails where too many requests failed, and says how, however fast they did', () => {
    const answer = judge({ failedShare: 1, p99Ms: 1, statuses: { '429': 4990, '200': 10 } });
    expect(answer?.verdict).toBe('fail');
    expect(JSON.stringify(answer)).toContain('4990 × 429, 10 × 200');
  });

  it('holds a budget that is met exactly', () => {
    expect(judge({ p99Ms: 300, failedShare: 0.01 })?.verdict).toBe('pass');
  });

  it('fails where the few requests that were made all failed', () => {
    expect(judge({ requests: 3, failedShare: 1, statuses: { timeout: 3 } })?.verdict).toBe('fail');
  });

  it.each<[string, Partial<LoadEvidence>, string]>([
    ['nothing was answered', { requests: 0, statuses: {} }, 'no answer at all'],
    ['the run was invalid', { invalid: 'the generator was saturated' }, 'saturated'],
    ['there are too few samples', { requests: 99, statuses: { '200': 99 } }, 'too few'],
    ['one request of few failed', { requests: 120, failedShare: 2 / 120 }, 'too few to be a rate'],
  ])('is inconclusive where %s', (_, changes, because) => {
    const answer = judge(changes);
    expect(answer?.verdict).toBe('inconclusive');
    expect(JSON.stringify(answer)).toContain(because);
  });

  it('quotes a URL so that its command stays one command', () => {
    expect(JSON.stringify(judge({ url: "http://127.0.0.1:8000/it's" }))).toContain("curl -i 'http://127.0.0.1:8000/it%27s'");
  });
});
