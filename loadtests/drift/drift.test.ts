// Leaks are seen and noise is not: made series, always the same.
import { describe, expect, it } from 'vitest';
import { type Drift, driftOf, driftText, type Series } from './drift.ts';
import { readMetrics } from './metrics.ts';
import { trendOf } from './trend.ts';

// Noise that is the same in every run (Park and Miller).
function noise(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

const minutes = 10;
function is(
  value: (second: number, random: () => number) => number,
  changes: Partial<Series> = {},
  seed = 7,
  lasts = minutes,
): Drift['is'] {
  const random = noise(seed);
  const points = Array.from({ length: lasts * 60 }, (_, second) => ({ atMs: second * 1000, value: value(second, random) }));
  return driftOf({ what: 'memory', unit: 'MB', points, ...changes }).is;
}
// A collector that lets go every 40 s.
const sawtooth = (second: number) => 100 + (second % 40);

describe('a drift', () => {
  it.each<[string, (second: number, random: () => number) => number]>([
    ['a straight leak', (second) => 100 + second * 0.1],
    ['a leak under noise twice its size', (second, random) => 100 + second * 0.1 + random() * 120],
    ['a leak under a collector', (second) => sawtooth(second) + second * 0.08],
    ['a leak in steps', (second) => 100 + Math.floor(second / 60) * 8],
  ])('is %s', (_, value) => {
    expect(is(value)).toBe('grew');
  });

  it.each<[string, (second: number, random: () => number) => number]>([
    ['nothing at all', () => 100],
    ['a collector at work', sawtooth],
    ['a heap that fills and then stays', (second) => Math.min(200, 100 + second)],
    ['growth too small to matter', (second) => 100 + second * 0.01],
    ['one jump and back', (second) => (second > 300 && second < 330 ? 400 : 100)],
    ['memory given back', (second) => 200 - second * 0.1],
  ])('is not %s', (_, value) => {
    expect(is(value)).toBe('steady');
  });

  it('is never told from noise alone, whatever the noise', () => {
    const walk = Array.from({ length: 200 }, (_, seed) => is((_second, random) => 100 + random() * 80, {}, seed + 1));
    expect(new Set(walk)).toEqual(new Set(['steady']));
  });

  it('takes minutes, and enough of them', () => {
    expect(is((second) => 100 + second, {}, 7, 2)).toBe('too short to tell');
    const few = Array.from({ length: 12 }, (_, index) => ({ atMs: index * 60_000, value: index * 50 }));
    expect(is(() => 0, { points: few })).toBe('too short to tell');
  });

  it('is told with its slope', () => {
    const points = Array.from({ length: 600 }, (_, second) => ({ atMs: second * 1000, value: 100 + second * 0.1 }));
    const drift = driftOf({ what: 'memory', unit: 'MB', points });
    expect(drift.perHour).toBeCloseTo(360, 5);
    expect(driftText(drift)).toMatch(
      /^the target's memory grew from 11\d(\.\d)? MB to 15\d(\.\d)? MB during the run, 360 MB per hour \(.*p less than 0.0001\)$/,
    );
  });
});

it('Mann–Kendall gives the chances of its tables', () => {
  // 20 values that climb but for one pair: S = 188, z = (188 − 1)/√950 = 6.067.
  const points = Array.from({ length: 40 }, (_, index) => ({ atMs: index, value: Math.floor(index / 2) }));
  const swapped = points.map((point) => ({ ...point, value: point.value === 18 ? 19 : point.value === 19 ? 18 : point.value }));
  expect(trendOf(swapped, 'floor')?.chance).toBeCloseTo(6.5e-10, 11);
  expect(
    trendOf(
      points.map((point) => ({ ...point, value: 1 })),
      'floor',
    )?.chance,
  ).toBe(1);
});

it('reads what Prometheus clients write', () => {
  const text =
    '# HELP x y\nprocess_resident_memory_bytes 1.048576e+08\nnodejs_heap_size_used_bytes{space="all"} 5e7 1700000000\nnodejs_eventloop_lag_p99_seconds 0.012\nbroken NaN\n';
  expect(readMetrics(text)).toEqual({ memoryBytes: 104_857_600, heapBytes: 5e7, loopDelayMs: 12 });
  expect(readMetrics('jvm_memory_used_bytes{area="heap"} 1\njvm_memory_used_bytes{area="nonheap"} 2\n')).toEqual({ heapBytes: 3 });
  expect(readMetrics('<html>not found</html>')).toEqual({});
});
