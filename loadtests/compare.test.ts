// What counts as worse: beyond both gates, and beyond what chance and a late generator explain.
import { describe, expect, it } from 'vitest';
import { type Change, compare, defaultGates } from './compare.ts';
import { addTime, encoded, newTimes, summaryOf } from './open/histogram.ts';
import { type LoadResult, resultSchema } from './result.ts';

interface Made {
  readonly ms: number;
  readonly requests?: number;
  readonly failed?: number;
  readonly lagMs?: number;
  /** In two of a hundred starts it was as late as this. */
  readonly rareLagMs?: number;
  readonly perSecond?: number;
}

function made({ ms, requests = 5000, failed = 0, lagMs = 0.2, rareLagMs = lagMs, perSecond = 500 }: Made): LoadResult {
  const times = newTimes();
  for (let index = 0; index < requests; index += 1) addTime(times, ms * (0.8 + (0.4 * index) / requests));
  const lag = newTimes();
  for (let index = 0; index < 100; index += 1) addTime(lag, index < 98 ? lagMs : rareLagMs);
  const latency = summaryOf(times);
  const measured = { latency, service: latency, latencyHistogram: encoded(times), requests, failed };
  return {
    launchgateLoad: 1,
    scenario: 'test',
    url: 'http://127.0.0.1/',
    startedAt: '2026-01-01T00:00:00.000Z',
    stages: [],
    measuredMs: 10_000,
    warmUpMs: 0,
    askedPerSecond: perSecond,
    iterations: requests,
    droppedIterations: 0,
    requestsPerSecond: requests / 10,
    statuses: {},
    steps: [{ route: 'GET /', method: 'GET', name: 'GET /', ...measured }],
    seconds: [],
    generator: { lag: summaryOf(lag), cpuShare: 0.1, machineBusyShare: 0.2, mostOpen: 1, startedInTimeShare: 1 },
    thresholds: [],
    doubts: [],
    ...measured,
  };
}

function changed(before: Made, after: Made): Readonly<Record<string, Change['is']>> {
  const { changes, problem } = compare(made(before), made(after), defaultGates);
  expect(problem).toBeUndefined();
  return Object.fromEntries(changes.map(({ what, is }) => [what.split(' of ')[0], is]));
}

describe('a comparison', () => {
  it('fails nobody for noise: a change has to pass a share and a number of milliseconds, and what chance explains is unclear (pgagroal#918)', () => {
    expect(changed({ ms: 3 }, { ms: 4 }).p50).toBe('the same');
    expect(changed({ ms: 100 }, { ms: 108 }).p50).toBe('the same');
    expect(changed({ ms: 100, requests: 20 }, { ms: 125, requests: 20 }).p50).toBe('unclear');
    expect(changed({ ms: 100 }, { ms: 150 }).p50).toBe('worse');
  });

  it('of a run with itself finds nothing', () => {
    expect(new Set(Object.values(changed({ ms: 100 }, { ms: 100 })))).toEqual(new Set(['the same']));
  });

  it.each<[string, Made, Made, Change['is']]>([
    ['grew by half', { ms: 100 }, { ms: 150 }, 'worse'],
    ['fell by half', { ms: 100 }, { ms: 50 }, 'better'],
    ['grew by less than the share', { ms: 100 }, { ms: 115 }, 'the same'],
    ['doubled within a few milliseconds', { ms: 3 }, { ms: 6 }, 'the same'],
    ['grew on very few answers', { ms: 100, requests: 20 }, { ms: 125, requests: 20 }, 'unclear'],
    ['grew by what the generator was late', { ms: 100 }, { ms: 130, lagMs: 20 }, 'unclear'],
    ['grew by more than rare delays can make of a median', { ms: 10 }, { ms: 60, rareLagMs: 30 }, 'worse'],
  ])('where the median %s', (_, before, after, is) => {
    expect(changed(before, after).p50).toBe(is);
  });

  it('sees failures and lost throughput', () => {
    expect(changed({ ms: 100 }, { ms: 100, failed: 100 }).failed).toBe('worse');
    expect(changed({ ms: 100 }, { ms: 100, requests: 4000 })['requests per second']).toBe('worse');
  });

  it.each<[string, Partial<LoadResult>, string]>([
    ['another scenario', { scenario: 'other' }, 'different scenarios'],
    ['another load', { askedPerSecond: 250 }, 'the load was not the same'],
    ['nothing measured', { requests: 0 }, 'no answers'],
    ['a run that carries no verdict', { doubts: [{ because: 'the clock jumped', voids: 'all' }] }, 'the clock jumped'],
  ])('with %s is refused', (_, changes, problem) => {
    expect(compare(made({ ms: 1 }), { ...made({ ms: 1 }), ...changes }, defaultGates).problem).toContain(problem);
  });

  it('reads what was written', () => {
    expect(resultSchema.parse(JSON.parse(JSON.stringify(made({ ms: 100 }))))).toEqual(made({ ms: 100 }));
  });
});
