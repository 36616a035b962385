// What a generator is told, and what it brings back.
import { z } from 'zod';

export const driveSchema = z.object({
  url: z.string(),
  perSecond: z.number(),
  seconds: z.number(),
  warmUpSeconds: z.number(),
  connections: z.number(),
  precise: z.boolean().exactOptional(),
  together: z.string().exactOptional(),
  /** Where every single request is written to. */
  trace: z.string().exactOptional(),
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
  /** The most by which answers may have been there before they were read. */
  noticeP99Ms: z.number().exactOptional(),
  stoodStillMs: z.number().exactOptional(),
  /** What the generator itself says against its figures. */
  doubts: z.array(z.string()),
});
export type Seen = z.infer<typeof seenSchema>;

/** Added to `performance.now()` it is a clock that all processes of a machine share. */
export const clockMs: number = Math.min(...Array.from({ length: 200 }, apartMs));
// Read one after the other, never before: the least is nearest.
function apartMs(): number {
  const now = performance.now();
  return Number(process.hrtime.bigint()) / 1e6 - now;
}

/** A request by the target's clock; all times are the shared clock's. */
export const tracedSchema = z.object({ id: z.number(), askedMs: z.number(), dueMs: z.number(), answeredMs: z.number() });
export type Traced = z.infer<typeof tracedSchema>;
/** The same by the generator's. */
export const sentSchema = z.object({ id: z.number(), dueMs: z.number(), sentMs: z.number(), endedMs: z.number() });
export type Sent = z.infer<typeof sentSchema>;
