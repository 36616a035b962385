// Waits for the next arrival, also for less than the millisecond that timers are good for, and knows how long the process stood still meanwhile.

/** Nothing at all happens in a nap: no longer than what an answer may be read late. */
export const longestNapMs = 0.2;
const longestTickMs = 10;
// Of a timer: what it is late by on a machine that does nothing else.
const usualMs = 1;

const nap = new Int32Array(new SharedArrayBuffer(4));

export interface StoodStill {
  readonly totalMs: number;
  readonly longestMs: number;
}

/** How long to wait where the next arrival is due in `leftMs`; undefined where there is none. */
export function waitMs(leftMs: number | undefined, { arrivalsAreThick, isFull }: { arrivalsAreThick: boolean; isFull: boolean }): number {
  if (leftMs === undefined) return longestTickMs;
  if (leftMs <= 0) return isFull ? 1 : 0;
  // Timers fire up to a millisecond late: the last two before an arrival are waited out in naps, between which answers are read.
  if (leftMs >= 2) return Math.min(longestTickMs, leftMs - 1);
  // Where arrivals come thicker than naps, each nap takes all that fall due in it: waking up is what costs.
  return arrivalsAreThick ? longestNapMs : Math.min(longestNapMs, leftMs);
}

export class Pauses {
  #totalMs = 0;
  #longestMs = 0;

  /** Below a millisecond the thread sleeps, then everything that waits in the event loop has its turn. */
  async pause(ms: number): Promise<void> {
    const before = performance.now();
    if (ms >= 1) await new Promise((resolve) => setTimeout(resolve, ms));
    else {
      if (ms > 0) Atomics.wait(nap, 0, 0, ms);
      await new Promise((resolve) => setImmediate(resolve));
    }
    this.note(performance.now() - before - ms);
  }

  /** A pause took so much longer than it should have. */
  note(overMs: number): void {
    if (overMs <= usualMs) return;
    this.#totalMs += overMs - usualMs;
    this.#longestMs = Math.max(this.#longestMs, overMs);
  }

  /** Since the last time it was asked. */
  take(): StoodStill {
    const taken = { totalMs: this.#totalMs, longestMs: this.#longestMs };
    this.#totalMs = 0;
    this.#longestMs = 0;
    return taken;
  }
}
