// Recorded seconds put to the judge of overload: no server, no clock.
import { describe, expect, it } from 'vitest';
import { overloadOf, type Recorded } from './overload.ts';

const times = (p50Ms: number, p90Ms = p50Ms) => ({
  ...{ count: 1000, minMs: 0, meanMs: p50Ms, p50Ms, p90Ms, p95Ms: p90Ms, p99Ms: p90Ms, p999Ms: p90Ms, maxMs: p90Ms },
});
const generator = { lag: times(0.2, 1), cpuShare: 0.3, machineBusyShare: 0.97, mostOpen: 500, startedInTimeShare: 1 };
const p95 = {
  text: 'http_req_duration{name:playbook}: p(95)<200',
  ...({ unit: 'ms', operator: '<', limit: 200, samples: 1000, samplesNeeded: 60 } as const),
  ...{ observed: 150, generatorDelay: 20 },
};
const busy = { because: 'load generator and target share processors that were 97 % busy', voids: 'slowness' } as const;

interface Shape {
  readonly started: number;
  readonly ended: (second: number) => number;
  readonly p50Ms: (second: number) => number;
}

function run({ started, ended, p50Ms }: Shape, changes: Partial<Recorded> = {}): Recorded {
  let open = 0;
  const seconds = Array.from({ length: 12 }, (_, second) => {
    open += started - ended(second);
    const [p50, p99] = [p50Ms(second), p50Ms(second) * 2];
    return { second, started, ended: ended(second), failed: 0, p50Ms: p50, p95Ms: p99, p99Ms: p99, open, measured: second >= 2 };
  });
  return { seconds, thresholds: [p95], generator, latency: times(p50Ms(6)), doubts: [busy], busyBeforeShare: 0.05, ...changes };
}

const steady: Shape = { started: 100, ended: () => 100, p50Ms: () => 50 };
const growing: Shape = { started: 100, ended: () => 80, p50Ms: (second) => 100 + second * 200 };

describe('a run on a busy machine', () => {
  it('is clearly over where a limit is broken by far, whatever the generator may have added', () => {
    // As it was recorded of the mixed day at 90 journeys a second.
    expect(overloadOf(run(steady, { thresholds: [{ ...p95, observed: 894, generatorDelay: 120 }] }))).toBe(
      "http_req_duration{name:playbook}: p(95)<200 was 894 ms, at least 3.8 times its limit without the generator's own delay",
    );
  });

  it('is clearly over where ever more requests wait, ever longer', () => {
    expect(overloadOf(run(growing))).toBe(
      'only 80 % of what was sent was answered in the same time: 140, then 240 requests were waiting, and ever longer',
    );
  });

  it.each<[string, Recorded]>([
    ['all is held', run(steady)],
    ['a limit is only just broken', run(steady, { thresholds: [{ ...p95, observed: 260 }] })],
    ['it may all be the delay of the generator', run(steady, { thresholds: [{ ...p95, observed: 894, generatorDelay: 800 }] })],
    ['the samples are few', run(steady, { thresholds: [{ ...p95, observed: 894, samples: 9 }] })],
    ['more than a limit was asked for', run(steady, { thresholds: [{ ...p95, operator: '>', observed: 894 }] })],
    ['answers are slow, but not slower', run({ ...growing, p50Ms: () => 1500 })],
    ['answers are slower, but all there', run({ ...steady, p50Ms: (second) => 100 + second * 200 })],
    ['a pile is worked off', run({ ...growing, ended: (second) => (second < 7 ? 80 : 115) })],
    ['the generator had no time to read', run(growing, { generator: { ...generator, lag: times(300, 900) } })],
    ['the generator filled its processor', run(growing, { generator: { ...generator, cpuShare: 0.97 } })],
    ['the generator started too little', run(growing, { generator: { ...generator, startedInTimeShare: 0.9 } })],
    ['others wanted the processors before', run(growing, { busyBeforeShare: 0.6 })],
    ['the clock jumped', run(growing, { doubts: [{ because: 'the clock jumped', voids: 'all' }] })],
    ['there is nothing to compare', run(growing, { seconds: run(growing).seconds.slice(0, 4) })],
  ])('is not where %s', (_, recorded) => {
    expect(overloadOf(recorded)).toBeUndefined();
  });
});
