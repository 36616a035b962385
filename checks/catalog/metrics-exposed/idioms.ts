// How the fix is written, framework by framework.
import type { Idioms } from '../../model.ts';

export const idioms: Idioms = {
  fastapi: `Instrumentator().instrument(app).expose(app, endpoint="/metrics")  # prometheus_fastapi_instrumentator`,
  flask: `metrics = PrometheusMetrics(app)  # prometheus_flask_exporter`,
  django: `MIDDLEWARE = [
    "django_prometheus.middleware.PrometheusBeforeMiddleware",
    *MIDDLEWARE,
    "django_prometheus.middleware.PrometheusAfterMiddleware",
]
urlpatterns += [path("", include("django_prometheus.urls"))]`,
  express: `const duration = new Histogram({ name: 'http_request_duration_seconds', help: 'Time to answer.', labelNames: ['method', 'route', 'status'] });
app.use((request, response, next) => {
  const end = duration.startTimer({ method: request.method });
  response.on('finish', () => end({ route: request.route?.path ?? 'none', status: response.statusCode }));
  next();
});
app.get('/metrics', async (request, response) => {
  response.type(register.contentType).send(await register.metrics());
});`,
  koa: `app.use(async (ctx, next) => {
  const end = duration.startTimer({ method: ctx.method });
  await next();
  end({ route: ctx._matchedRoute ?? 'none', status: ctx.status });
});`,
  fastify: `await app.register(fastifyMetrics, { endpoint: '/metrics' });`,
};
