// One line per request: what, how it ended, how long it took. The route's pattern, never the URL: ids and tokens stand there.
import type { Log } from '../log.ts';
import { routeOf, tookMs } from './measured.ts';
import { atEnd, type Step } from './state.ts';

export function accessLog(log: Log): Step {
  // Nothing in its lines can be a secret: they need not be searched for any.
  const access = log.child({}, { redact: [] });
  return (ctx, next) => {
    atEnd(ctx, () => {
      const { statusCode: status } = ctx.res;
      const line = {
        requestId: ctx.state.requestId,
        traceId: ctx.state.traceId,
        method: ctx.req.method,
        route: routeOf(ctx),
        status,
        durationMs: Math.round(tookMs(ctx) * 10) / 10,
        finished: ctx.res.writableFinished,
      };
      // Anybody can send a method nobody knows; that is no fault of ours.
      if (status >= 500 && status !== 501) access.error(line, 'request failed');
      else access.info(line, 'request');
    });
    return next();
  };
}
