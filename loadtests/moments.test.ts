// What charts and logs are made of: the requests of several seconds in one percentile, read back by another reader.
import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { hdrLog } from './hdr-log.ts';
import { momentsOf, percentilesOf } from './moments.ts';
import { addTime, encoded, newTimes, summaryOf } from './open/histogram.ts';
import type { LoadResult } from './result.ts';

const times = (...milliseconds: readonly number[]) => {
  const all = newTimes();
  for (const each of milliseconds) addTime(all, each);
  return all;
};
const second = (at: number, measured: boolean, ...milliseconds: readonly number[]) => ({
  ...{ second: at, started: 1, ended: milliseconds.length, failed: 0, p50Ms: 0, p95Ms: 0, p99Ms: 0, open: 0, measured },
  ...(milliseconds.length > 0 && { latencyHistogram: encoded(times(...milliseconds)) }),
});
const timed = (count: number) => ({
  seconds: Array.from({ length: count }, (_, at) => (at === 3 ? second(at, true) : second(at, at > 0, 10, 20 + at))),
  requests: 1000,
  latencyHistogram: encoded(times(...Array.from({ length: 1000 }, (_, at) => at + 1))),
});

it('tells seconds one by one, and many together without averaging', () => {
  const few = momentsOf(timed(5));
  expect(few.map(({ measured, ended, p99Ms }) => [measured, ended, p99Ms === undefined ? 'none' : Math.round(p99Ms)])).toEqual([
    [false, 2, 20],
    [true, 2, 21],
    [true, 2, 22],
    [true, 0, 'none'],
    [true, 2, 24],
  ]);
  const many = momentsOf(timed(600));
  expect(many.length).toBeLessThanOrEqual(151);
  expect(many.reduce((sum, { ended }) => sum + ended, 0)).toBe(2 * 599);
  expect(many.reduce((sum, { lastsMs }) => sum + lastsMs, 0)).toBe(600_000);
  expect(many[0]).toMatchObject({ measured: false, lastsMs: 1000 });
});

it('goes as far right as there are requests to tell of', () => {
  const all = percentilesOf(timed(5));
  expect(all.at(-2)?.percentile).toBeCloseTo(99.9, 5);
  expect(all.at(-1)).toMatchObject({ percentile: 100 });
  expect(all.at(-1)?.ms).toBeCloseTo(1000, -1);
  expect(all.find(({ percentile }) => percentile === 90)?.ms).toBeCloseTo(900, -1);
  expect(percentilesOf({ ...timed(1), requests: 0 })).toEqual([]);
});

// The format's own reader, which knows nothing of us.
const reader = z.object({
  HistogramLogReader: z.custom<new (text: string) => { nextIntervalHistogram: () => unknown }>((value) => typeof value === 'function'),
});
const interval = z.looseObject({ tag: z.string().optional(), totalCount: z.number(), startTimeStampMsec: z.number() });

it('writes a log that readers of HdrHistogram logs read', () => {
  const { seconds, latencyHistogram } = timed(3);
  const latency = summaryOf(times(1, 2));
  const step = {
    route: 'GET /a',
    method: 'GET',
    name: 'GET /a, twice',
    requests: 2,
    failed: 0,
    latency,
    service: latency,
    latencyHistogram,
  };
  const result: Pick<LoadResult, 'startedAt' | 'seconds' | 'steps' | 'warmUpMs' | 'measuredMs'> = {
    ...{ startedAt: '2026-11-23T08:00:00.000Z', seconds, steps: [step], warmUpMs: 1000, measuredMs: 2000 },
  };
  const { HistogramLogReader } = reader.parse(createRequire(import.meta.url)('hdr-histogram-js'));
  const read = new HistogramLogReader(hdrLog(result));
  const found = [];
  for (let next = read.nextIntervalHistogram(); next !== null && next !== undefined; next = read.nextIntervalHistogram()) {
    const { tag, totalCount, startTimeStampMsec } = interval.parse(next);
    found.push([tag, totalCount, new Date(startTimeStampMsec).toISOString()]);
  }
  expect(found).toEqual([
    ['unmeasured', 2, '2026-11-23T08:00:00.000Z'],
    ['NO TAG', 2, '2026-11-23T08:00:01.000Z'],
    ['GET_/a_twice', 1000, '2026-11-23T08:00:01.000Z'],
    ['NO TAG', 2, '2026-11-23T08:00:02.000Z'],
  ]);
});
