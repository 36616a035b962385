// Is it alive, is it ready, and what of its dependencies (draft-inadarei-api-health-check-06). Nothing here names an internal.
import Router from '@koa/router';
import type { State } from '../middleware/state.ts';
import type { Services } from '../services.ts';

type Status = 'pass' | 'warn' | 'fail';
interface HealthCheck {
  readonly componentType: 'datastore' | 'component' | 'system';
  readonly observedValue?: number | string;
  readonly observedUnit?: string;
  readonly status: Status;
  readonly time: string;
}
const API_VERSION = '1';

export function healthRoutes(services: Services): Router<State> {
  const router = new Router<State>();

  router.get('/', (ctx) => {
    ctx.body = { message: 'Training plan API', status: 'healthy' };
  });
  router.get('/healthz', (ctx) => {
    ctx.body = { status: 'pass' };
    ctx.type = 'application/health+json';
  });
  router.get(['/readyz', '/api/v1/health'], async (ctx) => {
    const checks = await healthChecks(services, ctx.state.signal);
    const status = worst(Object.values(checks).flat());
    ctx.status = status === 'fail' ? 503 : 200;
    ctx.body = { status, version: API_VERSION, checks };
    ctx.type = 'application/health+json';
  });
  if (services.keySet !== undefined) {
    router.get('/auth/v1/.well-known/jwks.json', (ctx) => {
      ctx.body = services.keySet;
    });
  }
  return router;
}

async function healthChecks(
  { store, llm, lifecycle, config, log }: Services,
  signal: AbortSignal,
): Promise<Readonly<Record<string, readonly HealthCheck[]>>> {
  const time = new Date().toISOString();
  const startedAt = performance.now();
  const schema = await store.schema(AbortSignal.any([signal, AbortSignal.timeout(config.STORE_TIMEOUT_MS)])).catch((error: unknown) => {
    log.warn({ error }, 'the store does not answer');
    return undefined;
  });
  const tookMs = Math.round(performance.now() - startedAt);
  const pending = schema?.pending.length;
  return {
    'database:responseTime': [
      { componentType: 'datastore', observedValue: tookMs, observedUnit: 'ms', status: schema === undefined ? 'fail' : 'pass', time },
    ],
    'database:schemaVersion': [
      {
        componentType: 'datastore',
        ...(schema === undefined ? {} : { observedValue: schema.applied }),
        status: schema === undefined ? 'fail' : 'pass',
        time,
      },
    ],
    'database:pendingMigrations': [
      {
        componentType: 'datastore',
        ...(pending === undefined ? {} : { observedValue: pending }),
        observedUnit: 'migrations',
        status: pending === 0 ? 'pass' : 'fail',
        time,
      },
    ],
    // Without the model plans are written by rule: worse, not down.
    'llm:circuit': [{ componentType: 'component', observedValue: llm.state(), status: llm.state() === 'open' ? 'warn' : 'pass', time }],
    'server:draining': [
      { componentType: 'system', observedValue: String(lifecycle.draining), status: lifecycle.draining ? 'fail' : 'pass', time },
    ],
  };
}

function worst(checks: readonly HealthCheck[]): Status {
  if (checks.some(({ status }) => status === 'fail')) return 'fail';
  return checks.some(({ status }) => status === 'warn') ? 'warn' : 'pass';
}
