// What a generator is told, and what it brings back.
import { z } from 'zod';

export const driveSchema = z.object({
  url: z.string(),
  perSecond: z.number(),
  seconds: z.number(),
  warmUpSeconds: z.number(),
  connections: z.number(),
});
export type Drive = z.infer<typeof driveSchema>;

export const seenSchema = z.object({
  p50Ms: z.number(),
  p95Ms: z.number(),
  p99Ms: z.number(),
  failedShare: z.number(),
  requests: z.number(),
  /** Of the generator, user and system, per request. */
  cpuMicroseconds: z.number(),
  lagP99Ms: z.number().exactOptional(),
  stoodStillMs: z.number().exactOptional(),
  /** What the generator itself says against its figures. */
  doubts: z.array(z.string()),
});
export type Seen = z.infer<typeof seenSchema>;
