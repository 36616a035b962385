// Waits for the next arrival, also for less than the millisecond that timers are good for, and knows how late the process woke up and how long it read nothing.

/** Nothing at all happens in a nap: while answers are awaited, no longer than what one may be read late. */
export const longestNapMs = 0.2;
const longestTickMs = 10;
// Of a timer: what it is late by on a machine that does nothing else.
const usualMs = 1;
// What a timer may be late by before something that shall be met exactly.
const preciseMarginMs = 3;

const nap = new Int32Array(new SharedArrayBuffer(4));

export interface StoodStill {
  readonly totalMs: number;
  readonly longestMs: number;
}

/**
 * By a timer, between whose ticks answers are read at once; in a nap, which is exact to some 50 µs and reads nothing; or by looking again and
 * again, which takes the whole processor and never has to wake up.
 */
export interface Wait {
  readonly ms: number;
  readonly by: 'timer' | 'nap' | 'looking';
}
export interface Going {
  /** Something fell due just now. */
  readonly arrivalsAreThick: boolean;
  readonly isFull: boolean;
  /** No answer is awaited, and nobody thinks. */
  readonly isQuiet: boolean;
  /** A processor is given for being on time. */
  readonly isPrecise: boolean;
}

const look: Wait = { ms: 0, by: 'looking' };
const atOnce: Wait = { ms: 0, by: 'nap' };
const tick: Wait = { ms: longestTickMs, by: 'timer' };
const shortTick: Wait = { ms: 1, by: 'timer' };

/** How to wait where the next arrival is due in `leftMs`; undefined where there is none. */
export function waitFor(leftMs: number | undefined, { arrivalsAreThick, isFull, isQuiet, isPrecise }: Going): Wait {
  if (isPrecise) {
    if (!isQuiet || (leftMs !== undefined && leftMs < preciseMarginMs + 1)) return look;
    return leftMs === undefined ? tick : { ms: Math.min(longestTickMs, leftMs - preciseMarginMs), by: 'timer' };
  }
  if (leftMs === undefined) return tick;
  if (leftMs <= 0) return isFull ? shortTick : atOnce;
  // Timers fire up to a millisecond late: the last two before an arrival are waited out in naps, between which answers are read.
  if (leftMs >= 2) return { ms: Math.min(longestTickMs, leftMs - 1), by: 'timer' };
  // Waking up is what costs. Where there is nothing to read, one nap is enough; where arrivals come thicker than naps, each takes all that fall due in it.
  const least = arrivalsAreThick ? longestNapMs : 0;
  return { ms: isQuiet ? Math.max(least, leftMs) : Math.max(least, Math.min(longestNapMs, leftMs)), by: 'nap' };
}

// Longer than that something else had the processor.
const longestLookMs = 0.1;
// Who looks on where others want the processor is made to wait, and worse than who sleeps: so much is borne, at a hundredth of the time.
const borneMs = 20;
const borneShare = 0.01;

/** Whether looking on is any good: it takes a processor that nobody else wants. Once it was not, it is not tried again. */
export class Looking {
  #disturbedMs = 0;
  #atMs = 0;
  isGood = true;

  /** A look took so much longer than it should have. */
  disturbed(nowMs: number, overMs: number): void {
    this.#disturbedMs = Math.max(0, this.#disturbedMs - (nowMs - this.#atMs) * borneShare) + overMs;
    this.#atMs = nowMs;
    if (this.#disturbedMs >= borneMs) this.isGood = false;
  }
}

export class Pauses {
  #totalMs = 0;
  #longestMs = 0;
  #lookedOnMs = 0;
  #workedSince = true;
  #pausedMs = 0;
  #askedMs = 0;
  #wasLooking = false;
  // Sockets are looked at right after a nap: when that was last, and the time before.
  #lastReadMs = 0;
  #readBeforeMs: number | undefined;
  #wokeLateMs = 0;
  #next = () => {};
  readonly looking = new Looking();
  readonly #goOn = () => {
    const now = performance.now();
    const overMs = now - this.#pausedMs - this.#askedMs;
    this.note(overMs);
    if (this.#wasLooking && overMs > usualMs) this.looking.disturbed(now, overMs);
    this.#next();
  };

  /** Pauses between turns until one has no wait any more. Without a promise each: at a thousand a second they would be a tenth of what a request costs. */
  between(turn: () => Wait | undefined): Promise<void> {
    return new Promise((over, failed) => {
      const next = () => {
        try {
          const wait = turn();
          if (wait === undefined) over();
          else this.pause(wait, next);
        } catch (thrown) {
          failed(thrown);
        }
      };
      next();
    });
  }

  /** Calls `next` afterwards; after a nap, when everything that waits in the event loop has had its turn. */
  pause({ ms, by }: Wait, next: () => void): void {
    const now = performance.now();
    if (by === 'looking') this.#looks(now);
    this.#wasLooking = by === 'looking';
    this.#pausedMs = now;
    this.#askedMs = ms;
    this.#next = next;
    if (by === 'timer') this.#sleep(ms);
    else this.#nap(ms);
  }

  #sleep(ms: number): void {
    this.#readBeforeMs = undefined;
    setTimeout(() => {
      this.#lastReadMs = performance.now();
      // A timer may be late by its millisecond; what is more is waking up.
      this.#wokeLateMs = Math.max(0, this.#lastReadMs - this.#pausedMs - ms - usualMs);
      this.#goOn();
    }, ms);
  }

  #nap(ms: number): void {
    this.#readBeforeMs = this.#lastReadMs;
    this.#lastReadMs = this.#pausedMs;
    if (ms > 0) {
      Atomics.wait(nap, 0, 0, ms);
      this.#lastReadMs = performance.now();
      this.#wokeLateMs = Math.max(0, this.#lastReadMs - this.#pausedMs - ms);
    }
    setImmediate(this.#goOn);
  }

  // From look to look, where nothing came of the one before: who looks on has the time to.
  #looks(nowMs: number): void {
    if (this.#wasLooking && !this.#workedSince) this.#lookedOnMs += Math.min(longestLookMs, nowMs - this.#pausedMs);
    this.#workedSince = false;
  }

  /** Something was sent or read. */
  worked(): void {
    this.#workedSince = true;
  }

  /**
   * The most by which an answer that is read at `nowMs` may have been there before: since the sockets were last looked at. Where it woke
   * the process up nobody knows how long that took; as long as it took the last time, it is assumed.
   */
  noticedLateMs(nowMs: number): number {
    return this.#readBeforeMs === undefined ? this.#wokeLateMs : nowMs - this.#readBeforeMs;
  }

  /** A pause took so much longer than it should have. */
  note(overMs: number): void {
    if (overMs <= usualMs) return;
    this.#totalMs += overMs - usualMs;
    this.#longestMs = Math.max(this.#longestMs, overMs);
  }

  /** Since the last time it was asked; `lookedOnMs` is processor time that nothing else wanted. */
  take(): StoodStill & { readonly lookedOnMs: number } {
    const taken = { totalMs: this.#totalMs, longestMs: this.#longestMs, lookedOnMs: this.#lookedOnMs };
    this.#totalMs = 0;
    this.#longestMs = 0;
    this.#lookedOnMs = 0;
    return taken;
  }
}
