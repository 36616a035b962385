// Finds the most load that a target holds: ever larger steps until a threshold breaks, then halving between the last that held and the first that broke.
import type { Gathered } from '../checks/model.ts';
import { boundsOf, type Knee, kneeOf, repeatedText, type StepVerdict, type Tried, toRepeat } from './knee.ts';
import { busyShareOver } from './open/machine.ts';
import { type OpenRunOptions, runOpen } from './open-run.ts';
import { othersShare } from './overload.ts';
import type { LoadResult } from './result.ts';
import type { LoadPlan } from './scenario/plan.ts';

export interface SearchStep extends Tried {
  readonly because: string;
  readonly result: LoadResult;
  /** What shows that it was beyond the limit, though it could not be judged closely. */
  readonly overload?: string | undefined;
}
export interface Found {
  readonly steps: readonly SearchStep[];
  /** The most that held; absent where not even the first did. */
  readonly heldPerSecond?: number;
  /** The least that broke; absent where nothing did. */
  readonly brokePerSecond?: number;
  /** Between the two, and how sure that is. */
  readonly knee?: Knee;
  /** Why the search ended where it did. */
  readonly because: string;
}
export interface SearchOptions extends OpenRunOptions {
  readonly fromPerSecond: number;
  readonly toPerSecond: number;
  readonly stepMs: number;
  readonly warmUpMs: number;
  /** How often both ends are run in all, so that one lucky or unlucky step decides nothing; once where not said. */
  readonly repeats?: number;
  /** How near the two ends shall come, as a share. */
  readonly precision: number;
  readonly judge: (result: LoadResult, busyBeforeShare: number) => Judgement;
  /** Before each step nothing is sent for so long: what the processors do then is others' work. Not at all where not said. */
  readonly restMs?: number;
  /** Told once where a step waits until the processors are less busy. */
  readonly onWait?: (busyShare: number) => void;
  readonly onStep: (step: SearchStep) => void;
}
export interface Judgement {
  readonly verdict: StepVerdict;
  readonly because: string;
  /** What makes it unclear may be over in the next run. */
  readonly mayPass?: boolean;
  /** Of an unclear one: what shows that it was beyond the limit all the same. */
  readonly overload?: string | undefined;
}

const growth = 1.5;
// A machine that gave the generator no time for a moment ends no search.
const mostUnclear = 3;
// Nor is one run far over the limit the target's fault for sure; a second is.
const runsOverloaded = 2;
// In all: a target may have a minute of its own work left from one step, and a machine that stays busy is not waited for again and again.
const mostRests = 120;
// A search is bounded: 1.5 to the 24th is more than any target holds.
const mostSteps = 30;

/** Runs one step after the other; `missing` where nothing could be sent. */
export async function search(plan: LoadPlan, options: SearchOptions): Promise<Gathered<Found>> {
  const steps: SearchStep[] = [];
  const end = (because: string): Gathered<Found> => ({ found: { steps, ...boundsOf(steps), because, ...kneeOf(steps) } });
  const rests = { left: mostRests };
  let perSecond = options.fromPerSecond;
  let next = plan;
  while (steps.length < mostSteps) {
    if (steps.length > 0) next = (await options.nextPlan?.(next)) ?? next;
    const busyBeforeShare = await busyWithOthers(options, rests);
    const gathered = await runOpen(atRate(next, perSecond, options), options);
    if ('missing' in gathered) return steps.length === 0 ? gathered : end(gathered.missing);
    const judged = options.judge(gathered.found, busyBeforeShare);
    const { stopped } = gathered.found;
    const tried = { perSecond, result: gathered.found, ...settled(judged, steps, perSecond) };
    const step: SearchStep = stopped?.by === 'target' ? { ...tried, verdict: 'broke' } : tried;
    steps.push(step);
    options.onStep(step);
    if (stopped?.by === 'interrupt') return end('it was interrupted');
    if (step.verdict === 'unclear') {
      const times = steps.filter((each) => each.perSecond === perSecond && each.verdict === 'unclear').length;
      if (judged.mayPass === true && times < mostUnclear) continue;
      return end(`${perSecond} per second could not be judged${times > 1 ? `, ${times} times` : ''}: ${step.because}`);
    }
    const bounds = boundsOf(steps);
    const rate = nextRate({ held: bounds.heldPerSecond, broke: bounds.brokePerSecond }, options);
    const again = typeof rate === 'string' ? toRepeat(steps, options.repeats ?? 1) : undefined;
    if (typeof rate === 'string' && again === undefined) return end(`${rate}${repeatedText(steps)}`);
    perSecond = again ?? (typeof rate === 'number' ? rate : perSecond);
  }
  return end(`${mostSteps} steps were taken`);
}

// What a target still works off from the step before is not others' work: it is waited for, for a while.
async function busyWithOthers(
  { restMs, signal, onWait }: Pick<SearchOptions, 'restMs' | 'signal' | 'onWait'>,
  rests: { left: number },
): Promise<number> {
  if (restMs === undefined || signal?.aborted === true) return 0;
  let share = await busyShareOver(restMs, signal);
  const isBusy = (): boolean => share > othersShare && rests.left > 0 && signal?.aborted !== true;
  if (isBusy()) onWait?.(share);
  for (; isBusy(); rests.left -= 1) share = await busyShareOver(restMs, signal);
  return share;
}

// Told apart from what only this one run met.
function settled({ verdict, because, overload }: Judgement, before: readonly SearchStep[], perSecond: number): Omit<Judgement, 'mayPass'> {
  if (verdict !== 'unclear' || overload === undefined) return { verdict, because };
  const runs = 1 + before.filter((step) => step.perSecond === perSecond && step.overload !== undefined).length;
  if (runs < runsOverloaded) return { verdict, because, overload };
  return { verdict: 'broke', because: `${overload}, in ${runs} runs; ${because}`, overload };
}

function nextRate({ held, broke }: { held: number | undefined; broke: number | undefined }, options: SearchOptions): number | string {
  if (held === undefined) {
    // Not even the first: look below it, but not for ever.
    const lower = Math.floor((broke ?? 0) / 4);
    return lower < 1 || (broke ?? 0) < options.fromPerSecond / 64 ? 'no rate held' : lower;
  }
  if (broke === undefined) {
    if (held >= options.toPerSecond) return `nothing broke up to ${held} per second, the most that was allowed`;
    return Math.min(options.toPerSecond, Math.max(held + 1, Math.round(held * growth)));
  }
  const middle = Math.round((held + broke) / 2);
  if (broke - held <= Math.max(1, held * options.precision) || middle === held || middle === broke) {
    return `between ${held} and ${broke} per second`;
  }
  return middle;
}

/** The plan with one step's stages instead of its own. */
export function atRate(plan: LoadPlan, perSecond: number, { stepMs, warmUpMs }: Pick<SearchOptions, 'stepMs' | 'warmUpMs'>): LoadPlan {
  const stage = { fromPerSecond: perSecond, toPerSecond: perSecond };
  return {
    ...plan,
    stages: [
      { ...stage, name: 'warm-up', durationMs: warmUpMs, measured: false },
      { ...stage, name: 'steady', durationMs: stepMs, measured: true },
    ].filter(({ durationMs }) => durationMs > 0),
  };
}
