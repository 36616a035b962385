// What a soak shows that a short run can't: memory that is not given back, an event loop and answers that get slower.
import { z } from 'zod';
import { type BlockOf, type Point, trendOf } from './trend.ts';

export interface Series {
  readonly what: Drift['what'];
  readonly unit: Drift['unit'];
  readonly points: readonly Point[];
}
export const driftSchema = z.object({
  what: z.enum(['memory', 'heap', 'event-loop delay', 'median latency']),
  unit: z.enum(['MB', 'ms']),
  is: z.enum(['grew', 'steady', 'too short to tell']),
  from: z.number(),
  to: z.number(),
  perHour: z.number(),
  /** How often nothing but noise would climb as steadily. */
  chance: z.number(),
  samples: z.number(),
});
export type Drift = z.infer<typeof driftSchema>;

// A service that has just started fills its caches and its heap: growth of the first minutes is no leak.
export const shortestMs = 180_000;
const settlingShare = 0.25;
const significant = 0.01;
// Beyond both: what is that small is nobody's leak, however steady.
const leastShare = 0.1;
const leastOf = { MB: 10, ms: 5 } as const;

/** Whether a series grew: by Mann–Kendall over 20 blocks at 1 %, and by a tenth and by 10 MB or 5 ms, after its first quarter. */
export function driftOf({ what, unit, points }: Series): Drift {
  const first = points[0]?.atMs ?? 0;
  const lastsMs = (points.at(-1)?.atMs ?? 0) - first;
  const settled = points.filter(({ atMs }) => atMs - first >= lastsMs * settlingShare);
  const of: BlockOf = unit === 'MB' ? 'floor' : 'middle';
  const trend = lastsMs < shortestMs ? undefined : trendOf(settled, of);
  const common = { what, unit, samples: points.length };
  if (trend === undefined) return { ...common, is: 'too short to tell', from: 0, to: 0, perHour: 0, chance: 1 };
  const { from, to, chance, perMs } = trend;
  const grew = chance < significant && to - from > Math.abs(from) * leastShare && to - from > leastOf[unit];
  return { ...common, is: grew ? 'grew' : 'steady', from, to, perHour: perMs * 3_600_000, chance };
}

/** One line of what grew. */
export function driftText({ what, unit, from, to, perHour, chance }: Drift): string {
  const value = (amount: number) => `${Math.round(amount * 10) / 10} ${unit}`;
  const odds = chance < 0.0001 ? 'less than 0.0001' : chance.toFixed(4);
  return `the target's ${what} grew from ${value(from)} to ${value(to)} during the run, ${value(perHour)} per hour (Mann–Kendall over 20 blocks: p ${odds})`;
}
