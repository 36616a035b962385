// How the fix is written, framework by framework.
import type { Idioms } from '../../model.ts';

export const idioms: Idioms = {
  express: `app.use('/api/v1', routes);`,
  koa: `const router = new Router({ prefix: '/api/v1' });`,
  fastify: `app.register(routes, { prefix: '/api/v1' });`,
  nest: `app.enableVersioning({ type: VersioningType.URI, defaultVersion: '1' });`,
  hono: `app.route('/api/v1', routes);`,
  fastapi: `app.include_router(router, prefix='/api/v1')`,
  flask: `app.register_blueprint(api, url_prefix='/api/v1')`,
  django: `path('api/v1/', include('plans.urls')),`,
};
