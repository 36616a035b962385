// One scenario run several times: of every figure the median, and how far the runs lay apart.
import type { Gathered } from '../checks/model.ts';
import { decoded, encoded, merged } from './open/histogram.ts';
import { type OpenRunOptions, runOpen } from './open-run.ts';
import { type LoadResult, median } from './result.ts';
import type { RepeatedFigure } from './result-schema.ts';
import type { LoadPlan } from './scenario/plan.ts';

/** Runs the plan so often, one run after the other. A run that ends early is the last. */
export async function runRepeated(plan: LoadPlan, times: number, options: OpenRunOptions): Promise<Gathered<LoadResult>> {
  const results: LoadResult[] = [];
  let next = plan;
  while (results.length < times) {
    if (results.length > 0) next = (await options.nextPlan?.(next)) ?? next;
    const gathered = await runOpen(next, options);
    if ('missing' in gathered) return results.length === 0 ? gathered : { found: unfinished(results, times, gathered.missing) };
    results.push(gathered.found);
    if (gathered.found.stopped !== undefined) break;
  }
  return { found: medianOf(results) };
}

function unfinished(results: readonly LoadResult[], times: number, because: string): LoadResult {
  const median = medianOf(results);
  const doubt = { because: `run ${results.length + 1} of ${times} was not made: ${because}`, voids: 'pass' } as const;
  return { ...median, doubts: [...median.doubts, doubt] };
}

/** The medians of several results; of those of a run that ended early, what it came to itself. */
export function medianOf(results: readonly LoadResult[]): LoadResult {
  const last = results.at(-1);
  if (last === undefined) throw new Error('no result to take a median of');
  if (results.length === 1) return last;
  const repeats = { runs: results.length, figures: figuresOf(results) };
  if (last.stopped !== undefined) return { ...last, repeats };
  const of = (take: (result: LoadResult) => number) => median(results.map(take));
  return {
    ...last,
    askedPerSecond: of(({ askedPerSecond }) => askedPerSecond),
    iterations: of(({ iterations }) => iterations),
    droppedIterations: of(({ droppedIterations }) => droppedIterations),
    requests: of(({ requests }) => requests),
    failed: of(({ failed }) => failed),
    requestsPerSecond: of(({ requestsPerSecond }) => requestsPerSecond),
    latency: timesOf(results.map(({ latency }) => latency)),
    service: timesOf(results.map(({ service }) => service)),
    latencyHistogram: together(results.map(({ latencyHistogram }) => latencyHistogram)),
    generator: { ...last.generator, ...latest(results) },
    steps: last.steps.map((step) => stepOf(results.flatMap(({ steps }) => steps.find((each) => sameStep(each, step)) ?? []))),
    thresholds: last.thresholds.map((_, at) => thresholdOf(results.flatMap(({ thresholds }) => thresholds[at] ?? []))),
    doubts: doubtsOf(results),
    repeats,
  };
}

// What the latest of the generators may have added to a percentile is what its median may have too much.
function latest(results: readonly LoadResult[]): Pick<LoadResult['generator'], 'tooHigh'> {
  const all = results.flatMap(({ generator }) => generator.tooHigh ?? []);
  const most = (take: (each: (typeof all)[number]) => number) => Math.max(...all.map(take));
  return all.length === 0
    ? {}
    : { tooHigh: { p50Ms: most((each) => each.p50Ms), p95Ms: most((each) => each.p95Ms), p99Ms: most((each) => each.p99Ms) } };
}

type Step = LoadResult['steps'][number];
type Threshold = LoadResult['thresholds'][number];

const sameStep = (one: Step, other: Step) => one.name === other.name && one.route === other.route && one.method === other.method;
const together = (texts: readonly string[]) => encoded(merged(texts.map(decoded)));

function timesOf(all: readonly LoadResult['latency'][]): LoadResult['latency'] {
  const of = (name: keyof LoadResult['latency']) => median(all.map((each) => each[name]));
  return {
    ...{ count: of('count'), minMs: of('minMs'), meanMs: of('meanMs'), p50Ms: of('p50Ms'), p90Ms: of('p90Ms') },
    ...{ p95Ms: of('p95Ms'), p99Ms: of('p99Ms'), p999Ms: of('p999Ms'), maxMs: of('maxMs') },
  };
}

function stepOf(all: readonly Step[]): Step {
  const [first] = all;
  if (first === undefined) throw new Error('no step to take a median of');
  return {
    ...first,
    requests: median(all.map(({ requests }) => requests)),
    failed: median(all.map(({ failed }) => failed)),
    latency: timesOf(all.map(({ latency }) => latency)),
    service: timesOf(all.map(({ service }) => service)),
    latencyHistogram: together(all.map(({ latencyHistogram }) => latencyHistogram)),
  };
}

// The fewest samples and the latest generator of any run: what the median is held to must be borne by each.
function thresholdOf(all: readonly Threshold[]): Threshold {
  const [first] = all;
  if (first === undefined) throw new Error('no threshold to take a median of');
  const { observed: _, hits: __, ...common } = first;
  const observed = all.flatMap((each) => each.observed ?? []);
  const hits = all.flatMap((each) => each.hits ?? []);
  return {
    ...common,
    samples: Math.min(...all.map(({ samples }) => samples)),
    generatorDelay: Math.max(...all.map(({ generatorDelay }) => generatorDelay)),
    ...(observed.length === all.length && { observed: median(observed) }),
    ...(hits.length > 0 && { hits: median(hits) }),
  };
}

// One disturbed run of many does not move a median: a doubt counts where half of the runs have one of its kind.
function doubtsOf(results: readonly LoadResult[]): LoadResult['doubts'] {
  return (['all', 'pass', 'slowness'] as const).flatMap((voids) => {
    const doubted = results.flatMap(({ doubts }) => doubts.find((doubt) => doubt.voids === voids) ?? []);
    const [first] = doubted;
    if (first === undefined || doubted.length * 2 < results.length) return [];
    return [{ because: `in ${doubted.length} of ${results.length} runs: ${first.because}`, voids }];
  });
}

function figuresOf(results: readonly LoadResult[]): RepeatedFigure[] {
  const last = results.at(-1);
  const times = (of: string, take: (result: LoadResult) => LoadResult['latency'] | undefined): RepeatedFigure[] =>
    (['p50Ms', 'p95Ms', 'p99Ms'] as const).map(
      (name): RepeatedFigure => ({
        what: `${name.replace('Ms', '')} of ${of}`,
        unit: 'ms',
        values: results.flatMap((result) => take(result)?.[name] ?? []),
      }),
    );
  const plain = (what: string, unit: RepeatedFigure['unit'], take: (result: LoadResult) => number) => ({
    what,
    unit,
    values: results.map(take),
  });
  const steps = last === undefined || last.steps.length === 1 ? [] : last.steps;
  return [
    ...times('all requests', ({ latency }) => latency),
    ...steps.flatMap((step) => times(step.name, (result) => result.steps.find((each) => sameStep(each, step))?.latency)),
    plain('failed', 'share', ({ failed, requests }) => (requests === 0 ? 0 : failed / requests)),
    plain('requests per second', 'per second', ({ requestsPerSecond }) => requestsPerSecond),
    ...(last?.thresholds ?? []).map(({ text, unit }, at): RepeatedFigure => {
      return { what: text, unit, values: results.flatMap(({ thresholds }) => thresholds[at]?.observed ?? []) };
    }),
  ].filter(({ values }) => values.length > 0);
}
