// How the fix of rate-limit-enforced is written in each framework.

export const idioms: Readonly<Record<string, string>> = {
  Express: `app.set('trust proxy', 1);
app.use(rateLimit({ windowMs: 60_000, limit: 100, store: new RedisStore({ sendCommand }) }));`,
  Koa: `app.use(ratelimit({ driver: 'redis', db: redis, duration: 60_000, max: 100, id: (ctx) => ctx.ip }));`,
  Fastify: `await app.register(rateLimit, { max: 100, timeWindow: '1 minute', redis });`,
  Nest: `imports: [ThrottlerModule.forRoot([{ ttl: 60_000, limit: 100 }])],
providers: [{ provide: APP_GUARD, useClass: ThrottlerGuard }],`,
  Hono: `app.use(rateLimiter({ windowMs: 60_000, limit: 100, keyGenerator: (c) => c.get('userId') }));`,
  FastAPI: `limiter = Limiter(key_func=get_remote_address, default_limits=['100/minute'], storage_uri=REDIS_URL)
app.state.limiter = limiter
app.add_middleware(SlowAPIMiddleware)`,
  Flask: `Limiter(get_remote_address, app=app, default_limits=['100 per minute'], storage_uri=REDIS_URL)`,
  'Django REST framework': `REST_FRAMEWORK = {
    'DEFAULT_THROTTLE_CLASSES': ['rest_framework.throttling.UserRateThrottle'],
    'DEFAULT_THROTTLE_RATES': {'user': '100/min'},
}`,
};
