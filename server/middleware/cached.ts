// Answers a read from what was answered a moment ago. A write drops what it makes old.
import { type Kept, keptOf, type ReadCache } from '../shared/read-cache.ts';
import type { RequestContext, Step } from './state.ts';

export function cached(cache: ReadCache, keyOf: (ctx: RequestContext) => string): Step {
  return (ctx, next) => {
    const send = (kept: Kept | undefined) => {
      if (kept === undefined) return;
      ctx.set('Content-Type', 'application/json; charset=utf-8');
      ctx.set('ETag', kept.etag);
      ctx.body = kept.text;
    };
    const kept = cache.get(keyOf(ctx), async () => {
      await next();
      // Once as text: the next one needs no more than to be sent it.
      return ctx.status === 200 ? keptOf(JSON.stringify(ctx.body)) : undefined;
    });
    return kept instanceof Promise ? kept.then(send) : send(kept);
  };
}
