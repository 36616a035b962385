// How many samples a threshold takes. The rule of three: after n samples without a hit, 95 % confidence says no more than that the share of hits is below 3/n.

/** Samples that can carry a percentile (0 to 100). */
export function samplesForPercentile(percentile: number): number {
  return Math.ceil(3 / Math.max(0.0001, 1 - percentile / 100) - 1e-6);
}

/** Samples that can show a share to be below a limit. */
export function samplesForShare(limit: number): number {
  // Zero can't be shown by any number of samples; a run that promises it must at least be no accident.
  return limit <= 0 ? 300 : Math.min(30_000, Math.ceil(3 / limit - 1e-6));
}
