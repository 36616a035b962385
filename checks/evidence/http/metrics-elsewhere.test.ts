// Metrics that are not served where the rest is: on another port, behind a token of their own.
import type { RequestListener } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import check from '../../catalog/metrics-exposed/check.ts';
import { gatherHttp } from './gather.ts';
import type { HttpOptions } from './options.ts';
import { serve } from './testing.ts';

const running: { close(): void }[] = [];
afterEach(() => {
  for (const each of running.splice(0)) each.close();
});
const token = `metrics${'-token'.repeat(4)}`;
const text = [
  '# TYPE http_request_duration_seconds histogram',
  'http_request_duration_seconds_bucket{route="/a",status="200",le="+Inf"} 1',
  'http_request_duration_seconds_sum{route="/a",status="200"} 1',
  'http_request_duration_seconds_count{route="/a",status="200"} 1',
  '',
].join('\n');

const listeners: Readonly<Record<'metrics' | 'service', RequestListener>> = {
  metrics(request, response) {
    const isKnown = request.headers.authorization === `Bearer ${token}` && request.headers['x-internal'] === undefined;
    if (request.url !== '/internal/metrics') response.writeHead(404).end();
    else if (isKnown) response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4' }).end(text);
    else response.writeHead(401).end();
  },
  service(request, response) {
    if (request.url === '/healthz') response.end('{}');
    else response.writeHead(404).end();
  },
};
async function started(): Promise<{ readonly service: string; readonly metrics: URL }> {
  const [service, metrics] = [await serve(listeners.service), await serve(listeners.metrics)];
  running.push(service, metrics);
  return { service: service.url, metrics: new URL(metrics.url) };
}
async function asked(baseUrl: string, more: Partial<HttpOptions>) {
  const headers = { 'x-internal': 'only for the service' };
  const gathered = await gatherHttp({
    baseUrl,
    probes: { [check.id]: check.probes ?? {} },
    ...more,
    config: { headers, timeoutMs: 10_000, ...more.config },
  });
  if ('missing' in gathered) throw new Error(gathered.missing);
  const evidence = gathered.found.evidenceFor(check.id);
  return { evidence, answer: check.judge.http?.(evidence) };
}

test('the configuration names them, and their token is shown nowhere', async () => {
  const { service, metrics } = await started();
  const route = { method: 'GET', path: '/internal/metrics', origin: metrics.origin, bearer: token };
  const { evidence, answer } = await asked(service, { config: { routes: { metrics: route } } });
  expect(answer).toMatchObject({ verdict: 'pass' });
  expect(evidence.chosen.metrics).toBe(`GET ${metrics.origin}/internal/metrics`);
  expect(JSON.stringify(evidence)).not.toContain(token);
  expect(JSON.stringify(answer)).toContain('$METRICS_TOKEN');
});

test('the source tells of them, and what they want is said', async () => {
  const { service, metrics } = await started();
  const { answer } = await asked(service, { metricsAt: [{ port: Number(metrics.port), path: '/internal/metrics' }] });
  expect(answer).toEqual({ verdict: 'inconclusive', because: expect.stringContaining('routes.metrics.tokenEnv') });
});
