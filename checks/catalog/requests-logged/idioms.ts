// How the fix is written, framework by framework.
import type { Idioms } from '../../model.ts';

export const idioms: Idioms = {
  fastapi: `@app.middleware("http")
async def access_log(request: Request, call_next):
    started = time.perf_counter()
    response = await call_next(request)
    route = request.scope.get("route")
    logger.info("request", extra={
        "request_id": request.state.request_id,
        "method": request.method,
        "route": getattr(route, "path", "none"),
        "status": response.status_code,
        "duration_ms": round((time.perf_counter() - started) * 1000, 1),
    })
    return response`,
  express: `app.use(pinoHttp({ redact: ['req.headers.authorization', 'req.headers.cookie'] }));`,
  koa: `app.use(async (ctx, next) => {
  const startedAt = performance.now();
  await next();
  log.info({
    requestId: ctx.state.requestId,
    method: ctx.method,
    route: ctx._matchedRoute ?? 'none',
    status: ctx.status,
    durationMs: performance.now() - startedAt,
  }, 'request');
});`,
  fastify: `const app = Fastify({ logger: { level: process.env.LOG_LEVEL ?? 'info' } });`,
  nest: `LoggerModule.forRoot({ pinoHttp: { redact: ['req.headers.authorization', 'req.headers.cookie'] } })`,
};
