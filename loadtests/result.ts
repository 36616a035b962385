// What one open-model run came to: the file that --result writes, --compare reads, and the evidence is made from.
import type { LoadEvidence, LoadSpread, MeasuredThreshold } from '../checks/model.ts';
import { momentsOf, percentilesOf } from './moments.ts';
import type { Driven } from './open/driven.ts';
import { encoded, merged, summaryOf, type Times } from './open/histogram.ts';
import { precisionRemark } from './precision.ts';
import type { LoadResult, RepeatedFigure } from './result-schema.ts';
import type { LoadPlan } from './scenario/plan.ts';
import { measure, tooHighByMs } from './thresholds/measure.ts';
import { generatorDoubts, refusalDoubts } from './validity.ts';

export { type LoadResult, resultSchema } from './result-schema.ts';

/** Counts what a run saw; judges nothing. */
export function resultOf(plan: LoadPlan, driven: Driven, startedAt: Date): LoadResult {
  const { recorder, measuredMs, machine, stopped } = driven;
  const latencies = merged(recorder.parts.map(({ latency }) => latency));
  const statuses = Object.fromEntries([...recorder.statuses].sort(([one], [other]) => (one < other ? -1 : 1)));
  const requests = latencies.totalCount;
  const bad = recorder.parts.reduce((sum, { expected, latency }) => sum + (expected ? 0 : latency.totalCount), 0);
  return {
    launchgateLoad: 1,
    scenario: plan.name,
    url: `${plan.url.origin}${plan.url.pathname}`,
    startedAt: startedAt.toISOString(),
    stages: [...plan.stages],
    measuredMs: Math.round(measuredMs),
    warmUpMs: warmUpMsOf(plan),
    askedPerSecond: measuredMs === 0 ? 0 : driven.due / (measuredMs / 1000),
    iterations: recorder.iterations,
    droppedIterations: recorder.dropped,
    requests,
    failed: bad,
    requestsPerSecond: measuredMs === 0 ? 0 : requests / (measuredMs / 1000),
    statuses,
    latency: summaryOf(latencies),
    service: summaryOf(merged(recorder.parts.map(({ service }) => service))),
    latencyHistogram: encoded(latencies),
    steps: stepsOf(driven),
    seconds: recorder.seconds,
    generator: generatorOf(driven, latencies),
    thresholds: plan.thresholds.map((each) => measuredBy(each, driven)),
    doubts: [
      ...(stopped === undefined || stopped.by === 'threshold'
        ? []
        : [{ because: `the run ended early: ${stopped.because}`, voids: 'pass' } as const]),
      ...refusalDoubts({ requests, statuses, everExpected: recorder.everExpected }),
      ...generatorDoubts({ ...driven, ...machine, sameMachine: isThisMachine(plan.url.hostname) }),
    ],
    ...(stopped !== undefined && { stopped }),
  };
}

/** What the judges are shown. */
export function evidenceOf(result: LoadResult): LoadEvidence {
  const { url, requests, failed, statuses, latency } = result;
  const remark = precisionRemark(result);
  return {
    url,
    scenario: result.scenario,
    model: 'open',
    connections: result.generator.mostOpen,
    askedPerSecond: result.askedPerSecond,
    warmUpMs: result.warmUpMs,
    durationMs: result.measuredMs,
    requests,
    failedShare: requests === 0 ? 0 : failed / requests,
    statuses,
    requestsPerSecond: result.requestsPerSecond,
    p50Ms: latency.p50Ms,
    p95Ms: latency.p95Ms,
    p99Ms: latency.p99Ms,
    thresholds: result.thresholds,
    doubts: result.doubts,
    ...(remark !== undefined && { remark }),
    steps: result.steps.map(({ name, route, requests, failed, latency }) => {
      const { p50Ms, p95Ms, p99Ms } = latency;
      return { name, route, requests, failed, p50Ms, p95Ms, p99Ms };
    }),
    moments: momentsOf(result),
    percentiles: percentilesOf(result),
    ...(result.repeats !== undefined && { repeats: { runs: result.repeats.runs, figures: result.repeats.figures.map(spreadOf) } }),
    ...(result.stopped !== undefined && { stoppedBecause: result.stopped.because }),
  };
}

/** A figure of several runs: in the middle, and how far they lay apart. */
export function spreadOf({ what, unit, values }: RepeatedFigure): LoadSpread {
  return { what, unit, median: median(values), least: Math.min(...values), most: Math.max(...values) };
}

/** Between the two in the middle where there is no one. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const [low = 0, high = low] = sorted.slice(Math.floor((sorted.length - 1) / 2), Math.floor(sorted.length / 2) + 1);
  return (low + high) / 2;
}

/** True for names and addresses that never leave this machine. */
export function isThisMachine(hostname: string): boolean {
  return hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

/** A threshold against what a run has seen so far. */
export function measuredBy(each: LoadPlan['thresholds'][number], driven: Pick<Driven, 'recorder' | 'measuredMs'>): MeasuredThreshold {
  const { parts, iterations, dropped, lag, notice, journeys, sentBytes, receivedBytes } = driven.recorder;
  return measure(each, { parts, iterations, dropped, lag, notice, journeys, sentBytes, receivedBytes, measuredMs: driven.measuredMs });
}

function warmUpMsOf({ stages }: LoadPlan): number {
  const first = stages.findIndex(({ measured }) => measured);
  return stages.slice(0, Math.max(0, first)).reduce((sum, { durationMs }) => sum + durationMs, 0);
}

function stepsOf({ recorder }: Driven): LoadResult['steps'] {
  return [...new Set(recorder.parts.map(({ tags }) => tags))].map((tags) => {
    const parts = recorder.parts.filter((part) => part.tags === tags);
    const latency = merged(parts.map((part) => part.latency));
    const failed = parts.reduce((sum, part) => sum + (part.expected ? 0 : part.latency.totalCount), 0);
    const service = summaryOf(merged(parts.map((part) => part.service)));
    return { ...tags, requests: latency.totalCount, failed, latency: summaryOf(latency), service, latencyHistogram: encoded(latency) };
  });
}

function generatorOf({ recorder, machine, mostOpen, due, startedInTime, measuredMs }: Driven, latencies: Times): LoadResult['generator'] {
  const { cpuShare, machineBusyShare, stoodStillMs, longestStandstillMs, lookedOnMs } = machine;
  const startedInTimeShare = due === 0 ? 1 : startedInTime / due;
  const tooHigh = (percentile: number) => tooHighByMs(percentile, latencies, recorder);
  const late = { lag: summaryOf(recorder.lag), notice: summaryOf(recorder.notice) };
  return {
    ...{ ...late, cpuShare, machineBusyShare, mostOpen, startedInTimeShare, stoodStillMs, longestStandstillMs },
    ...(latencies.totalCount > 0 && { tooHigh: { p50Ms: tooHigh(50), p95Ms: tooHigh(95), p99Ms: tooHigh(99) } }),
    ...(lookedOnMs > 0 && { lookedOnShare: Math.min(1, lookedOnMs / measuredMs) }),
  };
}

/** Whether the generator was later than its own figures allow: more than 1 ms and 5 % of the 99th percentile. */
export function isGeneratorLate({ generator, latency }: Pick<LoadResult, 'generator' | 'latency'>): boolean {
  return generator.lag.p99Ms > Math.max(1, latency.p99Ms * 0.05);
}
