// A run over time, and over its percentiles: what charts are drawn from, thinned out but never averaged.
import type { LoadEvidence, LoadMoment } from '../checks/model.ts';
import { decoded, merged, percentileMs } from './open/histogram.ts';

/** What is needed of a result. */
interface Timed {
  readonly seconds: readonly {
    readonly second: number;
    readonly ended: number;
    readonly failed: number;
    readonly measured: boolean;
    readonly latencyHistogram?: string;
  }[];
  readonly requests: number;
  readonly latencyHistogram: string;
}

const mostMoments = 150;
const stepsPerDecade = 8;

/** The seconds of a run; of a long one several in one, with the percentiles of all their requests. */
export function momentsOf({ seconds }: Timed): readonly LoadMoment[] {
  const together = Math.max(1, Math.ceil(seconds.length / mostMoments));
  const moments: LoadMoment[] = [];
  for (let from = 0; from < seconds.length; ) {
    const measured = seconds[from]?.measured === true;
    // A warm-up's time is not told in one with what is measured.
    const other = seconds.slice(from, from + together).findIndex((each) => each.measured !== measured);
    const group = seconds.slice(from, from + (other === -1 ? together : other));
    moments.push(momentOf(group, measured));
    from += group.length;
  }
  return moments;
}

function momentOf(group: Timed['seconds'], measured: boolean): LoadMoment {
  const times = merged(group.flatMap(({ latencyHistogram }) => (latencyHistogram === undefined ? [] : [decoded(latencyHistogram)])));
  const at = (percentile: number) => percentileMs(times, percentile);
  return {
    atMs: (group[0]?.second ?? 0) * 1000,
    lastsMs: group.length * 1000,
    ended: group.reduce((sum, { ended }) => sum + ended, 0),
    failed: group.reduce((sum, { failed }) => sum + failed, 0),
    ...(times.totalCount > 0 && { p50Ms: at(50), p95Ms: at(95), p99Ms: at(99) }),
    measured,
  };
}

/** From the fastest to the slowest request, as far as there are requests to tell of. */
export function percentilesOf({ latencyHistogram, requests }: Timed): NonNullable<LoadEvidence['percentiles']> {
  if (requests === 0) return [];
  const times = decoded(latencyHistogram);
  const last = Math.floor(Math.log10(Math.max(1, requests)) * stepsPerDecade);
  const shares = Array.from({ length: last + 1 }, (_, step) => 100 * (1 - 10 ** (-step / stepsPerDecade)));
  return [...shares, 100].map((percentile) => ({ percentile: Math.round(percentile * 1e5) / 1e5, ms: percentileMs(times, percentile) }));
}
