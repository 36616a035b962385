// k6's threshold language, read and checked before the first request. Alone knows which metrics and aggregations there are.
import type { ThresholdOperator } from '../../checks/model.ts';

export type Aggregation = 'avg' | 'min' | 'med' | 'max' | 'p' | 'rate' | 'count';
export type MetricKind = 'trend' | 'rate' | 'counter';
export interface Threshold {
  readonly text: string;
  readonly metric: MetricName;
  /** Tags that a request must carry to count. */
  readonly selector: Readonly<Record<string, string>>;
  readonly aggregation: Aggregation;
  /** 0 to 100, of `p(N)`. */
  readonly percentile: number;
  readonly operator: ThresholdOperator;
  readonly limit: number;
  readonly abortOnFail: boolean;
  readonly delayAbortMs: number;
}
export type ThresholdEntry = string | { readonly threshold: string; readonly abortOnFail?: boolean; readonly delayAbortEval?: string };
/** As in k6: metric, perhaps with `{tag:value}`, to one or several expressions. */
export type ThresholdMap = Readonly<Record<string, ThresholdEntry | readonly ThresholdEntry[]>>;

/** As k6 names them; `http_req_duration` and `iteration_duration` are counted from when the request and the journey were due. */
export const metrics = {
  http_req_duration: 'trend',
  http_req_waiting: 'trend',
  iteration_duration: 'trend',
  http_req_failed: 'rate',
  http_reqs: 'counter',
  checks: 'rate',
  iterations: 'counter',
  dropped_iterations: 'counter',
  data_sent: 'counter',
  data_received: 'counter',
} as const satisfies Record<string, MetricKind>;
export type MetricName = keyof typeof metrics;

export const selectorTags = ['route', 'method', 'name', 'journey', 'stage', 'status', 'expected_response'] as const;

/** Of k6, and not measured here. */
const others = 'http_req_blocked http_req_connecting http_req_tls_handshaking http_req_sending http_req_receiving vus vus_max';

const aggregationsOf: Readonly<Record<MetricKind, readonly Aggregation[]>> = {
  trend: ['avg', 'min', 'med', 'max', 'p'],
  rate: ['rate'],
  counter: ['count', 'rate'],
};
const expression =
  /^(?<aggregation>avg|min|med|max|rate|count|p\((?<percentile>\d+(?:\.\d+)?)\))\s*(?<operator><=|>=|===|==|!=|<|>)\s*(?<limit>[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)$/i;

/** Every threshold of the map, or the first thing wrong with it in one line. */
export function parseThresholds(map: ThresholdMap): { readonly thresholds: readonly Threshold[] } | { readonly problem: string } {
  const thresholds: Threshold[] = [];
  for (const [key, entries] of Object.entries(map)) {
    const on = parseKey(key);
    if ('problem' in on) return on;
    for (const entry of listOf(entries)) {
      const parsed = parseEntry(key, on, entry);
      if ('problem' in parsed) return parsed;
      thresholds.push(parsed);
    }
  }
  return { thresholds };
}

const listOf = (entries: ThresholdEntry | readonly ThresholdEntry[]): readonly ThresholdEntry[] => {
  const several: readonly (ThresholdEntry | readonly ThresholdEntry[])[] = [entries];
  return several.flat();
};

interface Key {
  readonly metric: MetricName;
  readonly selector: Readonly<Record<string, string>>;
}

/** Of no request in particular. */
const ofTheRun = new Set<string>(['iterations', 'dropped_iterations', 'iteration_duration', 'data_sent', 'data_received']);
const isMetric = (name: string): name is MetricName => Object.hasOwn(metrics, name);

function parseKey(key: string): Key | { readonly problem: string } {
  const [, metric = '', , tags] = /^(\w+)(\{(.*)\})?$/.exec(key.trim()) ?? [];
  if (!isMetric(metric)) {
    const why = others.split(' ').includes(metric) ? `k6's ${metric} is not measured here` : `there is no metric "${metric || key}"`;
    return { problem: `threshold "${key}": ${why}; there are ${Object.keys(metrics).join(', ')}` };
  }
  const selector: Record<string, string> = {};
  for (const part of tags === undefined ? [] : tags.split(',')) {
    const at = part.indexOf(':');
    const tag = selectorTags.find((each) => each === unquoted(part.slice(0, at)));
    if (at < 1 || tag === undefined) return { problem: `threshold "${key}": a selector is {tag:value} with ${selectorTags.join(', ')}` };
    selector[tag] = unquoted(part.slice(at + 1));
  }
  if (ofTheRun.has(metric) && tags !== undefined) {
    return { problem: `threshold "${key}": ${metric} takes no selector` };
  }
  return { metric, selector };
}

// As k6 takes them.
const unquoted = (text: string): string => text.trim().replace(/^["']+|["']+$/g, '');

function parseEntry(key: string, on: Key, entry: ThresholdEntry): Threshold | { readonly problem: string } {
  const { threshold: written, abortOnFail = false, delayAbortEval = '0s' } = typeof entry === 'string' ? { threshold: entry } : entry;
  const where = `threshold "${key}": ["${written}"]`;
  const { aggregation: named = '', percentile = '', operator = '', limit = '' } = expression.exec(written.trim())?.groups ?? {};
  if (named === '') return { problem: `${where} is not written like p(95)<300, rate<0.01, count>100, avg<200, med<100 or max<1000` };
  const kind = metrics[on.metric];
  const aggregation = aggregationsOf[kind].find((each) => each === named.replace(/\(.*/, ''));
  if (aggregation === undefined) return { problem: `${where}: ${on.metric} has ${aggregationsOf[kind].join(', ')}, not ${named}` };
  if (Number(percentile) > 100) return { problem: `${where}: a percentile is at most 100` };
  if (aggregation === 'rate' && kind === 'counter' && on.selector.stage !== undefined)
    return { problem: `${where}: a stage has a count, not a rate: it is over the whole measured time` };
  if (kind === 'rate' && !(Number(limit) >= 0 && Number(limit) <= 1)) return { problem: `${where}: a share is from 0 to 1` };
  const delayAbortMs = durationMs(delayAbortEval);
  if (delayAbortMs === undefined) return { problem: `${where}: delayAbortEval is a time like 10s` };
  const operatorKnown = operators.find((each) => each === operator.replace('===', '=='));
  if (operatorKnown === undefined) return { problem: `${where}: unknown operator` };
  const text = `${key.trim()}: ${written.trim()}`;
  return {
    ...on,
    text,
    aggregation,
    percentile: Number(percentile),
    operator: operatorKnown,
    limit: Number(limit),
    abortOnFail,
    delayAbortMs,
  };
}

const operators: readonly ThresholdOperator[] = ['<', '<=', '>', '>=', '==', '!='];

/** Milliseconds in `500ms`, `10s`, `2m`, `1h` or `1m30s`; undefined for anything else. */
export function durationMs(text: string): number | undefined {
  const unitMs = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 };
  if (!/^(?:\d+(?:\.\d+)?(?:ms|s|m|h))+$/.test(text)) return undefined;
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h)/g)];
  return parts.reduce(
    (sum, [, digits = '0', unit]) =>
      sum + Number(digits) * (unit === 'ms' ? 1 : unit === 's' ? unitMs.s : unit === 'm' ? unitMs.m : unitMs.h),
    0,
  );
}
