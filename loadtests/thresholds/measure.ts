// What each threshold came to. Compares nothing: that is the judge's business.
import type { MeasuredThreshold } from '../../checks/model.ts';
import { maxMs, meanMs, merged, minMs, percentileMs, type Times } from '../open/histogram.ts';
import { eitherLateMs, withoutLatenessMs } from '../open/lateness.ts';
import type { Part } from '../open/recorder.ts';
import { matches } from '../scenario/plan.ts';
import type { Threshold } from './parse.ts';
import { samplesForPercentile, samplesForShare } from './samples.ts';

export interface Measured {
  readonly parts: readonly Part[];
  readonly iterations: number;
  readonly dropped: number;
  readonly measuredMs: number;
  readonly lag: Times;
  /** How late answers may have been read. */
  readonly notice: Times;
  /** Of whole journeys. */
  readonly journeys: Times;
  readonly sentBytes: number;
  readonly receivedBytes: number;
}

export function measure(threshold: Threshold, measured: Measured): MeasuredThreshold {
  const { text, operator, limit } = threshold;
  const common = { text, operator, limit };
  const parts = measured.parts.filter((part) => selects(threshold, part));
  if (threshold.metric === 'iteration_duration') return { ...common, ...trend(threshold, [measured.journeys], measured) };
  if (threshold.metric === 'http_req_duration' || threshold.metric === 'http_req_waiting') {
    const of = threshold.metric === 'http_req_duration' ? 'latency' : 'waiting';
    return {
      ...common,
      ...trend(
        threshold,
        parts.map((part) => part[of]),
        measured,
      ),
    };
  }
  const requests = countOf(parts);
  if (threshold.metric === 'http_req_failed' || threshold.metric === 'checks') {
    const hits = countOf(parts.filter(({ expected }) => !expected));
    const isFailed = threshold.metric === 'http_req_failed';
    const samplesNeeded = samplesForShare(isFailed ? limit : 1 - limit);
    return {
      ...common,
      unit: 'share',
      generatorDelay: 0,
      samples: requests,
      samplesNeeded,
      hits,
      ...(requests > 0 && { observed: (isFailed ? hits : requests - hits) / requests }),
    };
  }
  const { iterations, dropped, sentBytes, receivedBytes } = measured;
  const counts = { http_reqs: requests, iterations, dropped_iterations: dropped, data_sent: sentBytes, data_received: receivedBytes };
  const count = counts[threshold.metric];
  const unit = threshold.aggregation === 'count' ? 'count' : 'per second';
  const observed = unit === 'count' ? count : count / (measured.measuredMs / 1000);
  // None dropped is good news; none sent is no news, and must not hold "fewer than".
  const isSeen = measured.measuredMs > 0 && (count > 0 || threshold.metric === 'dropped_iterations');
  return { ...common, unit, generatorDelay: 0, samples: count, samplesNeeded: 0, ...(isSeen && { observed }) };
}

function trend(
  { aggregation, percentile }: Threshold,
  all: readonly Times[],
  late: Late,
): Omit<MeasuredThreshold, 'text' | 'operator' | 'limit'> {
  const times = merged(all);
  const share = aggregation === 'p' ? percentile : aggregation === 'med' ? 50 : undefined;
  const take = (from: Times): number => {
    if (share !== undefined) return percentileMs(from, share);
    return aggregation === 'avg' ? meanMs(from) : aggregation === 'min' ? minMs(from) : maxMs(from);
  };
  const generatorDelay = share === undefined ? 2 * eitherLateMs(take(late.lag), take(late.notice)) : tooHighByMs(share, times, late);
  const samplesNeeded = share === undefined ? 1 : samplesForPercentile(share);
  return { unit: 'ms', generatorDelay, samples: times.totalCount, samplesNeeded, ...(times.totalCount > 0 && { observed: take(times) }) };
}

type Late = Pick<Measured, 'lag' | 'notice'>;
const lateMs = ({ lag, notice }: Late, percentile: number) => eitherLateMs(percentileMs(lag, percentile), percentileMs(notice, percentile));
const besidesAtMost = [1, 5, 10, 25];

/** Milliseconds by which a percentile (0 to 100) may be too high, whichever requests they were that the generator was late with. */
export function tooHighByMs(share: number, times: Times, late: Late): number {
  return Math.min(2 * lateMs(late, Math.max(share, 99)), latenessOf(share, times, late));
}

// What is late is late for all steps together: of a few requests of one step it may be a greater part.
function latenessOf(share: number, times: Times, late: Late): number {
  const part = Math.max(1, late.lag.totalCount / Math.max(1, times.totalCount));
  const bounds = besidesAtMost.map((besides) => ({ besides, ms: lateMs(late, 100 - besides / part) }));
  const least = withoutLatenessMs(share, (percentile) => percentileMs(times, percentile), bounds);
  return Math.max(0, percentileMs(times, share) - least);
}

function selects(threshold: Threshold, { tags, expected, outcome, stage }: Part): boolean {
  const { expected_response: wanted, status = outcome, stage: during = stage } = threshold.selector;
  return matches(threshold, tags) && (wanted === undefined || wanted === String(expected)) && status === outcome && during === stage;
}

const countOf = (parts: readonly Part[]): number => parts.reduce((sum, { latency }) => sum + latency.totalCount, 0);
