// Every answer the load judge can give.
import { describe, expect, it } from 'vitest';
import type { LoadEvidence, MeasuredThreshold } from '../../model.ts';
import check from './check.ts';

const p99: MeasuredThreshold = {
  text: 'http_req_duration: p(99)<=300',
  unit: 'ms',
  operator: '<=',
  limit: 300,
  observed: 31.4,
  generatorDelay: 2,
  samples: 5000,
  samplesNeeded: 300,
};
const failedShare: MeasuredThreshold = {
  text: 'http_req_failed: rate<=0.01',
  unit: 'share',
  operator: '<=',
  limit: 0.01,
  observed: 0,
  generatorDelay: 0,
  samples: 5000,
  samplesNeeded: 300,
  hits: 0,
};
const held: LoadEvidence = {
  url: 'http://127.0.0.1:8000/',
  model: 'open',
  connections: 10,
  askedPerSecond: 500,
  warmUpMs: 2000,
  durationMs: 10_000,
  requests: 5000,
  failedShare: 0,
  statuses: { '200': 5000 },
  requestsPerSecond: 500,
  p50Ms: 4.2,
  p95Ms: 12,
  p99Ms: 31.4,
  thresholds: [p99, failedShare],
  doubts: [],
};
const judge = (changes: Partial<LoadEvidence>) => check.judge.load?.({ ...held, ...changes });
const withP99 = (changes: Partial<MeasuredThreshold>) => ({ thresholds: [{ ...p99, ...changes }] });
const withFailures = (hits: number, samples: number) => ({
  requests: samples,
  failedShare: hits / samples,
  statuses: { '200': samples - hits, '503': hits },
  thresholds: [{ ...failedShare, observed: hits / samples, hits, samples }],
});

describe('load-tested', () => {
  it('passes with the figures where every threshold held', () => {
    const answer = judge({});
    expect(answer).toMatchObject({ verdict: 'pass', findings: [{ place: { kind: 'request', url: held.url } }, {}] });
    expect(JSON.stringify(answer)).toContain(
      'held http_req_duration: p(99)<=300 (was 31 ms); p50 4.2 ms, p95 12 ms, p99 31 ms, 0 % failed',
    );
    expect(JSON.stringify(answer)).toContain('held http_req_failed: rate<=0.01 (was 0 %)');
  });

  it('fails where a percentile broke its threshold', () => {
    const answer = judge(withP99({ observed: 900 }));
    expect(answer?.verdict).toBe('fail');
    expect(JSON.stringify(answer)).toContain('broke http_req_duration: p(99)<=300 (was 900 ms)');
  });

  it('fails where too many requests failed, and says how', () => {
    const answer = judge(withFailures(60, 5000));
    expect(answer?.verdict).toBe('fail');
    expect(JSON.stringify(answer)).toContain('4940 × 200, 60 × 503');
  });

  it('holds a threshold that is met exactly', () => {
    expect(judge(withP99({ observed: 300 }))?.verdict).toBe('pass');
    expect(judge(withP99({ observed: 300, operator: '<' }))?.verdict).not.toBe('pass');
  });

  it.each<[MeasuredThreshold['operator'], number, string]>([
    ['>', 99, 'fail'],
    ['>', 101, 'pass'],
    ['>=', 100, 'pass'],
    ['==', 100, 'pass'],
    ['==', 99, 'fail'],
    ['!=', 99, 'pass'],
    ['!=', 100, 'fail'],
  ])('knows that count%s100 of %i is a %s', (operator, observed, verdict) => {
    const count: MeasuredThreshold = { ...p99, text: 'http_reqs', unit: 'count', operator, limit: 100, observed, generatorDelay: 0 };
    expect(judge({ thresholds: [count] })?.verdict).toBe(verdict);
  });

  it('fails where the few requests that were made all failed', () => {
    expect(judge({ ...withFailures(3, 3), statuses: { timeout: 3 } })?.verdict).toBe('fail');
  });

  it.each<[string, Partial<LoadEvidence>, string]>([
    ['nothing was answered', { requests: 0, statuses: {} }, 'no answer at all'],
    ['there is no threshold', { thresholds: [] }, 'no threshold'],
    [
      'the figures carry nothing',
      { doubts: [{ because: 'the clock jumped', voids: 'all' }], ...withP99({ observed: 900 }) },
      'the clock jumped',
    ],
    ['less load than asked was held', { doubts: [{ because: 'only 50 % could start', voids: 'pass' }] }, 'only 50 %'],
    [
      'the generator may be slow',
      { doubts: [{ because: 'it was busy', voids: 'slowness' }], ...withP99({ observed: 900 }) },
      'it was busy',
    ],
    ['there are too few samples', withP99({ samples: 299 }), 'too few'],
    [
      'there are no samples',
      { thresholds: [{ ...failedShare, samples: 0, observed: undefined }].map(({ observed: _, ...rest }) => rest) },
      'no samples',
    ],
    ['one request of few failed', withFailures(2, 120), 'too few to be a rate'],
    ['none of a few failed', withFailures(0, 120), 'too few'],
    ['the generator was late by as much as is too much', withP99({ observed: 310, generatorDelay: 20 }), "generator's own delay"],
  ])('is inconclusive where %s', (_, changes, because) => {
    const answer = judge(changes);
    expect(answer?.verdict).toBe('inconclusive');
    expect(JSON.stringify(answer)).toContain(because);
  });

  it.each([
    [40, 250, 'pass', 'was between 40 ms and 250 ms'],
    [400, 900, 'fail', 'was between 400 ms and 900 ms'],
    [40, 900, 'inconclusive', 'the limit lies between what several engines measured'],
  ])('of a percentile between %i and %i ms says %s', (least, most, verdict, because) => {
    const answer = judge({ ...withP99({ observed: most, between: { least, most } }), engines: 2 });
    expect(answer?.verdict).toBe(verdict);
    expect(JSON.stringify(answer)).toContain(because);
  });

  it('lets a pass stand where only slowness is in doubt, and a failure where only passes are', () => {
    expect(judge({ doubts: [{ because: 'busy', voids: 'slowness' }] })?.verdict).toBe('pass');
    expect(judge({ doubts: [{ because: 'half the rate', voids: 'pass' }], ...withP99({ observed: 900 }) })?.verdict).toBe('fail');
  });

  it('says how exact its figures are where that is less than wanted, and judges all the same what they can carry', () => {
    const remark = "too high by the generator's own delay: p99 by up to 6.5 ms";
    const answer = judge({ remark });
    expect(answer?.verdict).toBe('pass');
    expect(JSON.stringify(answer)).toContain(`after a warm-up of 2 s, ${remark}`);
    // The same delay where it could have broken the limit by itself.
    expect(judge({ remark, ...withP99({ observed: 303, generatorDelay: 6.5 }) })?.verdict).toBe('inconclusive');
    expect(judge({ remark, ...withP99({ observed: 330, generatorDelay: 6.5 }) })?.verdict).toBe('fail');
  });

  it('quotes a URL so that its command stays one command', () => {
    expect(JSON.stringify(judge({ url: "http://127.0.0.1:8000/it's" }))).toContain("curl -i 'http://127.0.0.1:8000/it%27s'");
  });
});
