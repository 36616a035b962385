// What the generator's own delays can have made of a percentile. It starts late and reads late: no more is known of any one request.

/** A bound on the lateness that all starts but `besides` % kept. */
export interface LateBy {
  readonly ms: number;
  readonly besides: number;
}

/** A bound for either, of how late a share was started and read: the loop that starts requests late reads answers as late, if not later. */
export function eitherLateMs(startedMs: number, noticedMs: number): number {
  return (startedMs + Math.max(startedMs, noticedMs)) / 2;
}

/**
 * The least, in ms, that a percentile (0 to 100) would have been without the delays. Whoever started or was read later than a bound counts
 * as if it had been quick; the rest may have lost twice the bound. Each bound holds by itself, and so does the best of them.
 */
export function withoutLatenessMs(percentile: number, latencyAt: (percentile: number) => number, late: readonly LateBy[]): number {
  const counted = late.map(({ ms, besides }) => ({ ms, at: percentile - 2 * besides })).filter(({ at }) => at > 0);
  return Math.max(0, ...counted.map(({ ms, at }) => latencyAt(at) - 2 * ms));
}
