// What makes a run's figures unfit to be judged, said before anyone judges them.
import type { LoadDoubt } from '../checks/model.ts';

export interface Refusals {
  readonly requests: number;
  readonly statuses: Readonly<Record<string, number>>;
  /** Whether any answer of the run, the warm-up included, was an expected one. */
  readonly everExpected: boolean;
}
/** What was seen of the generator and its machine while it measured. */
export interface GeneratorFacts {
  /** Of one processor. */
  readonly cpuShare: number;
  /** Of all processors, by whatever process. */
  readonly machineBusyShare: number;
  readonly sameMachine: boolean;
  /** Arrivals that were due and those that had been started when the measured time was over. */
  readonly due: number;
  readonly startedInTime: number;
  /** Milliseconds for which every allowed connection was taken. */
  readonly atConnectionLimitMs: number;
  /** The most that the wall clock ran away from the monotonic one. */
  readonly clockJumpMs: number;
  /** The generator did nothing at all for so long, of `measuredMs`. */
  readonly stoodStillMs: number;
  readonly longestStandstillMs: number;
  readonly measuredMs: number;
}

const limitedShare = 0.05;
const startedShare = 0.99;
const busyShare = 0.9;
const toleratedJumpMs = 250;
// A 99th percentile is of what takes a hundredth of the time.
const stillShare = 0.01;

/** A limiter, a closed door or a broken service was measured, not the load. */
export function refusalDoubts({ requests, statuses, everExpected }: Refusals): readonly LoadDoubt[] {
  const limited = statuses['429'] ?? 0;
  if (requests > 0 && limited / requests > limitedShare) {
    const because = `the service's rate limiter refused ${percent(limited / requests)} of ${requests} requests (429): its capacity was not measured`;
    return [{ because, voids: 'all' }];
  }
  const answered = Object.keys(statuses).filter((status) => /^\d{3}$/.test(status));
  if (everExpected || answered.length === 0 || Object.keys(statuses).length > answered.length) return [];
  return [
    { because: `every answer from the first on was ${answered.join(' or ')}: what was to be measured was never reached`, voids: 'all' },
  ];
}

/** Less load than asked, or a generator that may itself be what was slow. */
export function generatorDoubts(facts: GeneratorFacts): readonly LoadDoubt[] {
  const doubts: LoadDoubt[] = [];
  if (facts.clockJumpMs > toleratedJumpMs) {
    doubts.push({ because: `the clock jumped by ${Math.round(facts.clockJumpMs)} ms during the run`, voids: 'all' });
  }
  if (facts.due > 0 && facts.startedInTime / facts.due < startedShare) {
    const share = percent(facts.startedInTime / facts.due);
    doubts.push(
      facts.atConnectionLimitMs > 0
        ? { because: `only ${share} of the arrivals could start: every allowed connection was waiting for an answer`, voids: 'pass' }
        : {
            because: `the load generator started only ${share} of the arrivals in time: this machine is too slow for the rate asked`,
            voids: 'all',
          },
    );
  }
  if (facts.cpuShare > busyShare) {
    doubts.push({
      because: `the load generator used ${percent(facts.cpuShare)} of its processor and may be what was slow`,
      voids: 'slowness',
    });
  } else if (facts.measuredMs > 0 && facts.stoodStillMs / facts.measuredMs > stillShare) {
    const share = `${percent(facts.stoodStillMs / facts.measuredMs)} of the time, for up to ${Math.round(facts.longestStandstillMs)} ms`;
    doubts.push({ because: `the load generator itself stood still for ${share}: this machine gave it no time`, voids: 'slowness' });
  } else if (facts.sameMachine && facts.machineBusyShare > busyShare) {
    const because = `load generator and target share processors that were ${percent(facts.machineBusyShare)} busy, so either may be what was slow`;
    doubts.push({ because, voids: 'slowness' });
  }
  return doubts;
}

const percent = (share: number) => `${Math.round(share * 1000) / 10} %`;
