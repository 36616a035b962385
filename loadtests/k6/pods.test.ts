// What is said of several processes is held against all of their samples together.
import { expect, it } from 'vitest';
import { isBrokenBetween, isHeldBetween } from '../../checks/model/threshold.ts';
import { countOf, samplesOf, shareOf, trendOf } from './pods.ts';

// As k6 takes a percentile: between the two neighbours.
function quantile(sorted: readonly number[], share: number): number {
  const at = (sorted.length - 1) * share;
  const [low = 0, high = low] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return low + (high - low) * (at - Math.floor(at));
}
const rising = (values: readonly number[]) => values.toSorted((one, other) => one - other);
const podOf = (values: readonly number[]) => {
  const sorted = rising(values);
  return {
    count: sorted.length,
    avg: sorted.reduce((sum, value) => sum + value, 0) / sorted.length,
    min: sorted[0] ?? 0,
    max: sorted.at(-1) ?? 0,
    'p(95)': quantile(sorted, 0.95),
  };
};

// The same numbers in every run.
function* numbers(seed: number): Generator<number, never> {
  for (let at = seed; ; at = (at * 48_271) % 2_147_483_647) yield at / 2_147_483_647;
}

it('never says of a percentile what is not so of all samples', () => {
  const next = numbers(7);
  const random = () => next.next().value;
  let [held, broken, open] = [0, 0, 0];
  for (let round = 0; round < 300; round += 1) {
    const pods = Array.from({ length: 2 + Math.floor(random() * 3) }, () => {
      const typical = 50 + random() * 100;
      return Array.from(
        { length: 60 + Math.floor(random() * 300) },
        () => typical * (0.5 + random() + (random() < 0.06 ? 4 * random() : 0)),
      );
    });
    const bounds = trendOf(pods.map(podOf), 'p(95)');
    if (bounds === undefined) throw new Error('no bounds');
    const all = rising(pods.flat());
    const threshold = { operator: '<', limit: 100 + random() * 200 } as const;
    // Interpolation may move one sample of each process over the limit.
    const [below, above] = [0.95 - pods.length / all.length, 0.95 + pods.length / all.length];
    if (isHeldBetween(threshold, bounds)) {
      held += 1;
      expect(quantile(all, below)).toBeLessThan(threshold.limit);
    } else if (isBrokenBetween(threshold, bounds)) {
      broken += 1;
      expect(quantile(all, Math.min(1, above))).toBeGreaterThanOrEqual(threshold.limit);
    } else open += 1;
  }
  expect(Math.min(held, broken, open)).toBeGreaterThan(20);
});

it('adds up what can be added', () => {
  const pods = [podOf([1, 2, 3]), podOf([10]), { count: 0, avg: 0, min: 0, max: 0, 'p(95)': 0 }];
  expect(trendOf(pods, 'avg')).toEqual({ least: 4, most: 4 });
  // A process without a sample has no least of 0.
  expect(trendOf(pods, 'min')).toEqual({ least: 1, most: 1 });
  expect(trendOf(pods, 'max')).toEqual({ least: 10, most: 10 });
  expect(trendOf(pods, 'p(99)')).toBeUndefined();
  expect(samplesOf(pods)).toBe(4);
  expect(countOf([{ count: 3 }, { count: 4 }])).toBe(7);
  expect(countOf([])).toBeUndefined();
  expect(
    shareOf([
      { passes: 1, fails: 99, value: 0.01 },
      { passes: 3, fails: 0, value: 1 },
    ]),
  ).toEqual({ share: 4 / 103, hits: 4 });
  expect(shareOf([{ passes: 0, fails: 0 }])).toBeUndefined();
});

it.each([
  ['<', 90, { least: 10, most: 80 }, 'held'],
  ['<', 50, { least: 10, most: 80 }, 'open'],
  ['<', 10, { least: 10, most: 80 }, 'broken'],
  ['>=', 10, { least: 10, most: 80 }, 'held'],
  ['>=', 90, { least: 10, most: 80 }, 'broken'],
  ['==', 50, { least: 10, most: 80 }, 'open'],
  ['==', 50, { least: 50, most: 50 }, 'held'],
  ['==', 90, { least: 10, most: 80 }, 'broken'],
  ['!=', 90, { least: 10, most: 80 }, 'held'],
  ['!=', 50, { least: 10, most: 80 }, 'open'],
  ['!=', 50, { least: 50, most: 50 }, 'broken'],
] as const)('knows that %s%i of %j is %s', (operator, limit, bounds, what) => {
  const threshold = { operator, limit };
  const said = isHeldBetween(threshold, bounds) ? 'held' : isBrokenBetween(threshold, bounds) ? 'broken' : 'open';
  expect(said).toBe(what);
});
