// One open-model run from its plan to its result: refuses what may not be loaded, watches the thresholds that end a run.
import type { Gathered } from '../checks/model.ts';
import { drive } from './open/drive.ts';
import type { DriveOptions } from './open/driven.ts';
import { isThisMachine, type LoadResult, measuredBy, resultOf } from './result.ts';
import type { LoadPlan } from './scenario/plan.ts';
import { isHeld } from './thresholds/parse.ts';
import { whyUnreachable } from './unreachable.ts';

export interface OpenRunOptions extends Pick<DriveOptions, 'signal' | 'onSecond'> {
  /** Load on a machine other than this one needs its owner's word. */
  readonly remoteAllowed?: boolean;
}

/** Runs the plan; `missing` where nothing was sent: a machine that is not ours, a dead port. */
export async function runOpen(plan: LoadPlan, options: OpenRunOptions = {}): Promise<Gathered<LoadResult>> {
  const { url } = plan;
  if (options.remoteAllowed !== true && !isThisMachine(url.hostname)) {
    return { missing: `load is only sent to this machine unless it is allowed for ${url.hostname}` };
  }
  const dead = await whyUnreachable(url, options.signal);
  if (dead !== undefined) return { missing: dead };
  const startedAt = new Date();
  const driven = await drive(plan, { ...options, stopBecause: (recorder, measuredMs) => brokenThreshold(plan, { recorder, measuredMs }) });
  return { found: resultOf(plan, driven, startedAt) };
}

function brokenThreshold({ thresholds }: LoadPlan, seen: Parameters<typeof measuredBy>[1]): string | undefined {
  const ending = thresholds.filter(({ abortOnFail, delayAbortMs }) => abortOnFail && seen.measuredMs >= Math.max(1, delayAbortMs));
  return ending
    .filter((threshold) => {
      const { observed, samples, samplesNeeded, generatorDelay } = measuredBy(threshold, seen);
      const broken = (value: number) => !isHeld(threshold, value);
      return observed !== undefined && samples >= samplesNeeded && broken(observed) && broken(Math.max(0, observed - generatorDelay));
    })
    .map(({ text }) => `${text} broke (abortOnFail)`)[0];
}
