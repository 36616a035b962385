// Bounds the time to answer. One signal goes to everything below, so that work stops when nobody waits for it any more.
import { busy, detailOf, Problem } from '../problem.ts';
import { Patience } from './patience.ts';
import type { RequestContext, Step } from './state.ts';

export function deadline(limitMs: (ctx: RequestContext) => number): Step {
  return (ctx, next) =>
    new Promise((resolve, reject) => {
      const patience = new Patience();
      const giveUp = (reason: Problem) => {
        patience.end(reason);
        reject(reason);
      };
      const timer = setTimeout(() => giveUp(busy()), limitMs(ctx));
      ctx.res.on('close', () => {
        clearTimeout(timer);
        // 499 is what proxies log for a client that left; nobody is there to read it.
        if (!ctx.res.writableFinished) giveUp(new Problem(499, detailOf(499)));
      });
      ctx.state.patience = patience;
      next().then(resolve, reject);
    });
}
