// Reads carry an ETag: who still holds the same answer gets 304 and no body. Only for the one who asked: nothing in between may keep it.
import { hash } from 'node:crypto';
import type { Step } from './state.ts';

const kinds = new Set(['application/json', 'text/html']);

export function conditionalGet(): Step {
  return async (ctx, next) => {
    await next();
    if (ctx.method !== 'GET' || ctx.status !== 200 || ctx.body == null || !kinds.has(ctx.type)) return;
    const body = typeof ctx.body === 'string' ? ctx.body : JSON.stringify(ctx.body);
    if (typeof ctx.body !== 'string') {
      ctx.body = body;
      ctx.type = 'application/json';
    }
    const etag = `"${hash('sha1', body, 'base64url')}"`;
    ctx.set('ETag', etag);
    ctx.set('Cache-Control', 'private, no-cache');
    // Made anew for every answer, so that even who asks for no cached one may be told that nothing changed.
    if (ctx.get('If-None-Match').split(/, */).includes(etag)) ctx.status = 304;
  };
}
