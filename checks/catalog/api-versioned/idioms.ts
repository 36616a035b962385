// How the fix of api-versioned is written in each framework.

export const idioms: Readonly<Record<string, string>> = {
  Express: `app.use('/api/v1', routes);`,
  Koa: `const router = new Router({ prefix: '/api/v1' });`,
  Fastify: `app.register(routes, { prefix: '/api/v1' });`,
  Nest: `app.enableVersioning({ type: VersioningType.URI, defaultVersion: '1' });`,
  Hono: `app.route('/api/v1', routes);`,
  FastAPI: `app.include_router(router, prefix='/api/v1')`,
  Flask: `app.register_blueprint(api, url_prefix='/api/v1')`,
  Django: `path('api/v1/', include('plans.urls')),`,
};
