// Bounds the time to answer. One signal goes to everything below, so that work stops when nobody waits for it any more.
import { busy, detailOf, Problem } from '../problem.ts';
import type { RequestContext, Step } from './state.ts';

export function deadline(limitMs: (ctx: RequestContext) => number): Step {
  return async (ctx, next) => {
    const late = AbortSignal.timeout(limitMs(ctx));
    ctx.state.signal = AbortSignal.any([late, clientLeft(ctx)]);
    // 499 is what proxies log for a client that left; nobody is there to read it.
    const abandoned = new Promise<never>((_, reject) => {
      ctx.state.signal.addEventListener('abort', () => reject(late.aborted ? busy(late.reason) : new Problem(499, detailOf(499))), {
        once: true,
      });
    });
    await Promise.race([next(), abandoned]);
  };
}

function clientLeft(ctx: RequestContext): AbortSignal {
  const controller = new AbortController();
  ctx.res.once('close', () => {
    if (!ctx.res.writableFinished) controller.abort(new Error('the client left'));
  });
  return controller.signal;
}
