// How exact the percentiles of a run are: what its generator was late by itself, in starting requests and in noticing answers.
import { eitherLateMs } from './open/lateness.ts';
import type { LoadResult } from './result-schema.ts';

type Timed = Pick<LoadResult, 'generator' | 'latency'>;
const percentiles = ['p50Ms', 'p95Ms', 'p99Ms'] as const;

// What percentiles are wanted to be good to.
const exactMs = 1;
const exactShare = 0.02;

/** Milliseconds by which each percentile may be too high; of a result from before that was worked out, as if the slowest requests had been the late ones. */
export function tooHighByMs({ generator: { lag, notice, tooHigh } }: Timed): Readonly<Record<(typeof percentiles)[number], number>> {
  if (tooHigh) return tooHigh;
  const by = (name: (typeof percentiles)[number]) => 2 * eitherLateMs(lag[name], notice?.[name] ?? 0);
  return { p50Ms: by('p50Ms'), p95Ms: by('p95Ms'), p99Ms: by('p99Ms') };
}

/** Said of figures that may be off by more than 1 ms and 2 %; a limit that such an error could break is another matter, and inconclusive. */
export function precisionRemark(result: Timed): string | undefined {
  const by = tooHighByMs(result);
  const inexact = percentiles.filter((name) => by[name] > Math.max(exactMs, result.latency[name] * exactShare));
  const [first] = inexact;
  if (first === undefined) return undefined;
  const each = inexact.map((name) => `${name.replace('Ms', '')} by up to ${Math.round(by[name] * 10) / 10} ms`);
  return `too high by the generator's own delay: ${each.join(', ')}`;
}
