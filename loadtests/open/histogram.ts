// Times in µs, kept as HdrHistograms of three digits. The only file that knows their library.
import { build, decodeFromCompressedBase64, encodeIntoCompressedBase64, type Histogram } from 'hdr-histogram-js';

export type Times = Histogram;
export interface TimesSummary {
  readonly count: number;
  readonly minMs: number;
  readonly meanMs: number;
  readonly p50Ms: number;
  readonly p90Ms: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
  readonly p999Ms: number;
  readonly maxMs: number;
}

// An hour: nothing that is waited for takes longer.
const highestMicroseconds = 3_600_000_000;

export function newTimes(): Times {
  return build({
    bitBucketSize: 32,
    autoResize: true,
    lowestDiscernibleValue: 1,
    highestTrackableValue: 2,
    numberOfSignificantValueDigits: 3,
  });
}

export function addTime(times: Times, milliseconds: number): void {
  times.recordValue(Math.min(highestMicroseconds, Math.max(0, Math.round(milliseconds * 1000))));
}

/**
 * Times of a connection that sends only when it was answered: what it would have sent while it waited is filled in, every `intervalMs`,
 * with what was left of the wait.
 */
export function addTimeAndUnsent(times: Times, milliseconds: number, intervalMs: number): void {
  times.recordValueWithExpectedInterval(
    Math.min(highestMicroseconds, Math.max(0, Math.round(milliseconds * 1000))),
    Math.max(1, Math.round(intervalMs * 1000)),
  );
}

/** All of them in one. */
export function merged(all: Iterable<Times>): Times {
  const sum = newTimes();
  for (const each of all) if (each.totalCount > 0) sum.add(each);
  return sum;
}

/** Milliseconds that a percentage of the samples (0 to 100) does not exceed; 0 where there are none. */
export function percentileMs(times: Times, percentile: number): number {
  return times.totalCount === 0 ? 0 : times.getValueAtPercentile(percentile) / 1000;
}

export const meanMs = (times: Times): number => (times.totalCount === 0 ? 0 : times.mean / 1000);
export const minMs = (times: Times): number => (times.totalCount === 0 ? 0 : times.minNonZeroValue / 1000);
export const maxMs = (times: Times): number => (times.totalCount === 0 ? 0 : times.maxValue / 1000);

export function summaryOf(times: Times): TimesSummary {
  const rounded = (value: number) => Math.round(value * 1000) / 1000;
  return {
    count: times.totalCount,
    minMs: rounded(minMs(times)),
    meanMs: rounded(meanMs(times)),
    p50Ms: percentileMs(times, 50),
    p90Ms: percentileMs(times, 90),
    p95Ms: percentileMs(times, 95),
    p99Ms: percentileMs(times, 99),
    p999Ms: percentileMs(times, 99.9),
    maxMs: rounded(maxMs(times)),
  };
}

/** HdrHistogram's own V2 format, compressed, as every HdrHistogram library reads it. */
export const encoded = (times: Times): string => encodeIntoCompressedBase64(times);
export const decoded = (text: string): Times => decodeFromCompressedBase64(text);
