// Bounds the time to answer. One signal goes to everything below, so that work stops when nobody waits for it any more.
import { busy } from '../problem.ts';
import type { RequestContext, Step } from './state.ts';

export function deadline(limitMs: (ctx: RequestContext) => number): Step {
  return async (ctx, next) => {
    const late = AbortSignal.timeout(limitMs(ctx));
    ctx.state.signal = AbortSignal.any([late, clientLeft(ctx)]);
    const abandoned = new Promise<never>((_, reject) => {
      ctx.state.signal.addEventListener('abort', () => reject(busy(ctx.state.signal.reason)), { once: true });
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
