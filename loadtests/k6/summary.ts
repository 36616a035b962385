// What k6 says of its run, as our own evidence: the file of `--summary-export`, or what handleSummary is given.
import { z } from 'zod';
import type { LoadDoubt, LoadEvidence, MeasuredThreshold } from '../../checks/model.ts';
import { arrivalsIn } from '../open/schedule.ts';
import { stageOf } from '../scenario/plan.ts';
import type { Scenario } from '../scenario/schema.ts';
import { metrics, parseThresholds, type Threshold } from '../thresholds/parse.ts';
import { samplesForPercentile, samplesForShare } from '../thresholds/samples.ts';
import { k6Key } from './export.ts';

const figures = z.record(z.string(), z.unknown());
const summary = z.looseObject({ metrics: z.record(z.string(), figures) });
type Values = Readonly<Record<string, number>>;

/** The evidence, or in one line why the file is none. Thresholds are those of the scenario. */
export function evidenceOfSummary(
  json: unknown,
  { scenario, url }: { readonly scenario: Scenario; readonly url: string },
): { readonly evidence: LoadEvidence } | { readonly problem: string } {
  const read = summary.safeParse(json);
  if (!read.success) return { problem: 'is no summary of k6: it has no `metrics`; write it with k6 run --summary-export' };
  const parsed = parseThresholds(scenario.thresholds ?? {});
  if ('problem' in parsed) return parsed;
  const values = (key: string): Values | undefined => valuesOf(read.data.metrics, k6Key(scenario, key));
  const duration = values('http_req_duration');
  const requests = values('http_reqs')?.count ?? duration?.count;
  if (duration === undefined || requests === undefined) {
    return { problem: 'has no figures of the measured stages: was the script exported from this scenario?' };
  }
  const measuredMs = scenario.stages.map(stageOf).reduce((sum, { measured, durationMs }) => sum + (measured ? durationMs : 0), 0);
  const due = scenario.stages.map(stageOf).reduce((sum, stage) => sum + (stage.measured ? arrivalsIn(stage) : 0), 0);
  const share = values('http_req_failed');
  const failedShare = share?.rate ?? share?.value ?? 0;
  const dropped = values('dropped_iterations')?.count ?? 0;
  return {
    evidence: {
      url,
      scenario: scenario.name,
      model: 'open',
      connections: valuesOf(read.data.metrics, 'vus_max')?.value ?? 0,
      askedPerSecond: measuredMs === 0 ? 0 : due / (measuredMs / 1000),
      warmUpMs: warmUpOf(scenario),
      durationMs: measuredMs,
      requests,
      failedShare,
      statuses: { ...counted('as expected', requests * (1 - failedShare)), ...counted('failed', requests * failedShare) },
      requestsPerSecond: measuredMs === 0 ? 0 : requests / (measuredMs / 1000),
      p50Ms: duration['p(50)'] ?? duration.med ?? 0,
      p95Ms: duration['p(95)'] ?? 0,
      p99Ms: duration['p(99)'] ?? 0,
      thresholds: parsed.thresholds.map((each) =>
        measuredBy(each, { values: values(keyOf(each)), samples: sampledBy(each, values), measuredMs }),
      ),
      timedFromSent: true,
      doubts: doubtsOf({ requests, failedShare, dropped, due }),
    },
  };
}

// Two forms: figures beside each other, and a rate called `value`; or all of them under `values`.
function valuesOf(metrics: Readonly<Record<string, Readonly<Record<string, unknown>>>>, key: string): Values | undefined {
  const metric = metrics[key];
  if (metric === undefined) return undefined;
  const nested = figures.safeParse(metric.values);
  const entries = Object.entries(nested.success ? nested.data : metric);
  return Object.fromEntries(entries.flatMap(([name, value]) => (typeof value === 'number' ? [[name, value] as const] : [])));
}

const counted = (what: string, count: number): Readonly<Record<string, number>> => (count < 0.5 ? {} : { [what]: Math.round(count) });

const keyOf = ({ text }: Threshold): string => text.slice(0, text.lastIndexOf(': '));

/** How many requests a threshold is about: those of its own selection where k6 counted them, else of its trend. */
function sampledBy(threshold: Threshold, values: (key: string) => Values | undefined): number {
  const own = values(keyOf(threshold));
  return own?.count ?? (own?.passes ?? 0) + (own?.fails ?? 0);
}

function measuredBy(
  { text, metric, aggregation, percentile, operator, limit }: Threshold,
  { values, samples, measuredMs }: { readonly values: Values | undefined; readonly samples: number; readonly measuredMs: number },
): MeasuredThreshold {
  const common = { text, operator, limit, generatorDelay: 0, samples };
  if (metric === 'http_req_failed' || metric === 'checks') {
    const share = values?.rate ?? values?.value;
    // k6 counts a request that failed as a pass of http_req_failed.
    const isFailed = metric === 'http_req_failed';
    const hits = (isFailed ? values?.passes : values?.fails) ?? Math.round((isFailed ? (share ?? 0) : 1 - (share ?? 1)) * samples);
    return {
      ...common,
      unit: 'share',
      samplesNeeded: samplesForShare(isFailed ? limit : 1 - limit),
      hits,
      ...(share !== undefined && samples > 0 && { observed: share }),
    };
  }
  if (metrics[metric] === 'trend') {
    const observed = values?.[aggregation === 'p' ? `p(${percentile})` : aggregation];
    const needed = aggregation === 'p' || aggregation === 'med' ? samplesForPercentile(aggregation === 'p' ? percentile : 50) : 1;
    return { ...common, unit: 'ms', samplesNeeded: needed, ...(observed !== undefined && samples > 0 && { observed }) };
  }
  const unit = aggregation === 'count' ? 'count' : 'per second';
  // k6's own rate is over the whole run, the warm-up included.
  const count = values?.count ?? (metric === 'dropped_iterations' ? 0 : undefined);
  const observed = count === undefined || measuredMs === 0 ? undefined : unit === 'count' ? count : count / (measuredMs / 1000);
  return { ...common, unit, samplesNeeded: 0, ...(observed !== undefined && { observed }) };
}

function doubtsOf(seen: {
  readonly requests: number;
  readonly failedShare: number;
  readonly dropped: number;
  readonly due: number;
}): readonly LoadDoubt[] {
  const { requests, failedShare, dropped, due } = seen;
  const never: readonly LoadDoubt[] =
    failedShare === 1 && requests > 0
      ? [{ because: 'no request was answered as expected: what was to be measured was never reached', voids: 'all' }]
      : [];
  const share = due === 0 ? 0 : dropped / due;
  const late: readonly LoadDoubt[] =
    share > 0.01
      ? [
          {
            because: `k6 dropped ${dropped} of ${Math.round(due)} journeys that were due: it had no virtual user left, and their waiting is in no figure`,
            voids: 'pass',
          },
        ]
      : [];
  return [...never, ...late];
}

function warmUpOf({ stages }: Scenario): number {
  const all = stages.map(stageOf);
  const first = all.findIndex(({ measured }) => measured);
  return all.slice(0, Math.max(0, first)).reduce((sum, { durationMs }) => sum + durationMs, 0);
}
