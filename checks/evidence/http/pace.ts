// How hard the target may be pressed: so many requests in all, per second and at once; a stop when it breaks down.
import { setTimeout as sleep } from 'node:timers/promises';

export interface Pace {
  /** Waits for a turn and spends one request; a reason where none may be sent any more. */
  turn(): Promise<string | undefined>;
  /** Ends a turn. `answered`: any answer came; `broken`: it was a 5xx. */
  done(result: 'answered' | 'broken' | 'no-answer'): void;
  /** No request goes out before then (milliseconds of `performance.now`). */
  hold(untilMs: number): void;
  spent(): number;
  stoppedBecause(): string | undefined;
}
export interface PaceLimits {
  readonly budget: number;
  readonly perSecond: number;
  readonly atOnce: number;
  readonly signal: AbortSignal | undefined;
}

// Forged tokens and malformed bodies may each draw a 500 from a faulty target, which is evidence, not a breakdown.
const brokenInARow = 40;
const unansweredInARow = 8;

export function createPace(limits: PaceLimits): Pace {
  let spent = 0;
  let active = 0;
  let nextAt = 0;
  let broken = 0;
  let unanswered = 0;
  let stopped: string | undefined;
  const waiting: (() => void)[] = [];

  const refusal = (): string | undefined => {
    if (limits.signal?.aborted === true) return 'the run was stopped';
    if (stopped === undefined && spent >= limits.budget) stopped = `the budget of ${limits.budget} requests is spent`;
    return stopped;
  };
  return {
    async turn() {
      while (active >= limits.atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
      const because = refusal();
      if (because !== undefined) {
        waiting.shift()?.();
        return because;
      }
      active += 1;
      spent += 1;
      const now = performance.now();
      const at = Math.max(now, nextAt);
      nextAt = at + 1000 / limits.perSecond;
      if (at > now) await sleep(at - now);
      return undefined;
    },
    done(result) {
      active -= 1;
      waiting.shift()?.();
      unanswered = result === 'no-answer' ? unanswered + 1 : 0;
      broken = result === 'answered' ? 0 : broken + 1;
      if (unanswered >= unansweredInARow) stopped ??= `stopped: ${unanswered} requests in a row got no answer`;
      if (broken >= brokenInARow) stopped ??= `stopped: ${broken} requests in a row failed or were answered with 5xx`;
    },
    hold: (untilMs) => {
      nextAt = Math.max(nextAt, untilMs);
    },
    spent: () => spent,
    stoppedBecause: () => stopped,
  };
}
