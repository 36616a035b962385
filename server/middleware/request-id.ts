// Gives every request an id: the caller's where it is harmless, else one of ours. It is answered, logged and put in problems.
import { randomUUID } from 'node:crypto';
import type { Step } from './state.ts';

const harmless = /^[A-Za-z0-9._-]{1,128}$/;

export function requestId(): Step {
  return (ctx, next) => {
    const given = ctx.get('X-Request-Id');
    ctx.state.requestId = harmless.test(given) ? given : randomUUID();
    ctx.set('X-Request-Id', ctx.state.requestId);
    return next();
  };
}
