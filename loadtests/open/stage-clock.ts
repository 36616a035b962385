// Which stage a moment of the run belongs to, and how much of the measured time has gone by.
import type { Stage } from './schedule.ts';

export class StageClock {
  readonly #stages: readonly Stage[];
  readonly #ends: readonly number[];

  constructor(stages: readonly Stage[]) {
    this.#stages = stages;
    let at = 0;
    this.#ends = stages.map(({ durationMs }) => {
      at += durationMs;
      return at;
    });
  }

  endMs(stage: number): number {
    return this.#ends[stage] ?? 0;
  }

  nameAt(ms: number): string | undefined {
    return this.#at(ms)?.name;
  }

  measuredAt(ms: number): boolean {
    return this.#at(ms)?.measured === true;
  }

  /** Measured milliseconds that have gone by. */
  measuredUntil(ms: number): number {
    return this.#stages.reduce((sum, { durationMs, measured }, index) => {
      const start = this.endMs(index) - durationMs;
      return measured ? sum + Math.max(0, Math.min(durationMs, ms - start)) : sum;
    }, 0);
  }

  #at(ms: number): Stage | undefined {
    return this.#stages[this.#ends.findIndex((end) => ms < end)];
  }
}
