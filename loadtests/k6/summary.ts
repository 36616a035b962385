// What k6 says of its run, as our own evidence: one process, or several that shared the work.
import type { LoadDoubt, LoadEvidence, MeasuredThreshold } from '../../checks/model.ts';
import { arrivalsIn } from '../open/schedule.ts';
import { stageOf } from '../scenario/plan.ts';
import type { Scenario } from '../scenario/schema.ts';
import { metrics, parseThresholds, type Threshold } from '../thresholds/parse.ts';
import { samplesForPercentile, samplesForShare } from '../thresholds/samples.ts';
import { k6Key } from './export.ts';
import { countOf, type Pods, samplesOf, shareOf, trendOf } from './pods.ts';
import { impossibleIn, type Summary, valuesOf } from './summary-text.ts';

/** The evidence, or in one line why the summaries are none. Thresholds are those of the scenario. */
export function evidenceOfSummaries(
  summaries: readonly Summary[],
  { scenario, url }: { readonly scenario: Scenario; readonly url: string },
): { readonly evidence: LoadEvidence } | { readonly problem: string } {
  const parsed = parseThresholds(scenario.thresholds ?? {});
  if ('problem' in parsed) return parsed;
  const keys = [...always, ...parsed.thresholds.map(keyOf)].map((key) => k6Key(scenario, key));
  const impossible = impossibleIn(summaries, [...keys, 'vus_max']);
  if (impossible !== undefined) return { problem: impossible };
  const all = (key: string): Pods => podsOf(summaries, k6Key(scenario, key));
  const duration = all('http_req_duration');
  const requests = countOf(all('http_reqs'));
  const [p50, p95, p99] = ['p(50)', 'p(95)', 'p(99)'].map((figure) => trendOf(duration, figure));
  const failed = shareOf(all('http_req_failed'));
  if (requests === undefined || failed === undefined || p50 === undefined || p95 === undefined || p99 === undefined) {
    return { problem: 'has no figures of the measured stages: was the script exported from this scenario?' };
  }
  const stages = scenario.stages.map(stageOf);
  const measuredMs = stages.reduce((sum, { measured, durationMs }) => sum + (measured ? durationMs : 0), 0);
  const due = stages.reduce((sum, stage) => sum + (stage.measured ? arrivalsIn(stage) : 0), 0);
  const dropped = countOf(all('dropped_iterations')) ?? 0;
  const iterations = countOf(all('iterations'));
  const failedShare = failed.share;
  return {
    evidence: {
      url,
      scenario: scenario.name,
      model: 'open',
      connections: podsOf(summaries, 'vus_max').reduce((sum, { value = 0 }) => sum + value, 0),
      askedPerSecond: measuredMs === 0 ? 0 : due / (measuredMs / 1000),
      warmUpMs: warmUpOf(scenario),
      durationMs: measuredMs,
      requests,
      failedShare,
      statuses: { ...counted('as expected', requests * (1 - failedShare)), ...counted('failed', requests * failedShare) },
      requestsPerSecond: measuredMs === 0 ? 0 : requests / (measuredMs / 1000),
      p50Ms: p50.most,
      p95Ms: p95.most,
      p99Ms: p99.most,
      thresholds: parsed.thresholds.map((each) => measuredBy(each, { pods: all(keyOf(each)), measuredMs })),
      timedFromSent: true,
      ...(summaries.length > 1 && { engines: summaries.length }),
      doubts: doubtsOf({ requests, failedShare, dropped, due, iterations, engines: summaries.length }),
    },
  };
}

const always = ['http_req_duration', 'http_req_failed', 'http_reqs', 'dropped_iterations', 'iterations'];

const podsOf = (summaries: readonly Summary[], key: string): Pods => summaries.flatMap((each) => [valuesOf(each, key) ?? []].flat());

const counted = (what: string, count: number): Readonly<Record<string, number>> => (count < 0.5 ? {} : { [what]: Math.round(count) });

const keyOf = ({ text }: Threshold): string => text.slice(0, text.lastIndexOf(': '));

function measuredBy(
  { text, metric, aggregation, percentile, operator, limit }: Threshold,
  { pods, measuredMs }: { readonly pods: Pods; readonly measuredMs: number },
): MeasuredThreshold {
  const samples = samplesOf(pods);
  const common = { text, operator, limit, generatorDelay: 0, samples };
  if (metric === 'http_req_failed' || metric === 'checks') {
    const seen = shareOf(pods);
    // k6 counts a request that failed as a pass of http_req_failed.
    const isFailed = metric === 'http_req_failed';
    const hits = isFailed ? (seen?.hits ?? 0) : samples - (seen?.hits ?? 0);
    const samplesNeeded = samplesForShare(isFailed ? limit : 1 - limit);
    return { ...common, unit: 'share', samplesNeeded, hits, ...(seen !== undefined && { observed: seen.share }) };
  }
  if (metrics[metric] === 'trend') {
    const between = trendOf(pods, aggregation === 'p' ? `p(${percentile})` : aggregation);
    const samplesNeeded = aggregation === 'p' || aggregation === 'med' ? samplesForPercentile(aggregation === 'p' ? percentile : 50) : 1;
    const bounds = between === undefined || between.least === between.most ? {} : { between };
    return { ...common, unit: 'ms', samplesNeeded, ...(between !== undefined && { observed: between.most, ...bounds }) };
  }
  const unit = aggregation === 'count' ? 'count' : 'per second';
  // k6's own rate is over the whole run, the warm-up included.
  const count = countOf(pods) ?? (metric === 'dropped_iterations' ? 0 : undefined);
  const observed = count === undefined || measuredMs === 0 ? undefined : unit === 'count' ? count : count / (measuredMs / 1000);
  return { ...common, unit, samplesNeeded: 0, ...(observed !== undefined && { observed }) };
}

interface Seen {
  readonly requests: number;
  readonly failedShare: number;
  readonly dropped: number;
  readonly iterations: number | undefined;
  readonly due: number;
  readonly engines: number;
}

const toldShare = 0.02;
// The first and the last of every engine may fall on the other side of the measured time.
const atEdges = 3;

function doubtsOf({ requests, failedShare, dropped, iterations = 0, due, engines }: Seen): readonly LoadDoubt[] {
  const doubts: LoadDoubt[] = [];
  if (failedShare === 1 && requests > 0) {
    doubts.push({ because: 'no request was answered as expected: what was to be measured was never reached', voids: 'all' });
  }
  const allowed = due * toldShare + atEdges * engines;
  const journeys = `${iterations + dropped} journeys are told of where the scenario asks for ${Math.round(due)}`;
  if (iterations - due > allowed)
    doubts.push({ because: `${journeys}: it is not the one that was run, or a summary is there twice`, voids: 'all' });
  if (due - iterations - dropped > allowed)
    doubts.push({ because: `${journeys}: k6 was stopped early, or the summary of an engine is missing`, voids: 'pass' });
  if (due > 0 && dropped / due > 0.01) {
    const because = `k6 dropped ${dropped} of ${Math.round(due)} journeys that were due: it had no virtual user left, and their waiting is in no figure`;
    doubts.push({ because, voids: 'pass' });
  }
  return doubts;
}

function warmUpOf({ stages }: Scenario): number {
  const all = stages.map(stageOf);
  const first = all.findIndex(({ measured }) => measured);
  return all.slice(0, Math.max(0, first)).reduce((sum, { durationMs }) => sum + durationMs, 0);
}
