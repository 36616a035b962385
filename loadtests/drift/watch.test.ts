// Which series of a soak are looked at, and that a short run is left alone.
import { describe, expect, it } from 'vitest';
import { driftsOf, watchMetrics } from './watch.ts';

const watched = Array.from({ length: 300 }, (_, index) => ({
  atMs: index * 2000,
  metrics: { memoryBytes: (100 + index * 0.5) * 1_048_576, loopDelayMs: 12 + (index % 5) },
}));
const seconds = Array.from({ length: 600 }, (_, second) => ({
  second,
  ended: 10,
  p50Ms: second < 30 ? 900 : 20 + second / 20,
  measured: second >= 30,
}));

describe('a soak', () => {
  it('says of each series whether it grew', () => {
    expect(driftsOf(watched, { seconds }).map(({ what, is }) => [what, is])).toEqual([
      ['memory', 'grew'],
      ['event-loop delay', 'steady'],
      ['median latency', 'grew'],
    ]);
  });

  it('needs no metrics for what it measures itself', () => {
    expect(driftsOf([], { seconds }).map(({ what }) => what)).toEqual(['median latency']);
    expect(driftsOf([], { seconds: seconds.slice(0, 100) })).toEqual([]);
  });

  it('asks nothing of the target of a short run', () => {
    expect(watchMetrics(new URL('http://127.0.0.1:9'), 60_000).end()).toEqual([]);
  });
});
