// A run as an HdrHistogram log: an interval a second, which HistogramLogProcessor, HistogramLogAnalyzer and their kind read.
import { decoded, maxMs } from './open/histogram.ts';
import type { LoadResult } from './result.ts';

type Logged = Pick<LoadResult, 'startedAt' | 'seconds' | 'steps' | 'warmUpMs' | 'measuredMs'>;

/** Values are in microseconds from when each request was due; warm-up and cool-down carry the tag `unmeasured`, steps their name. */
export function hdrLog(result: Logged): string {
  const { startedAt, seconds, steps, warmUpMs, measuredMs } = result;
  const started = new Date(startedAt);
  const whole = { startMs: warmUpMs, lastsMs: measuredMs };
  const intervals = [
    ...seconds.flatMap(({ second, latencyHistogram: histogram, measured }) => {
      if (histogram === undefined) return [];
      const tag = measured ? '' : 'unmeasured';
      return [{ startMs: second * 1000, lastsMs: 1000, histogram, tag, maxMs: maxMs(decoded(histogram)) }];
    }),
    ...steps.map(({ name, latency, latencyHistogram }) => ({
      ...whole,
      histogram: latencyHistogram,
      tag: tagOf(name),
      maxMs: latency.maxMs,
    })),
  ].toSorted((one, other) => one.startMs - other.startMs);
  return [
    '#[Logged with launchgate]',
    '#[Histogram log format version 1.3]',
    `#[StartTime: ${(started.getTime() / 1000).toFixed(3)} (seconds since epoch), ${started.toISOString()}]`,
    '#[Values in microseconds, Interval_Max in milliseconds: HistogramLogProcessor -outputValueUnitRatio 1000]',
    '"StartTimestamp","Interval_Length","Interval_Max","Interval_Compressed_Histogram"',
    ...intervals.map(({ startMs, lastsMs, histogram, tag, maxMs: most }) => {
      const figures = [(startMs / 1000).toFixed(3), (lastsMs / 1000).toFixed(3), most.toFixed(3), histogram];
      return `${tag === '' ? '' : `Tag=${tag},`}${figures.join(',')}`;
    }),
    '',
  ].join('\n');
}

// Commas and white space end a tag.
const tagOf = (name: string): string => name.replace(/[\s,]+/g, '_');
