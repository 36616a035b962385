// What each behaviour of the target comes to by construction, for a load that arrives evenly and does not wait for answers.

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
  readonly truth: Figures;
}

const constant = (ms: number) => ({ p50Ms: ms, p95Ms: ms, p99Ms: ms });

// A pause of P ms takes the share s of the run; who comes in it waits evenly between 0 and P, so the slowest x of all waited at least P·(1 − x/s).
const pause = (ms: number, share: number) => ({ p50Ms: 0, p95Ms: ms * (1 - 0.05 / share), p99Ms: ms * (1 - 0.01 / share) });

export const cases: readonly Case[] = [
  { name: 'constant 100 ms', behaviour: 'constant', seconds: 8, truth: { ...constant(100), failedShare: 0 } },
  { name: 'bimodal 5 ms, 10 % 500 ms', behaviour: 'bimodal', seconds: 10, truth: { p50Ms: 5, p95Ms: 500, p99Ms: 500, failedShare: 0 } },
  { name: '1 s stall every 5 s', behaviour: 'stall', seconds: 10, truth: { ...pause(1000, 0.2), failedShare: 0 } },
  { name: '2 s freeze, once in 20 s', behaviour: 'freeze', seconds: 20, truth: { ...pause(2000, 0.1), failedShare: 0 } },
  { name: '100 ms, 1 % resets', behaviour: 'resets', seconds: 10, truth: { ...constant(100), failedShare: 0.01 } },
];

/** Within 2 % or 1 ms of the truth, and within a tenth of a percent of requests. */
export function isTrue(seen: Figures, truth: Figures): boolean {
  const near = (one: number, other: number) => Math.abs(one - other) <= Math.max(1, other * 0.02);
  const times = near(seen.p50Ms, truth.p50Ms) && near(seen.p95Ms, truth.p95Ms) && near(seen.p99Ms, truth.p99Ms);
  return times && Math.abs(seen.failedShare - truth.failedShare) <= 0.001;
}
