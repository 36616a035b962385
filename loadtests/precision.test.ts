// What is said of a run's percentiles, from how late its generator was.
import { expect, it } from 'vitest';
import { precisionRemark, tooHighByMs } from './precision.ts';

const times = (p50Ms: number, p95Ms: number, p99Ms: number) => ({
  ...{ count: 1000, minMs: 0, meanMs: p50Ms, p50Ms, p90Ms: p95Ms, p95Ms, p99Ms, p999Ms: p99Ms, maxMs: p99Ms },
});
const run = (lag: ReturnType<typeof times>, notice: ReturnType<typeof times> | undefined, latency = times(20, 20.5, 21)) => ({
  generator: { lag, ...(notice !== undefined && { notice }), cpuShare: 0.1, machineBusyShare: 0.2, mostOpen: 9, startedInTimeShare: 1 },
  latency,
});

it('says nothing of percentiles that are good to a millisecond, or to a fiftieth', () => {
  expect(precisionRemark(run(times(0.1, 0.1, 0.2), times(0.2, 0.3, 0.7)))).toBeUndefined();
  expect(precisionRemark(run(times(0.1, 1, 2), times(0.2, 2, 3), times(200, 250, 300)))).toBeUndefined();
});

it('names those that may be further off, by what starting and noticing took together', () => {
  // As on a machine whose idle processors wake up late: most requests in time, one in a hundred three milliseconds late at either end.
  const late = run(times(0.1, 0.2, 3), times(0.2, 0.4, 3.5));
  expect(precisionRemark(late)).toBe("too high by the generator's own delay: p99 by up to 6.5 ms");
  expect(tooHighByMs(late).p50Ms).toBeCloseTo(0.3);
});

it('takes a generator that was never asked how late it noticed to notice as late as it sent', () => {
  expect(precisionRemark(run(times(0.1, 0.2, 3), undefined))).toBe("too high by the generator's own delay: p99 by up to 6 ms");
  expect(precisionRemark(run(times(0.1, 0.2, 3), times(0, 0, 0)))).toBe("too high by the generator's own delay: p99 by up to 6 ms");
});

it('goes by what was worked out from every request where the result has it', () => {
  const late = run(times(0.1, 0.2, 3), times(0.2, 0.4, 3.5));
  const result = { ...late, generator: { ...late.generator, tooHigh: { p50Ms: 0.2, p95Ms: 8, p99Ms: 0.3 } } };
  expect(precisionRemark(result)).toBe("too high by the generator's own delay: p95 by up to 8 ms");
});
