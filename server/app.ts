// The whole request path, one line per control, outermost first.
import type Koa from 'koa';
import { leanKoa } from './lean-koa.ts';
import { leanRoutes } from './lean-router.ts';
import { accessLog } from './middleware/access-log.ts';
import { allowedOrigins } from './middleware/allowed-origins.ts';
import { conditionalGet } from './middleware/conditional-get.ts';
import { deadline } from './middleware/deadline.ts';
import { draining } from './middleware/draining.ts';
import { jsonBody } from './middleware/json-body.ts';
import { legacyNames } from './middleware/legacy-names.ts';
import { measured } from './middleware/measured.ts';
import { problems } from './middleware/problems.ts';
import { clientAddress, rateLimit } from './middleware/rate-limit.ts';
import { requestId } from './middleware/request-id.ts';
import { securityHeaders } from './middleware/security-headers.ts';
import type { State } from './middleware/state.ts';
import { traced } from './middleware/traced.ts';
import { documentationRoutes } from './routes/documentation.ts';
import { healthRoutes } from './routes/health.ts';
import { metricsRoutes } from './routes/metrics.ts';
import { trainingRoutes } from './routes/training.ts';
import type { Services } from './services.ts';

export function createApp(services: Services): Koa<State> {
  const { config, log, lifecycle, metrics, shared } = services;
  const app = leanKoa<State>({ proxy: config.TRUSTED_PROXIES > 0, maxIpsCount: config.TRUSTED_PROXIES });
  app.on('error', (error: unknown) => log.error({ error }, 'an answer could not be sent'));

  app.use(requestId());
  app.use(traced());
  app.use(measured(metrics));
  app.use(accessLog(log));
  app.use(securityHeaders());
  app.use(allowedOrigins(config.ALLOWED_ORIGINS));
  app.use(problems(log));
  app.use(conditionalGet());
  app.use(draining(() => lifecycle.draining));
  app.use(legacyNames());
  app.use(deadline(({ path }) => (path.endsWith('/generate') ? config.PLAN_DEADLINE_MS : config.REQUEST_DEADLINE_MS)));
  app.use(
    rateLimit(
      { name: 'client', perMinute: config.RATE_LIMIT_PER_MINUTE, client: (ctx) => ctx.path !== '/healthz' && clientAddress(ctx) },
      shared,
    ),
  );
  app.use(jsonBody(config.BODY_LIMIT_BYTES));

  // What is asked most stands first.
  const routers = [trainingRoutes(services), healthRoutes(services), metricsRoutes(metrics, config), documentationRoutes()];
  for (const router of routers) app.use(leanRoutes(router));
  for (const router of routers) app.use(router.allowedMethods());
  return app;
}
