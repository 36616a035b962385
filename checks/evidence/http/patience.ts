// What a careful tester does who is told to slow down: waits as long as the target says, all requests together, and asks again.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Exchange } from '../../model.ts';

export interface Patience {
  /** Waits where the answer is a rate limit that ends soon enough; true: ask again. */
  outwaits(answer: Exchange): Promise<boolean>;
  waitedMs(): number;
}
/** After the moment that the target named, for clocks that differ. */
const marginMs = 300;

/** `mostMs` in all; `hold` keeps other requests back until then (milliseconds of `performance.now`). */
export function createPatience(mostMs: number, hold: (untilMs: number) => void, signal: AbortSignal | undefined): Patience {
  let waitedMs = 0;
  let heldUntil = 0;
  return {
    async outwaits(answer) {
      const waitMs = answer.status === 429 ? waitIn(answer) : undefined;
      if (waitMs === undefined) return false;
      const now = performance.now();
      const until = now + waitMs + marginMs;
      const moreMs = Math.max(0, until - Math.max(now, heldUntil));
      if (waitedMs + moreMs > mostMs) return false;
      waitedMs += moreMs;
      heldUntil = Math.max(heldUntil, until);
      hold(heldUntil);
      await sleep(until - now, undefined, signal === undefined ? {} : { signal }).catch(() => undefined);
      return signal?.aborted !== true;
    },
    waitedMs: () => Math.round(waitedMs),
  };
}

/** Milliseconds that an answer says to wait; undefined where it does not say. */
export function waitIn({ headers }: Pick<Exchange, 'headers'>): number | undefined {
  const value = headers.find(([name]) => name === 'retry-after')?.[1]?.trim();
  if (value !== undefined) {
    const seconds = /^\d+$/.test(value) ? Number(value) : (Date.parse(value) - Date.now()) / 1000;
    return Number.isFinite(seconds) ? Math.max(0, Math.round(seconds * 1000)) : undefined;
  }
  const told = headers.flatMap(([name, text]) =>
    name === 'ratelimit' ? [...text.matchAll(/;\s*t=(\d+)/g)].map(([, wait]) => Number(wait)) : [],
  );
  const reset = headers.find(([name]) => /^(?:x-)?ratelimit-reset$/.test(name))?.[1];
  const seconds = told.length > 0 ? Math.max(...told) : reset === undefined ? undefined : secondsOf(Number(reset));
  return seconds === undefined || !Number.isFinite(seconds) ? undefined : seconds * 1000;
}

/** Some say how long, some say when. */
const secondsOf = (reset: number): number => (reset > 1_000_000_000 ? Math.max(0, Math.ceil(reset - Date.now() / 1000)) : reset);
