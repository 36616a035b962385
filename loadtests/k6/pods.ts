// What several k6 processes say of one metric, put together as far as that is true: counts and shares add up, percentiles only have bounds.

/** Figures of one metric in one summary, by k6's names. */
export type Values = Readonly<Record<string, number>>;
/** The same metric in every summary that has it. */
export type Pods = readonly Values[];
export interface Bounds {
  readonly least: number;
  readonly most: number;
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

/** Samples of one process: as counted, else those that hit and those that did not. */
const samplesIn = ({ count, passes = 0, fails = 0 }: Values): number => count ?? passes + fails;

export const samplesOf = (pods: Pods): number => sum(pods.map(samplesIn));

/** A counter; undefined where no process has it. */
export const countOf = (pods: Pods): number | undefined => (pods.length === 0 ? undefined : sum(pods.map(({ count = 0 }) => count)));

/** A share from 0 to 1, and the samples that hit; undefined where there are none. */
export function shareOf(pods: Pods): { readonly share: number; readonly hits: number } | undefined {
  const samples = samplesOf(pods);
  if (samples === 0) return undefined;
  // With neither, one process says no more than the share.
  const hits = sum(pods.map((each) => each.passes ?? (each.rate ?? each.value ?? 0) * samplesIn(each)));
  return { share: hits / samples, hits: Math.round(hits) };
}

/**
 * A figure of times, in ms. `avg`, `min` and `max` are exact. A percentile of all samples lies between the least and the most of the
 * processes' own: a limit that each of them keeps for 95 % of its samples is kept for 95 % of all. (k6 interpolates between two neighbouring
 * samples: up to one sample of each process may lie on the other side.)
 */
export function trendOf(pods: Pods, figure: string): Bounds | undefined {
  const sampled = pods.filter((each) => samplesIn(each) > 0);
  const values = sampled.flatMap((each) => each[figure] ?? []);
  if (values.length === 0 || values.length < sampled.length) return undefined;
  const bounds = { least: Math.min(...values), most: Math.max(...values) };
  const exact = (value: number): Bounds => ({ least: value, most: value });
  if (figure === 'min') return exact(bounds.least);
  if (figure === 'max') return exact(bounds.most);
  if (figure !== 'avg') return bounds;
  return exact(sum(sampled.map((each) => samplesIn(each) * (each.avg ?? 0))) / samplesOf(sampled));
}
