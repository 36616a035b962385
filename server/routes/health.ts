// Is it alive, is it ready, and what of its dependencies (draft-inadarei-api-health-check-06). Nothing here names an internal.
import Router from '@koa/router';
import type { State } from '../middleware/state.ts';
import type { Services } from '../services.ts';
import type { SchemaState } from '../store/store.ts';

type Status = 'pass' | 'warn' | 'fail';
interface HealthCheck {
  readonly componentType: 'datastore' | 'component' | 'system';
  readonly observedValue?: number | string;
  readonly observedUnit?: string;
  readonly status: Status;
  readonly time: string;
}
const API_VERSION = '1';
const FRESH_FOR_MS = 1_000;

export function healthRoutes(services: Services): Router<State> {
  const router = new Router<State>();
  const seen = storeSeen(services);

  router.get('/', (ctx) => {
    ctx.body = { message: 'Training plan API', status: 'healthy' };
  });
  router.get('/healthz', (ctx) => {
    ctx.body = { status: 'pass' };
    ctx.type = 'application/health+json';
  });
  router.get(['/readyz', '/api/v1/health'], async (ctx) => {
    const checks = healthChecks(services, await seen());
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

interface Seen {
  readonly schema: SchemaState | undefined;
  readonly tookMs: number;
}

/** Asks the store at most once a second, however many ask us: anybody may ask for our health. */
function storeSeen({ store, config, log }: Services): () => Promise<Seen> {
  let latest: Promise<Seen> | undefined;
  let until = 0;
  const look = async (): Promise<Seen> => {
    const startedAt = performance.now();
    const schema = await store.schema(AbortSignal.timeout(config.STORE_TIMEOUT_MS)).catch((error: unknown) => {
      log.warn({ error }, 'the store does not answer');
      return undefined;
    });
    until = Date.now() + FRESH_FOR_MS;
    return { schema, tookMs: Math.round(performance.now() - startedAt) };
  };
  return () => {
    if (latest === undefined || Date.now() > until) {
      until = Number.POSITIVE_INFINITY;
      latest = look();
    }
    return latest;
  };
}

function healthChecks({ llm, lifecycle, shared }: Services, { schema, tookMs }: Seen): Readonly<Record<string, readonly HealthCheck[]>> {
  const time = new Date().toISOString();
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
    // Without Redis each server counts by itself: worse, not down.
    ...(shared === undefined
      ? {}
      : { 'redis:connection': [{ componentType: 'datastore', status: shared.isUp() ? 'pass' : 'warn', time }] }),
    'server:draining': [
      { componentType: 'system', observedValue: String(lifecycle.draining), status: lifecycle.draining ? 'fail' : 'pass', time },
    ],
  };
}

function worst(checks: readonly HealthCheck[]): Status {
  if (checks.some(({ status }) => status === 'fail')) return 'fail';
  return checks.some(({ status }) => status === 'warn') ? 'warn' : 'pass';
}
