// The part of a Report's shape that tells what a running service answered, and what a load run measured.
import { z } from 'zod';
import type { ReceivedAnswer, ReportLoad } from './report.ts';

const count = z.int().min(0);
const figure = z.number();

export const received: z.ZodType<ReceivedAnswer> = z.strictObject({
  status: z.int(),
  headers: z.array(z.tuple([z.string(), z.string()])),
  body: z.string(),
  truncated: z.boolean(),
});

export const load: z.ZodType<ReportLoad> = z.strictObject({
  url: z.string(),
  scenario: z.exactOptional(z.string()),
  model: z.enum(['closed', 'open']),
  connections: count,
  askedPerSecond: z.exactOptional(figure),
  warmUpMs: figure,
  durationMs: figure,
  requests: count,
  failedShare: figure,
  statuses: z.record(z.string(), z.number()),
  requestsPerSecond: figure,
  p50Ms: figure,
  p95Ms: figure,
  p99Ms: figure,
  thresholds: z.array(
    z.strictObject({
      text: z.string(),
      unit: z.enum(['ms', 'share', 'count', 'per second']),
      operator: z.enum(['<', '<=', '>', '>=', '==', '!=']),
      limit: figure,
      observed: z.exactOptional(figure),
      between: z.exactOptional(z.strictObject({ least: figure, most: figure })),
      judged: z.exactOptional(z.strictObject({ verdict: z.enum(['pass', 'fail', 'inconclusive']), because: z.string() })),
    }),
  ),
  doubts: z.array(z.string()),
  steps: z.exactOptional(
    z.array(
      z.strictObject({
        name: z.string(),
        route: z.string(),
        requests: count,
        failed: count,
        p50Ms: figure,
        p95Ms: figure,
        p99Ms: figure,
      }),
    ),
  ),
  moments: z.exactOptional(
    z.array(
      z.strictObject({
        atMs: figure,
        lastsMs: figure,
        ended: count,
        failed: count,
        p50Ms: z.exactOptional(figure),
        p95Ms: z.exactOptional(figure),
        p99Ms: z.exactOptional(figure),
        measured: z.boolean(),
      }),
    ),
  ),
  percentiles: z.exactOptional(z.array(z.strictObject({ percentile: figure, ms: figure }))),
  repeats: z.exactOptional(
    z.strictObject({
      runs: count,
      figures: z.array(
        z.strictObject({
          what: z.string(),
          unit: z.enum(['ms', 'share', 'count', 'per second']),
          median: figure,
          least: figure,
          most: figure,
        }),
      ),
    }),
  ),
  stoppedBecause: z.exactOptional(z.string()),
  timedFromSent: z.exactOptional(z.literal(true)),
  engines: z.exactOptional(count),
});
