// Delays are put on known latencies: what is said of these is never more than they were.
import { expect, it } from 'vitest';
import { withoutLatenessMs } from './lateness.ts';

const sorted = (values: readonly number[]) => values.toSorted((one, other) => one - other);
const at = (values: readonly number[]) => (percentile: number) =>
  values[Math.max(0, Math.ceil((percentile / 100) * values.length) - 1)] ?? 0;

// The same numbers in every run.
function random(seed: number): () => number {
  let now = seed;
  return () => {
    now = (now * 48_271) % 2_147_483_647;
    return now / 2_147_483_647;
  };
}

it('never takes a delay of the generator for one of the target', () => {
  const next = random(11);
  for (let round = 0; round < 60; round += 1) {
    const often = next() * 0.3;
    const lag = () => (next() < often ? 40 + next() * 100 : next());
    const starts = Array.from({ length: 2000 }, lag);
    const truth = starts.map(() => 60 + next() * (next() < 0.1 ? 400 : 20));
    // The worst order there is: all that is late meets the slowest, or other requests at random.
    const worst = round % 2 === 0;
    const [late, slow] = worst ? [sorted(starts), sorted(truth)] : [starts, truth];
    const readings = worst ? sorted(Array.from({ length: 2000 }, lag)) : Array.from({ length: 2000 }, lag);
    const seen = sorted(slow.map((value, index) => value + (late[index] ?? 0) + (readings[index] ?? 0)));
    const lagAt = at(sorted([...starts, ...readings]));
    for (const percentile of [50, 90, 95, 99]) {
      // Half a percent for what 2000 numbers do not show exactly.
      const late = [1, 5, 10, 25].map((besides) => ({ besides, ms: lagAt(100 - besides + 0.5) }));
      const least = withoutLatenessMs(percentile, at(seen), late);
      expect(least).toBeLessThanOrEqual(at(sorted(truth))(percentile) + 1e-9);
    }
  }
});

it('knows a middle that rare delays can not have made', () => {
  const seen = at([...Array<number>(900).fill(60), ...Array<number>(100).fill(160)]);
  const late = [
    { besides: 1, ms: 100 },
    { besides: 5, ms: 1 },
  ];
  expect(withoutLatenessMs(50, seen, late)).toBe(58);
  expect(withoutLatenessMs(99, seen, late)).toBe(58);
  expect(withoutLatenessMs(1, seen, late)).toBe(0);
});
