// Waits for the next arrival, also for less than the millisecond that timers are good for, and knows how long the process stood still meanwhile.

/** Nothing at all happens in a nap: while answers are awaited, no longer than what one may be read late. */
export const longestNapMs = 0.2;
const longestTickMs = 10;
// Of a timer: what it is late by on a machine that does nothing else.
const usualMs = 1;

const nap = new Int32Array(new SharedArrayBuffer(4));

export interface StoodStill {
  readonly totalMs: number;
  readonly longestMs: number;
}

/** By a timer, between whose ticks answers are read at once; or in a nap, which is exact to some 50 µs and reads nothing. */
export interface Wait {
  readonly ms: number;
  readonly by: 'timer' | 'nap';
}
export interface Going {
  /** Something fell due just now. */
  readonly arrivalsAreThick: boolean;
  readonly isFull: boolean;
  /** No answer is awaited, and nobody thinks. */
  readonly isQuiet: boolean;
}

/** How to wait where the next arrival is due in `leftMs`; undefined where there is none. */
export function waitFor(leftMs: number | undefined, { arrivalsAreThick, isFull, isQuiet }: Going): Wait {
  if (leftMs === undefined) return { ms: longestTickMs, by: 'timer' };
  if (leftMs <= 0) return isFull ? { ms: 1, by: 'timer' } : { ms: 0, by: 'nap' };
  // Timers fire up to a millisecond late: the last two before an arrival are waited out in naps, between which answers are read.
  if (leftMs >= 2) return { ms: Math.min(longestTickMs, leftMs - 1), by: 'timer' };
  // Waking up is what costs. Where there is nothing to read, one nap is enough; where arrivals come thicker than naps, each takes all that fall due in it.
  const least = arrivalsAreThick ? longestNapMs : 0;
  return { ms: isQuiet ? Math.max(least, leftMs) : Math.max(least, Math.min(longestNapMs, leftMs)), by: 'nap' };
}

export class Pauses {
  #totalMs = 0;
  #longestMs = 0;

  /** After a nap everything that waits in the event loop has its turn. */
  async pause({ ms, by }: Wait): Promise<void> {
    const before = performance.now();
    if (by === 'timer') await new Promise((resolve) => setTimeout(resolve, ms));
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
