// How the load judge says its figures.
import type { LoadEvidence, MeasuredThreshold, RequestPlace } from '../../model.ts';

/** A threshold's value with its unit. */
export function amountOf({ unit }: MeasuredThreshold, value: number): string {
  if (unit === 'ms') return ms(value);
  if (unit === 'share') return share(value);
  return unit === 'count' ? String(value) : `${tenth(value)} per second`;
}

/** The same of what was measured, or of all that it may be. */
export function amountsOf(threshold: MeasuredThreshold & { readonly observed: number }): string {
  const { observed, between = { least: observed, most: observed } } = threshold;
  if (between.least === between.most) return amountOf(threshold, observed);
  return `between ${amountOf(threshold, between.least)} and ${amountOf(threshold, between.most)}`;
}

/** What was measured, and on how much. */
export function figures(evidence: LoadEvidence): string {
  const { model, connections, askedPerSecond } = evidence;
  const seconds = Math.round(evidence.durationMs / 1000);
  const atMost = (evidence.engines ?? 1) > 1 ? 'at most ' : '';
  return [
    `p50 ${atMost}${ms(evidence.p50Ms)}`,
    `p95 ${atMost}${ms(evidence.p95Ms)}`,
    `p99 ${atMost}${ms(evidence.p99Ms)}`,
    `${share(evidence.failedShare)} failed`,
    model === 'closed'
      ? `${tenth(evidence.requestsPerSecond)} requests per second on ${connections} connections (closed model, pauses filled in)`
      : `${tenth(evidence.requestsPerSecond)} requests per second (open model, ${tenth(askedPerSecond ?? 0)} arrivals per second asked)`,
    `${evidence.requests} answers in ${seconds} s after a warm-up of ${Math.round(evidence.warmUpMs / 1000)} s`,
    ...(evidence.remark === undefined ? [] : [evidence.remark]),
  ].join(', ');
}

/** The most frequent outcomes. */
export function outcomes({ statuses }: LoadEvidence): string {
  const most = Object.entries(statuses).sort(([one, many], [other, more]) => more - many || (one < other ? -1 : 1));
  return most
    .slice(0, 4)
    .map(([outcome, times]) => `${times} × ${outcome}`)
    .join(', ');
}

/** The first thing to try by hand. */
export function placeOf({ url }: LoadEvidence): RequestPlace {
  return { kind: 'request', method: 'GET', url, curl: `curl -i '${url.replaceAll("'", '%27')}'` };
}

const tenth = (value: number) => Math.round(value * 10) / 10;
const ms = (value: number) => `${value < 10 ? tenth(value) : Math.round(value)} ms`;
const share = (value: number) => `${Math.round(value * 1000) / 10} %`;
