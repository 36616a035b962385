// CORS: browsers may call from the listed origins only. The native app sends no Origin and needs nothing of this.
import cors from '@koa/cors';
import type { Middleware } from 'koa';

export function allowedOrigins(origins: readonly string[]): Middleware {
  const allowed = new Set(origins);
  const toBrowsers = cors({
    origin: (ctx) => (allowed.has(ctx.get('Origin')) ? ctx.get('Origin') : ''),
    allowMethods: ['GET', 'POST'],
    allowHeaders: ['Authorization', 'Content-Type', 'Idempotency-Key', 'If-None-Match', 'X-Request-Id', 'traceparent'],
    exposeHeaders: [
      'ETag',
      'X-Request-Id',
      'RateLimit',
      'RateLimit-Policy',
      'Retry-After',
      'Deprecation',
      'Sunset',
      'Link',
      'Idempotency-Replayed',
    ],
    maxAge: 600,
  });
  return (ctx, next) => {
    if (ctx.headers.origin !== undefined) return toBrowsers(ctx, next);
    ctx.set('Vary', 'Origin');
    return next();
  };
}
