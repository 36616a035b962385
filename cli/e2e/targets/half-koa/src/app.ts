// Puts the middleware in order.
import { randomUUID } from 'node:crypto';
import { bodyParser } from '@koa/bodyparser';
import cors from '@koa/cors';
import Koa from 'koa';
import { config } from './config.ts';
import { logger } from './logger.ts';
import { measured } from './metrics.ts';
import { router } from './routes.ts';

const allowed = new Set(config.ALLOWED_ORIGINS.split(','));
const harmless = /^[A-Za-z0-9._-]{1,100}$/;

export function createApp(): Koa {
  const app = new Koa();
  app.use(requestId);
  app.use(measured);
  app.use(securityHeaders);
  app.use(cors({ origin: (ctx) => (allowed.has(ctx.get('Origin')) ? ctx.get('Origin') : '') }));
  app.use(answerErrors);
  app.use(bodyParser({ enableTypes: ['json'], jsonLimit: '100kb' }));
  app.use(router.routes());
  app.use(router.allowedMethods());
  return app;
}

async function requestId(ctx: Koa.Context, next: Koa.Next): Promise<void> {
  const given = ctx.get('X-Request-Id');
  const id = harmless.test(given) ? given : randomUUID();
  ctx.state.log = logger.child({ requestId: id });
  ctx.set('X-Request-Id', id);
  await next();
}

async function securityHeaders(ctx: Koa.Context, next: Koa.Next): Promise<void> {
  ctx.set('X-Content-Type-Options', 'nosniff');
  ctx.set('Strict-Transport-Security', 'max-age=63072000; includeSubDomains');
  ctx.set('Cache-Control', 'no-store');
  await next();
}

async function answerErrors(ctx: Koa.Context, next: Koa.Next): Promise<void> {
  try {
    await next();
  } catch (error) {
    ctx.state.log.error({ error }, 'a request failed');
    ctx.status = statusOf(error);
    ctx.body = {
      detail: error instanceof Error ? error.message : 'failed',
      received: ctx.request.body ?? ctx.request.rawBody, // <- finding error-responses-private
    };
  }
}

function statusOf(error: unknown): number {
  return typeof error === 'object' && error !== null && 'status' in error && typeof error.status === 'number' ? error.status : 500;
}
