// Two results of the same scenario against each other: what got worse by more than is allowed, and by more than its own noise.
import { decoded, type Times } from './open/histogram.ts';
import { eitherLateMs, type LateBy, withoutLatenessMs } from './open/lateness.ts';
import { type LoadResult, median, spreadOf } from './result.ts';

export interface Gates {
  /** A latency may grow by this share and by this many milliseconds: beyond both it is worse. */
  readonly relative: number;
  readonly absoluteMs: number;
  /** The failed share may grow by this much. */
  readonly failedShare: number;
  /** Requests per second may fall by this share. */
  readonly throughput: number;
}
export const defaultGates: Gates = { relative: 0.2, absoluteMs: 10, failedShare: 0.01, throughput: 0.05 };

export interface Change {
  readonly what: string;
  readonly unit: 'ms' | 'share' | 'per second';
  readonly before: number;
  readonly after: number;
  readonly is: 'worse' | 'better' | 'the same' | 'unclear';
  /** Of `unclear`. */
  readonly because?: string;
}
export interface Comparison {
  readonly changes: readonly Change[];
  /** Why the two can't be compared at all. */
  readonly problem?: string;
}

/** What changed from the first result to the second. */
export function compare(before: LoadResult, after: LoadResult, gates: Gates): Comparison {
  const problem = whyNot(before, after);
  if (problem !== undefined) return { changes: [], problem };
  // What the generators were late by is nobody's change.
  const repeats = { before: before.repeats, after: after.repeats };
  const all = { ...gates, repeats, late: { before: lateBy(before), after: lateBy(after) } };
  const failed = (result: LoadResult) => result.failed / result.requests;
  return {
    changes: [
      ...latencyChanges('all requests', { before, after }, all),
      ...after.steps.flatMap((step) => {
        const same = before.steps.find(({ name, route, method }) => name === step.name && route === step.route && method === step.method);
        return same === undefined || after.steps.length === 1 ? [] : latencyChanges(step.name, { before: same, after: step }, all);
      }),
      plain(
        'failed',
        'share',
        [failed(before), failed(after)],
        runsOf(after, 'failed').least - runsOf(before, 'failed').most > gates.failedShare,
      ),
      plain(
        'requests per second',
        'per second',
        [before.requestsPerSecond, after.requestsPerSecond],
        runsOf(after, 'requests per second').most < runsOf(before, 'requests per second').least * (1 - gates.throughput),
      ),
    ],
  };
}

function whyNot(before: LoadResult, after: LoadResult): string | undefined {
  if (before.scenario !== after.scenario) return `these are different scenarios: ${before.scenario} and ${after.scenario}`;
  if (before.requests === 0 || after.requests === 0) return 'one of the two runs has no answers';
  const doubt = [...before.doubts, ...after.doubts].find(({ voids }) => voids !== 'slowness');
  if (doubt !== undefined) return `one of the two runs can't be judged: ${doubt.because}`;
  const asked = after.askedPerSecond / before.askedPerSecond;
  if (Math.abs(asked - 1) > 0.02)
    return `the load was not the same: ${Math.round(before.askedPerSecond)} and ${Math.round(after.askedPerSecond)} journeys per second`;
  return undefined;
}

type Repeats = LoadResult['repeats'];
type Allowed = Gates & {
  readonly late: { readonly before: Lateness; readonly after: Lateness };
  readonly repeats: { readonly before: Repeats; readonly after: Repeats };
};
interface Lateness {
  readonly requests: number;
  /** How far several runs lay apart is known of the percentile itself, and not of those below it. */
  readonly ofRuns: boolean;
  readonly bounds: readonly LateBy[];
}
type Measured = Pick<LoadResult, 'latencyHistogram'>;

function latencyChanges(of: string, { before, after }: { before: Measured; after: Measured }, gates: Allowed): readonly Change[] {
  const times = { before: decoded(before.latencyHistogram), after: decoded(after.latencyHistogram) };
  return [50, 95, 99].map((percentile) => latencyChange(`p${percentile} of ${of}`, percentile, times, gates));
}

