// Bounds the time to answer. One signal goes to everything below, so that work stops when nobody waits for it any more.
import { busy, detailOf, Problem } from '../problem.ts';
import { Patience } from './patience.ts';
import { atEnd, type RequestContext, type Step } from './state.ts';

const LOOKED_AT_EVERY_MS = 20;

export function deadline(limitMs: (ctx: RequestContext) => number): Step {
  const waiting = new Waiting();
  return (ctx, next) =>
    new Promise((resolve, reject) => {
      const patience = new Patience();
      const giveUp = (reason: Problem) => {
        patience.end(reason);
        reject(reason);
      };
      const done = waiting.until(performance.now() + limitMs(ctx), () => giveUp(busy()));
      atEnd(ctx, () => {
        done();
        // 499 is what proxies log for a client that left; nobody is there to read it.
        if (!ctx.res.writableFinished) giveUp(new Problem(499, detailOf(499)));
      });
      ctx.state.patience = patience;
      next().then(resolve, reject);
    });
}

/** One timer for all: nearly every request ends long before its deadline, and a timer of its own would be made and dropped for nothing. */
class Waiting {
  readonly #all = new Set<{ readonly dueAt: number; readonly late: () => void }>();
  #timer: NodeJS.Timeout | undefined;

  /** Gives what ends the wait. */
  until(dueAt: number, late: () => void): () => void {
    const one = { dueAt, late };
    this.#all.add(one);
    this.#timer ??= setInterval(() => this.#look(), LOOKED_AT_EVERY_MS).unref();
    return () => void this.#all.delete(one);
  }

  #look(): void {
    const now = performance.now();
    for (const one of this.#all) {
      if (one.dueAt > now) continue;
      this.#all.delete(one);
      one.late();
    }
    if (this.#all.size > 0) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}
