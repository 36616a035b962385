// What each behaviour of the target comes to for a load that arrives evenly and does not wait for answers: worked out from the same arithmetic, without a clock.
import { type Behaviour, behaviours } from './behaviours.ts';

export interface Figures {
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
  readonly failedShare: number;
}
export interface Case {
  readonly name: string;
  readonly behaviour: string;
  readonly seconds: number;
  /** That may be open at once: enough for what is under way, and no more than the warm-up opens. */
  readonly connections: number;
  /** Tells of others nothing that another case does not. */
  readonly oursAlone?: true;
}

export const cases: readonly Case[] = [
  { name: 'constant 100 ms', behaviour: 'constant100', seconds: 6, connections: 2000 },
  { name: 'constant 20 ms', behaviour: 'constant20', seconds: 6, connections: 2000, oursAlone: true },
  { name: 'bimodal 5 ms, 10 % 500 ms', behaviour: 'bimodal', seconds: 6, connections: 2000 },
  { name: '1 s stall every 5 s', behaviour: 'stall', seconds: 10, connections: 500 },
  { name: '2 s freeze', behaviour: 'freeze', seconds: 10, connections: 500 },
  { name: 'slow ramp, 10 to 200 ms', behaviour: 'ramp', seconds: 10, connections: 2000 },
  { name: '100 ms, 1 % resets', behaviour: 'resets', seconds: 6, connections: 2000 },
];

/** Every arrival of the measured time put to the behaviour. */
export function truthOf({ behaviour: name, seconds }: Case, perSecond: number): Figures {
  const behaviour: Behaviour | undefined = behaviours[name];
  if (behaviour === undefined) throw new Error(`no behaviour ${name}`);
  const waits: number[] = [];
  let freeMs = 0;
  let failed = 0;
  const arrivals = perSecond * seconds;
  for (let request = 1; request <= arrivals; request += 1) {
    const atMs = ((request - 1) * 1000) / perSecond;
    const act = behaviour({ atMs, request, freeMs });
    if (act === 'reset') {
      failed += 1;
      waits.push(0);
    } else {
      freeMs = act.freeMs;
      waits.push(act.answerMs - atMs);
    }
  }
  waits.sort((one, other) => one - other);
  const at = (share: number) => waits[Math.max(0, Math.ceil(share * waits.length) - 1)] ?? 0;
  return { p50Ms: at(0.5), p95Ms: at(0.95), p99Ms: at(0.99), failedShare: failed / arrivals };
}

export type Late = Pick<Figures, 'p50Ms' | 'p95Ms' | 'p99Ms'>;

const allowedMs = (truthMs: number) => Math.max(1, truthMs * 0.02);

/** Within 2 % or 1 ms of what the target timed by its own clock, from when it had read a request to when it had written the answer. */
export const isAsTimed = (seen: Late, byTarget: Late): boolean =>
  (['p50Ms', 'p95Ms', 'p99Ms'] as const).every((of) => Math.abs(seen[of] - byTarget[of]) <= allowedMs(byTarget[of]));

/** Within 2 % or 1 ms of the truth or of what the target made of it, late as it was itself, and within a tenth of a percent of requests. */
export function isTrue(seen: Figures, truth: Figures, late: Late): boolean {
  const near = (of: keyof Late) => {
    const allowed = allowedMs(truth[of]);
    return seen[of] >= truth[of] - allowed && seen[of] <= truth[of] + late[of] + allowed;
  };
  return near('p50Ms') && near('p95Ms') && near('p99Ms') && Math.abs(seen.failedShare - truth.failedShare) <= 0.001;
}
