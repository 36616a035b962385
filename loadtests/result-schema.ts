// What a result file holds: the shape that --result writes and --compare reads.
import { z } from 'zod';
import { driftSchema } from './drift/drift.ts';

const times = z.object({
  count: z.number(),
  minMs: z.number(),
  meanMs: z.number(),
  p50Ms: z.number(),
  p90Ms: z.number(),
  p95Ms: z.number(),
  p99Ms: z.number(),
  p999Ms: z.number(),
  maxMs: z.number(),
});
const step = z.object({
  route: z.string(),
  method: z.string(),
  name: z.string(),
  requests: z.number(),
  failed: z.number(),
  latency: times,
  service: times,
  latencyHistogram: z.string(),
});
const threshold = z.object({
  text: z.string(),
  unit: z.enum(['ms', 'share', 'count', 'per second']),
  operator: z.enum(['<', '<=', '>', '>=', '==', '!=']),
  limit: z.number(),
  observed: z.number().exactOptional(),
  generatorDelay: z.number(),
  samples: z.number(),
  samplesNeeded: z.number(),
  hits: z.number().exactOptional(),
});
const second = z.object({
  second: z.number(),
  started: z.number(),
  ended: z.number(),
  failed: z.number(),
  p50Ms: z.number(),
  p95Ms: z.number(),
  p99Ms: z.number(),
  open: z.number(),
  measured: z.boolean(),
  latencyHistogram: z.string().exactOptional(),
});

const repeatedFigure = z.object({
  what: z.string(),
  unit: z.enum(['ms', 'share', 'count', 'per second']),
  /** One per run. */
  values: z.array(z.number()),
});
export type RepeatedFigure = z.infer<typeof repeatedFigure>;

export const resultSchema = z.object({
  launchgateLoad: z.literal(1),
  scenario: z.string(),
  url: z.string(),
  startedAt: z.string(),
  stages: z.array(
    z.object({ name: z.string(), durationMs: z.number(), fromPerSecond: z.number(), toPerSecond: z.number(), measured: z.boolean() }),
  ),
  measuredMs: z.number(),
  warmUpMs: z.number(),
  askedPerSecond: z.number(),
  iterations: z.number(),
  droppedIterations: z.number(),
  requests: z.number(),
  failed: z.number(),
  requestsPerSecond: z.number(),
  statuses: z.record(z.string(), z.number()),
  latency: times,
  service: times,
  latencyHistogram: z.string(),
  steps: z.array(step),
  seconds: z.array(second),
  generator: z.object({
    lag: times,
    notice: times.exactOptional(),
    /** By how much lateness of the generator may have raised each percentile of all requests. */
    tooHigh: z.object({ p50Ms: z.number(), p95Ms: z.number(), p99Ms: z.number() }).exactOptional(),
    cpuShare: z.number(),
    machineBusyShare: z.number(),
    mostOpen: z.number(),
    startedInTimeShare: z.number(),
    stoodStillMs: z.number().exactOptional(),
    longestStandstillMs: z.number().exactOptional(),
    /** Of the measured time: looking on, so that nothing need wake up. */
    lookedOnShare: z.number().exactOptional(),
  }),
  thresholds: z.array(threshold),
  doubts: z.array(z.object({ because: z.string(), voids: z.enum(['all', 'pass', 'slowness']) })),
  /** Of a soak: each series of the target, and whether it grew. */
  drift: z.array(driftSchema).exactOptional(),
  /** Of several runs, whose medians all figures are. */
  repeats: z.object({ runs: z.number(), figures: z.array(repeatedFigure) }).exactOptional(),
  /** Why the run ended before its time. */
  stopped: z.object({ because: z.string(), by: z.enum(['interrupt', 'target', 'threshold']) }).exactOptional(),
});
export type LoadResult = z.infer<typeof resultSchema>;
