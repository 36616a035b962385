// How the fix is written, framework by framework.
import type { Idioms } from '../../model.ts';

export const idioms: Idioms = {
  express: `app.use(helmet()); // before the routes`,
  koa: `app.use(helmet()); // of koa-helmet`,
  fastify: `await app.register(helmet);`,
  nest: `app.use(helmet());`,
  hono: `app.use(secureHeaders());`,
  fastapi: `@app.middleware('http')
async def headers(request, call_next):
    response = await call_next(request)
    response.headers['X-Content-Type-Options'] = 'nosniff'
    response.headers['Strict-Transport-Security'] = 'max-age=63072000; includeSubDomains'
    return response`,
  flask: `Talisman(app)`,
  django: `MIDDLEWARE = ['django.middleware.security.SecurityMiddleware', *MIDDLEWARE]
SECURE_HSTS_SECONDS = 63072000`,
};
