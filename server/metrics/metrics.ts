// What is counted and timed, for Prometheus: requests by the pattern of their route, never by their URL.
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export interface Metrics {
  readonly registry: Registry;
  readonly requests: Histogram<'method' | 'route' | 'status'>;
  /** Requests being answered now: counted here, told when somebody asks. */
  readonly underWay: { count: number };
  /** Calls of the model, by how they ended. */
  readonly llmCalls: Histogram<'outcome'>;
  readonly llmTokens: Counter<'kind'>;
  /** Jobs of the queue, by kind and by how they ended. */
  readonly jobs: Counter<'kind' | 'outcome'>;
  /** Times a shared thing was away and this process went on alone. */
  readonly fallbacks: Counter<'of'>;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const underWay = { count: 0 };
  new Gauge({
    name: 'http_requests_in_flight',
    help: 'Requests being answered now.',
    registers,
    collect() {
      this.set(underWay.count);
    },
  });
  return {
    registry,
    requests: new Histogram({
      name: 'http_request_duration_seconds',
      help: 'Time to answer, by method, route pattern and status.',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
      registers,
    }),
    underWay,
    llmCalls: new Histogram({
      name: 'llm_call_duration_seconds',
      help: 'Time one call of the model took, by outcome.',
      labelNames: ['outcome'],
      buckets: [0.1, 0.5, 1, 2.5, 5, 10, 20, 60],
      registers,
    }),
    llmTokens: new Counter({ name: 'llm_tokens_total', help: 'Tokens the model was sent and gave.', labelNames: ['kind'], registers }),
    jobs: new Counter({ name: 'jobs_total', help: 'Background jobs, by kind and outcome.', labelNames: ['kind', 'outcome'], registers }),
    fallbacks: new Counter({
      name: 'shared_fallbacks_total',
      help: 'Times shared state was away and this process used its own.',
      labelNames: ['of'],
      registers,
    }),
  };
}
