// Whether a series of values climbs, told from noise: Mann–Kendall for whether, Theil–Sen for how much. Neither minds outliers.

export interface Point {
  readonly atMs: number;
  readonly value: number;
}
export interface Trend {
  readonly blocks: number;
  /** One-sided: how often values without any trend would look as if they climbed so steadily. */
  readonly chance: number;
  /** The middle of the slopes between any two blocks. */
  readonly perMs: number;
  /** What that line says of the beginning and the end. */
  readonly from: number;
  readonly to: number;
}
/** `floor` for what a collector brings down again and again: only its lowest values say what stays. */
export type BlockOf = 'floor' | 'middle';

export const blockCount = 20;

/** The trend of at least two values in each of 20 blocks; undefined where there are fewer. Neighbours resemble each other, blocks less so. */
export function trendOf(points: readonly Point[], of: BlockOf): Trend | undefined {
  const blocks = blocksOf(points, of);
  if (blocks === undefined) return undefined;
  let score = 0;
  const slopes: number[] = [];
  for (const [later, { atMs, value }] of blocks.entries()) {
    for (const before of blocks.slice(0, later)) {
      score += Math.sign(value - before.value);
      slopes.push((value - before.value) / (atMs - before.atMs));
    }
  }
  const perMs = middle(slopes);
  const start = middle(blocks.map(({ atMs, value }) => value - perMs * atMs));
  const at = (point: Point | undefined) => start + perMs * (point?.atMs ?? 0);
  return { blocks: blocks.length, chance: chanceOf(score, blocks), perMs, from: at(blocks[0]), to: at(blocks.at(-1)) };
}

function blocksOf(points: readonly Point[], of: BlockOf): readonly Point[] | undefined {
  const size = points.length / blockCount;
  if (size < 2) return undefined;
  return Array.from({ length: blockCount }, (_, index) => {
    const block = points.slice(Math.round(index * size), Math.round((index + 1) * size));
    const values = block.map(({ value }) => value);
    return { atMs: middle(block.map(({ atMs }) => atMs)), value: of === 'floor' ? Math.min(...values) : middle(values) };
  });
}

// The score of n values without a trend is normal around 0; values that are the same take from its spread.
function chanceOf(score: number, points: readonly Point[]): number {
  const n = points.length;
  const same = new Map<number, number>();
  for (const { value } of points) same.set(value, (same.get(value) ?? 0) + 1);
  const ties = [...same.values()].reduce((sum, count) => sum + count * (count - 1) * (2 * count + 5), 0);
  const variance = (n * (n - 1) * (2 * n + 5) - ties) / 18;
  if (score <= 0 || variance <= 0) return 1;
  return upperTail((score - 1) / Math.sqrt(variance));
}

// Of the normal distribution, to seven digits: Abramowitz and Stegun 26.2.17.
function upperTail(z: number): number {
  const t = 1 / (1 + 0.2316419 * z);
  const sum = [0.31938153, -0.356563782, 1.781477937, -1.821255978, 1.330274429].reduceRight((all, factor) => (all + factor) * t, 0);
  return (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * sum;
}

export function middle(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const half = Math.floor(sorted.length / 2);
  const [low = 0, high = 0] = [sorted[sorted.length % 2 === 0 ? half - 1 : half], sorted[half]];
  return (low + high) / 2;
}
