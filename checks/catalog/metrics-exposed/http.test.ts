import type { RequestListener } from 'node:http';
import { expect, test } from 'vitest';
import { askLive, json, pathOf, told } from '../../evidence/http/testing.ts';
import check from './check.ts';
import { parseMetrics } from './exposition.ts';

const text = { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' };
const series = (route: string): string =>
  [
    '# HELP http_request_duration_seconds How long requests took.',
    '# TYPE http_request_duration_seconds histogram',
    `http_request_duration_seconds_bucket{le="0.1",method="GET",route="${route}",status="200"} 3`,
    `http_request_duration_seconds_bucket{le="+Inf",method="GET",route="${route}",status="200"} 3`,
    `http_request_duration_seconds_sum{method="GET",route="${route}",status="200"} 0.012`,
    `http_request_duration_seconds_count{method="GET",route="${route}",status="200"} 3`,
    '# TYPE process_cpu_seconds_total counter',
    'process_cpu_seconds_total 0.5',
    '',
  ].join('\n');

const exposing =
  (body: string, headers: Readonly<Record<string, string>> = text, path = '/metrics'): RequestListener =>
  (request, response) => {
    if (pathOf(request) !== path) return json(response, 404, {});
    return response.writeHead(200, headers).end(body);
  };

test('rate, errors and duration by route template pass', async () => {
  const answer = await askLive(check, exposing(series('/items/:id')));
  expect(answer).toMatchObject({ verdict: 'pass' });
  expect(told(answer)).toContain('http_request_duration_seconds');
});

test.each([
  ['a made-up id', '/items/1c9a2f60-5f0e-4a53-9d5c-0a4f4ad3c111'],
  ['a number', '/items/17'],
  ['the unknown route that was asked', '/launchgate-unknown-route'],
])('%s in a label fails', async (_, route) => {
  expect(told(await askLive(check, exposing(series(route))))).toContain('labels hold paths as they were asked');
});

test('what the process costs alone is too little', async () => {
  const answer = await askLive(check, exposing('# TYPE process_cpu_seconds_total counter\nprocess_cpu_seconds_total 0.5\n'));
  expect(told(answer)).toBe('the metrics do not tell requests, how long requests took (a histogram)');
});

test('a counter without status, route and durations is too little', async () => {
  const answer = await askLive(check, exposing('# TYPE http_requests_total counter\nhttp_requests_total{method="GET"} 5\n'));
  expect(told(answer)).toMatch(/do not tell how requests ended.*which route was asked.*how long requests took/);
});

test('what no scraper reads fails', async () => {
  expect(told(await askLive(check, exposing(series('/x'), { 'content-type': 'text/html' })))).toContain('sent as text/html');
  expect(told(await askLive(check, exposing(`${series('/x')}this is no sample at all\n`)))).toContain(
    "can't be parsed: line 9 is no sample",
  );
});

test('OpenMetrics must end as it should', async () => {
  const open: RequestListener = (request, response) => {
    if (pathOf(request) !== '/metrics') return json(response, 404, {});
    const wanted = String(request.headers.accept).includes('openmetrics');
    return response
      .writeHead(200, wanted ? { 'content-type': 'application/openmetrics-text; version=1.0.0; charset=utf-8' } : text)
      .end(series('/x'));
  };
  expect(told(await askLive(check, open))).toContain('does not end with # EOF');
});

test('nothing where it usually is, and what wants credentials, are no verdict; a named route that is not there fails', async () => {
  expect(await askLive(check, (_, response) => json(response, 404, {}))).toMatchObject({
    verdict: 'inconclusive',
    because: expect.stringContaining('routes.metrics'),
  });
  const guarded: RequestListener = (request, response) => json(response, pathOf(request) === '/metrics' ? 401 : 404, {});
  expect(await askLive(check, guarded)).toMatchObject({ verdict: 'inconclusive', because: expect.stringContaining('answers 401') });
  const config = { routes: { metrics: { method: 'GET', path: '/internal/stats' } } };
  expect(await askLive(check, (_, response) => json(response, 404, {}), { config })).toMatchObject({ verdict: 'fail' });
  expect(await askLive(check, exposing(series('/x'), text, '/internal/stats'), { config })).toMatchObject({ verdict: 'pass' });
});

test('labels with braces, commas and quotes in them are read', () => {
  const { families, faults } = parseMetrics('a_total{x="{id}, \\"y\\" \\\\",z="1"} 5 1700000000\nb 1e-3\nc{} +Inf\n');
  expect(faults).toEqual([]);
  expect(families.map(({ name, samples }) => [name, samples[0]?.labels.z, samples[0]?.value])).toEqual([
    ['a_total', '1', 5],
    ['b', undefined, 0.001],
    ['c', undefined, Number.POSITIVE_INFINITY],
  ]);
});
