// How the fix is written, framework by framework.
import type { Idioms } from '../../model.ts';

export const idioms: Idioms = {
  express: `app.set('trust proxy', 1);
app.use(rateLimit({ windowMs: 60_000, limit: 100, store: new RedisStore({ sendCommand }) }));`,
  koa: `app.use(ratelimit({ driver: 'redis', db: redis, duration: 60_000, max: 100, id: (ctx) => ctx.ip }));`,
  fastify: `await app.register(rateLimit, { max: 100, timeWindow: '1 minute', redis });`,
  nest: `imports: [ThrottlerModule.forRoot([{ ttl: 60_000, limit: 100 }])],
providers: [{ provide: APP_GUARD, useClass: ThrottlerGuard }],`,
  hono: `app.use(rateLimiter({ windowMs: 60_000, limit: 100, keyGenerator: (c) => c.get('userId') }));`,
  fastapi: `limiter = Limiter(key_func=get_remote_address, default_limits=['100/minute'], storage_uri=REDIS_URL)
app.state.limiter = limiter
app.add_middleware(SlowAPIMiddleware)`,
  flask: `Limiter(get_remote_address, app=app, default_limits=['100 per minute'], storage_uri=REDIS_URL)`,
  django: `REST_FRAMEWORK = {
    'DEFAULT_THROTTLE_CLASSES': ['rest_framework.throttling.UserRateThrottle'],
    'DEFAULT_THROTTLE_RATES': {'user': '100/min'},
}`,
};
