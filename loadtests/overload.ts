// Whether a run was beyond what its target holds, though the machine was too busy to judge it closely: from what was recorded, without a clock.
import type { LoadResult } from './result-schema.ts';

export type Recorded = Pick<LoadResult, 'seconds' | 'thresholds' | 'generator' | 'latency' | 'doubts'> & {
  /** Of all processors, before anything was sent. */
  readonly busyBeforeShare: number;
};
type Seconds = LoadResult['seconds'];

// What a busy machine adds is a part of the figures, and not a third of them: the guards below see to it that it was not full before.
const farOver = 1.5;
// Beside it the target still has most of the machine.
const fullShare = 0.9;
const startedShare = 0.99;
// Who else wants the processors may be why the target has none.
export const othersShare = 0.25;
// A pile that only just grows may be the noise of a second.
const endedShare = 0.95;
const slowerBy = 1.25;

/** What shows it, undefined where nothing does clearly enough. Lateness of the generator is taken off first. */
export function overloadOf(recorded: Recorded): string | undefined {
  const { generator, doubts, busyBeforeShare } = recorded;
  if (doubts.some(({ voids }) => voids === 'all')) return undefined;
  if (busyBeforeShare > othersShare) return undefined;
  if (generator.cpuShare > fullShare || generator.startedInTimeShare < startedShare) return undefined;
  return overByFar(recorded) ?? growingBacklog(recorded);
}

function overByFar({ thresholds }: Recorded): string | undefined {
  return thresholds.flatMap((threshold) => {
    const { text, unit, operator, limit, observed, generatorDelay, samples, samplesNeeded } = threshold;
    if (unit !== 'ms' || !operator.startsWith('<') || observed === undefined || samples < samplesNeeded || limit <= 0) return [];
    const least = observed - generatorDelay;
    if (least <= farOver * limit) return [];
    return [`${text} was ${Math.round(observed)} ms, at least ${times(least / limit)} its limit without the generator's own delay`];
  })[0];
}

function growingBacklog({ seconds, generator, latency }: Recorded): string | undefined {
  const measured = seconds.filter((second) => second.measured);
  const half = Math.floor(measured.length / 2);
  if (half < 2) return undefined;
  // A generator that gets no time to read makes a backlog of its own.
  if (4 * generator.lag.p90Ms > latency.p50Ms) return undefined;
  const [first, second] = [measured.slice(0, half), measured.slice(-half)];
  const [before, after] = [middleMs(first), middleMs(second)];
  // Answers that always take long are owed at the end too, but do not take ever longer.
  if (before === undefined || after === undefined || after < before * slowerBy) return undefined;
  if (endedOfStarted(first) >= endedShare || endedOfStarted(second) >= endedShare) return undefined;
  const open = [first.at(-1)?.open ?? 0, second.at(-1)?.open ?? 0] as const;
  if (open[1] <= open[0]) return undefined;
  const share = Math.round(endedOfStarted(measured) * 100);
  return `only ${share} % of what was sent was answered in the same time: ${open[0]}, then ${open[1]} requests were waiting, and ever longer`;
}

function endedOfStarted(seconds: Seconds): number {
  const sum = (of: 'started' | 'ended') => seconds.reduce((all, each) => all + each[of], 0);
  return sum('started') === 0 ? 1 : sum('ended') / sum('started');
}

// Of the seconds in which something ended.
function middleMs(seconds: Seconds): number | undefined {
  const all = seconds.flatMap(({ ended, p50Ms }) => (ended > 0 ? [p50Ms] : [])).toSorted((one, other) => one - other);
  return all[Math.floor(all.length / 2)];
}

const times = (value: number) => `${Math.floor(value * 10) / 10} times`;
