// One open-model run from its plan to its result: refuses what may not be loaded, watches the thresholds that end a run.

import { isHeld } from '../checks/model/threshold.ts';
import type { Gathered } from '../checks/model.ts';
import { driftText } from './drift/drift.ts';
import { driftsOf, type Watched, watchMetrics } from './drift/watch.ts';
import { driveOnThreads } from './open/crew/crew.ts';
import type { Source } from './open/crew/told.ts';
import { drive } from './open/drive.ts';
import type { DriveOptions } from './open/driven.ts';
import { arrivalsIn } from './open/schedule.ts';
import { isThisMachine, type LoadResult, measuredBy, resultOf } from './result.ts';
import type { LoadPlan } from './scenario/plan.ts';
import { whyUnreachable } from './unreachable.ts';

export interface OpenRunOptions extends Pick<DriveOptions, 'signal' | 'onSecond' | 'precise'> {
  /** Load on a machine other than this one needs its owner's word. */
  readonly remoteAllowed?: boolean;
  /** Of several runs: the plan of each but the first, made from the one before. */
  readonly nextPlan?: (before: LoadPlan) => Promise<LoadPlan>;
  /** More than one where one processor is too little for the rate; each makes the plan again from its source. */
  readonly threads?: { readonly count: number; readonly source: Source };
}

// As many failures are a rate, however few the samples.
const hitsThatEnd = 20;

/** Runs the plan; `missing` where nothing was sent: a machine that is not ours, a dead port. */
export async function runOpen(plan: LoadPlan, options: OpenRunOptions = {}): Promise<Gathered<LoadResult>> {
  const { url, sessions } = plan;
  const foreign = [url, ...(sessions?.origins ?? [])].find(({ hostname }) => !isThisMachine(hostname));
  if (options.remoteAllowed !== true && foreign !== undefined) {
    return { missing: `load is only sent to this machine unless it is allowed for ${foreign.hostname}` };
  }
  const dead = (await whyUnreachable(url, options.signal)) ?? tooFewRows(plan) ?? (await sessions?.open(options.signal));
  if (dead !== undefined) return { missing: dead };
  const startedAt = new Date();
  const metrics = watchMetrics(
    url,
    plan.stages.reduce((sum, { durationMs }) => sum + durationMs, 0),
    plan.askTarget,
  );
  const { threads, ...rest } = options;
  const watched: DriveOptions = { ...rest, stopBecause: (recorder, measuredMs) => brokenThreshold(plan, { recorder, measuredMs }) };
  const alone = threads === undefined || threads.count <= 1;
  const driven = await (alone ? drive(plan, watched) : driveOnThreads(plan, threads.source, threads.count, watched));
  return { found: withDrift(resultOf(plan, driven, startedAt), metrics.end()) };
}

// What holds today on memory that is not given back does not hold for long.
function withDrift(result: LoadResult, watched: readonly Watched[]): LoadResult {
  const drift = driftsOf(watched, result);
  const grew = drift.filter((each) => each.is === 'grew');
  const doubts = grew.map((each) => ({ because: driftText(each), voids: 'pass' as const }));
  return drift.length === 0 ? result : { ...result, drift: [...drift], doubts: [...result.doubts, ...doubts] };
}

// Rows that are used once must not run out in the middle, nor be used twice.
function tooFewRows({ stages, journeysLeft }: LoadPlan): string | undefined {
  const journeys = Math.ceil(stages.reduce((sum, stage) => sum + arrivalsIn(stage), 0));
  const left = journeysLeft?.() ?? journeys;
  return left < journeys ? `a feed with the order "once" has ${left} rows left for ${journeys} journeys` : undefined;
}

function brokenThreshold({ thresholds }: LoadPlan, seen: Parameters<typeof measuredBy>[1]): string | undefined {
  const ending = thresholds.filter(({ abortOnFail, delayAbortMs }) => abortOnFail && seen.measuredMs >= Math.max(1, delayAbortMs));
  return ending
    .filter((threshold) => {
      const { observed, samples, samplesNeeded, generatorDelay, hits = 0 } = measuredBy(threshold, seen);
      const broken = (value: number) => !isHeld(threshold, value);
      const isEnough = samples >= samplesNeeded || hits >= hitsThatEnd;
      return observed !== undefined && isEnough && broken(observed) && broken(Math.max(0, observed - generatorDelay));
    })
    .map(({ text }) => `${text} broke (abortOnFail)`)[0];
}
