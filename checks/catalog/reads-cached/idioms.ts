// How the fix is written, framework by framework.
import type { Idioms } from '../../model.ts';

export const idioms: Idioms = {
  express: `// Express sends weak ETags by itself; what is one user's stays private
res.set('Cache-Control', 'private, max-age=60');`,
  koa: `app.use(conditional()); // koa-conditional-get: 304
app.use(etag()); // koa-etag`,
  fastify: `await app.register(etag); // @fastify/etag`,
  nest: `@Module({ imports: [CacheModule.register({ ttl: 60_000 })] })
export class AppModule {}

@UseInterceptors(CacheInterceptor) // only where the answer is the same for everybody
export class ExercisesController {}`,
  hono: `app.use(etag()); // of hono/etag`,
  fastapi: `@router.get("/exercises")
@cache(expire=60)  # fastapi-cache2; only where the answer is the same for everybody
async def exercises(): ...

await FastAPICache.clear(namespace="exercises")  # after a write`,
  flask: `response.add_etag()
return response.make_conditional(request)`,
  django: `MIDDLEWARE += ["django.middleware.http.ConditionalGetMiddleware"]`,
};
