// Answers a read from what was answered a moment ago. A write drops what it makes old.
import type { ReadCache } from '../shared/read-cache.ts';
import type { Step } from './state.ts';

export function cached(cache: ReadCache, keyOf: (ctx: Parameters<Step>[0]) => string): Step {
  return async (ctx, next) => {
    const key = keyOf(ctx);
    const known = await cache.get(key);
    if (known === undefined) await next();
    // Once as text: the next one needs no more than to be sent it.
    const text = known ?? JSON.stringify(ctx.body);
    if (known === undefined && ctx.status === 200) await cache.set(key, text);
    ctx.body = text;
    ctx.type = 'application/json';
  };
}
