// Reads carry an ETag: who still holds the same answer gets 304 and no body. Only for the one who asked: nothing in between may keep it.
import { etagOf } from '../shared/read-cache.ts';
import type { Step } from './state.ts';

const kinds = new Set(['application/json', 'text/html']);

export function conditionalGet(): Step {
  return async (ctx, next) => {
    await next();
    if ((ctx.method !== 'GET' && ctx.method !== 'HEAD') || ctx.status !== 200 || ctx.body == null || !kinds.has(ctx.type)) return;
    if (typeof ctx.body !== 'string') {
      ctx.body = JSON.stringify(ctx.body);
      ctx.type = 'application/json';
    }
    if (!ctx.res.hasHeader('ETag')) ctx.set('ETag', etagOf(ctx.body));
    ctx.set('Cache-Control', 'private, no-cache');
    // Made anew for every answer, so that even who asks for no cached one may be told that nothing changed.
    if (holds(ctx.headers['if-none-match'], ctx.response.get('ETag'))) ctx.status = 304;
  };
}

/** Compared weakly (RFC 9110, 13.1.2): a proxy that packs an answer makes its tag a weak one. */
function holds(asked: string | undefined, etag: string): boolean {
  if (asked === undefined) return false;
  return asked === '*' || asked.split(/ *, */).some((each) => each === etag || each === `W/${etag}`);
}