function latencyChange(what: string, percentile: number, times: { before: Times; after: Times }, gates: Allowed): Change {
  const before = withRuns(interval(times.before, percentile), what, gates.repeats.before);
  const after = withRuns(interval(times.after, percentile), what, gates.repeats.after);
  const values = { what, unit: 'ms', before: before.at, after: after.at } as const;
  const grew = (from: number, to: number) => to > from * (1 + gates.relative) && to - from > gates.absoluteMs;
  if (grew(before.high, leastOf(after, percentile, times.after, gates.late.after))) return { ...values, is: 'worse' };
  if (grew(before.at, after.at))
    return { ...values, is: 'unclear', because: 'it grew, but by no more than chance and the generator can explain' };
  return { ...values, is: grew(after.high, leastOf(before, percentile, times.before, gates.late.before)) ? 'better' : 'the same' };
}

const lateBy = ({ requests, repeats, generator: { lag, notice } }: LoadResult): Lateness => {
  const ms = (name: 'p90Ms' | 'p95Ms' | 'p99Ms') => eitherLateMs(lag[name], notice?.[name] ?? 0);
  return {
    requests,
    ofRuns: repeats !== undefined,
    bounds: [
      { besides: 1, ms: ms('p99Ms') },
      { besides: 5, ms: ms('p95Ms') },
      { besides: 10, ms: ms('p90Ms') },
    ],
  };
};

// What is late is late for all steps together: of a few requests of one step it may be a greater part.
function leastOf({ low }: Interval, percentile: number, times: Times, { requests, ofRuns, bounds: [first, ...more] }: Lateness): number {
  const least = low - 2 * (first?.ms ?? 0);
  if (ofRuns) return least;
  const part = Math.max(1, requests / Math.max(1, times.totalCount));
  const scaled = more.map(({ ms, besides }) => ({ ms, besides: besides * part }));
  return Math.max(
    least,
    withoutLatenessMs(percentile, (at) => interval(times, at).low, scaled),
  );
}

// Of several runs the median, and at least as far around it as the runs lay apart: what one run differs from the next by is no change.
function withRuns(one: Interval, what: string, repeats: Repeats): Interval {
  const values = repeats?.figures.find((figure) => figure.what === what)?.values ?? [];
  if (values.length < 2) return one;
  const at = median(values);
  return { low: Math.min(at - (one.at - one.low), ...values), at, high: Math.max(at + (one.high - one.at), ...values) };
}

interface Interval {
  readonly low: number;
  readonly at: number;
  readonly high: number;
}
// The order statistics between which the true percentile lies, 95 times of 100.
function interval(times: Times, percentile: number): Interval {
  const count = times.totalCount;
  const share = percentile / 100;
  const width = count === 0 ? 1 : 1.96 * Math.sqrt((share * (1 - share)) / count);
  const at = (where: number) => times.getValueAtPercentile(Math.min(100, Math.max(0, where * 100))) / 1000;
  return { low: at(share - width), at: at(share), high: at(share + width) };
}

// Of one run, what it came to, twice.
function runsOf(result: LoadResult, what: 'failed' | 'requests per second'): { readonly least: number; readonly most: number } {
  const figure = result.repeats?.figures.find((each) => each.what === what);
  if (figure !== undefined) return spreadOf(figure);
  const one = what === 'failed' ? result.failed / result.requests : result.requestsPerSecond;
  return { least: one, most: one };
}

function plain(what: string, unit: Change['unit'], [before, after]: readonly [number, number], isWorse: boolean): Change {
  return { what, unit, before, after, is: isWorse ? 'worse' : 'the same' };
}

/** One line per change. */
export function comparisonText({ changes, problem }: Comparison): string {
  if (problem !== undefined) return `can't compare: ${problem}\n`;
  const value = (unit: Change['unit'], amount: number) =>
    unit === 'share' ? `${(amount * 100).toFixed(1)} %` : `${amount.toFixed(1)} ${unit}`;
  const line = ({ what, unit, before, after, is, because }: Change) =>
    `  ${is.padEnd(8)}  ${what}: ${value(unit, before)} → ${value(unit, after)}${because === undefined ? '' : ` (${because})`}`;
  return `${changes.map(line).join('\n')}\n`;
}
