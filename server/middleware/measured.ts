// Times every request by the pattern of its route. Unknown paths and methods share one label: anybody can make up new ones.
import type { Metrics } from '../metrics/metrics.ts';
import { atEnd, type RequestContext, type Step } from './state.ts';

const known = new Set<string | undefined>(['GET', 'POST', 'HEAD', 'OPTIONS']);

export function measured({ requests, underWay }: Metrics): Step {
  // One for each route, method and status: looked up by short texts, not by a set of labels.
  const timers = new Map<string, Map<string, { observe(seconds: number): void }>>();
  return (ctx, next) => {
    ctx.state.startedAt = performance.now();
    underWay.count += 1;
    atEnd(ctx, () => {
      underWay.count -= 1;
      const route = routeOf(ctx);
      const { statusCode } = ctx.res;
      const method = known.has(ctx.req.method) ? ctx.req.method : 'other';
      const ended = `${method} ${statusCode}`;
      let timer = timers.get(route)?.get(ended);
      if (timer === undefined) {
        timer = requests.labels({ method: method ?? 'other', route, status: String(statusCode) });
        timers.set(route, new Map(timers.get(route)).set(ended, timer));
      }
      timer.observe(tookMs(ctx) / 1_000);
    });
    return next();
  };
}

/** Since the request came in. */
export const tookMs = (ctx: RequestContext): number => performance.now() - ctx.state.startedAt;

/** The pattern of the route that answers; `none` where no route does. */
export function routeOf(ctx: RequestContext): string {
  return typeof ctx._matchedRoute === 'string' ? ctx._matchedRoute : 'none';
}
