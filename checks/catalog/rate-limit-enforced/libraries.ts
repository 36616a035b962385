// Packages that limit how often a client may call, and how each is told whom it counts and where.
import type { SymbolPattern } from '../../model.ts';

/** What a limiter is made from: a call of these, or a class that is handed over. */
export const limiter =
  /^(?:npm:(?:express-rate-limit|koa-ratelimit|koa2-ratelimit|koa-better-ratelimit|koa-simple-ratelimit|koa-throttle|hono-rate-limiter|express-brute|express-limiter|express-rate-limiter|elysia-rate-limit|@fastify\/rate-limit|fastify-rate-limit|@koa\/ratelimit|@feathersjs\/rate-limit|micro-ratelimit)\b.*|npm:@nestjs\/throttler\.Throttler\w*Guard(?:\(\))?|py:slowapi\.(?:middleware\.)?SlowAPI(?:ASGI)?Middleware|py:slowapi(?:\.extension)?\.Limiter\(\)\.(?:limit|shared_limit)(?:\(\))?|py:flask_limiter(?:\.extension)?\.Limiter\(\)\.(?:limit|shared_limit)(?:\(\))?|py:fastapi_limiter\.depends\.\w*RateLimiter(?:\(\))?|py:ratelimit\.(?:core\.)?RateLimitMiddleware|py:ratelimit(?:\.decorators)?\.(?:ratelimit|limits|RateLimitDecorator)(?:\(\))?|py:django_ratelimit\.(?:decorators\.ratelimit(?:\(\))?|middleware\.\w+)|py:asgi_ratelimit\.\w+|py:starlette_limiter\.\w+|py:fastapi_throttle\.\w+(?:\(\))?|py:fastapi_rate_limiter\.\w+(?:\(\))?|py:fastapi_simple_rate_limiter\.\w+(?:\(\))?|py:quart_rate_limiter\.(?:rate_limit|limit_blueprint)(?:\(\))?|py:sanic_limiter\.Limiter\(\)\.limit(?:\(\))?|py:rest_framework\.throttling\.\w+)$/;

/** Calls that count a client in a limiter's own code. */
export const counts: readonly SymbolPattern[] = [
  'npm:rate-limiter-flexible.*',
  'npm:@upstash/ratelimit.*',
  'npm:@arcjet/*',
  'npm:limiter.*',
  'npm:koa-ratelimit()*',
  'npm:express-rate-limit()*',
  'py:limits.*',
  'py:pyrate_limiter.*',
  'py:fastapi_limiter.*',
  'py:upstash_ratelimit.*',
  'py:aiolimiter.*',
  'py:slowapi.*',
];
export const counting =
  /\.(?:consume|limit|protect|hit|test|try_acquire|removeTokens|tryRemoveTokens|try_acquire_async|_check_request_limit)$|^npm:(?:koa-ratelimit|express-rate-limit(?:\.rateLimit)?)\(\)$/;

/** Calls that make a limiter with its options. */
export const makers: readonly SymbolPattern[] = [
  'npm:express-rate-limit',
  'npm:express-rate-limit.rateLimit',
  'npm:koa-ratelimit',
  'npm:koa2-ratelimit.RateLimit.middleware',
  'npm:koa-simple-ratelimit',
  'npm:hono-rate-limiter.rateLimiter',
  'npm:rate-limiter-flexible.RateLimiterMemory',
  'npm:rate-limiter-flexible.RateLimiterRedis',
  'npm:@upstash/ratelimit.Ratelimit',
  'npm:@nestjs/throttler.ThrottlerModule.forRoot',
  'npm:@nestjs/throttler.ThrottlerModule.forRootAsync',
  'py:slowapi.Limiter',
  'py:slowapi.extension.Limiter',
  'py:flask_limiter.Limiter',
  'py:flask_limiter.extension.Limiter',
  'py:fastapi_limiter.depends.RateLimiter',
  'py:django_ratelimit.decorators.ratelimit',
  'py:ratelimit.decorators.ratelimit',
];

/** Options that say whom a limiter counts. */
export const keyOptions = ['keyGenerator', 'key_func', 'id', 'identifier', 'getKey', 'key', 'authenticate'] as const;
/** Options that hold the counts outside the process. */
export const storeOptions = [
  'store',
  'storage_uri',
  'storage',
  'redis',
  'db',
  'storeClient',
  'storage_options',
  'client',
  'backend',
] as const;
/** Limiters that count in memory where they are given no store. */
export const inMemory: readonly SymbolPattern[] = [
  'npm:express-rate-limit',
  'npm:express-rate-limit.rateLimit',
  'npm:hono-rate-limiter.rateLimiter',
  'npm:rate-limiter-flexible.RateLimiterMemory',
  'npm:koa-simple-ratelimit',
  'py:slowapi.Limiter',
  'py:slowapi.extension.Limiter',
  'py:flask_limiter.Limiter',
  'py:flask_limiter.extension.Limiter',
];
