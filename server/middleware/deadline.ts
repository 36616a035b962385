// Bounds the time to answer. One signal goes to everything below, so that work stops when nobody waits for it any more.
import { busy, detailOf, Problem } from '../problem.ts';
import type { RequestContext, Step } from './state.ts';

export function deadline(limitMs: (ctx: RequestContext) => number): Step {
  return async (ctx, next) => {
    const controller = new AbortController();
    // A timer that is cleared: AbortSignal.timeout would hold each request's memory for the whole limit.
    const timer = setTimeout(() => controller.abort(busy()), limitMs(ctx));
    ctx.res.once('close', () => {
      clearTimeout(timer);
      // 499 is what proxies log for a client that left; nobody is there to read it.
      if (!ctx.res.writableFinished) controller.abort(new Problem(499, detailOf(499)));
    });
    ctx.state.signal = controller.signal;
    await Promise.race([next(), aborted(controller.signal)]);
  };
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
