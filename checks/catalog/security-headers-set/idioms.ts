// How the fix of security-headers-set is written in each framework.

export const idioms: Readonly<Record<string, string>> = {
  Express: `app.use(helmet()); // before the routes`,
  Koa: `app.use(helmet()); // of koa-helmet`,
  Fastify: `await app.register(helmet);`,
  Nest: `app.use(helmet());`,
  Hono: `app.use(secureHeaders());`,
  FastAPI: `@app.middleware('http')
async def headers(request, call_next):
    response = await call_next(request)
    response.headers['X-Content-Type-Options'] = 'nosniff'
    response.headers['Strict-Transport-Security'] = 'max-age=63072000; includeSubDomains'
    return response`,
  Flask: `Talisman(app)`,
  Django: `MIDDLEWARE = ['django.middleware.security.SecurityMiddleware', …]
SECURE_HSTS_SECONDS = 63072000`,
};
