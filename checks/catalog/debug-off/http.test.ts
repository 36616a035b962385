import type { RequestListener } from 'node:http';
import { expect, test } from 'vitest';
import { askLive, json, pathOf, textOf, told } from '../../evidence/http/testing.ts';
import check from './check.ts';

const config = { routes: { 'json-post': { method: 'POST', path: '/items' } } };
const page =
  (path: string, status: number, body: string, method = 'GET'): RequestListener =>
  (request, response) => {
    const hit = request.method === method && (pathOf(request) === path || (path === '*' && pathOf(request) !== '/'));
    if (hit) return response.writeHead(status, { 'content-type': 'text/html' }).end(body);
    return json(response, pathOf(request) === '/' ? 200 : 404, { title: 'Not Found' });
  };

test('plain errors pass', async () => {
  const answer = await askLive(check, (request, response) => json(response, request.method === 'POST' ? 400 : 404, { title: 'No' }), {
    config,
  });
  expect(answer).toMatchObject({ verdict: 'pass' });
  expect(told(answer)).toContain('(0 of them 5xx)');
});

test.each([
  ['/console', 200, '<title>Console // Werkzeug Debugger</title><h1>Interactive Console</h1>', 'Werkzeug’s debugger'],
  ['*', 404, "You're seeing this error because you have <code>DEBUG = True</code> in your Django settings file.", 'Django’s debug page'],
  ['/debug/pprof/', 200, '<html><head><title>/debug/pprof/</title></head>', 'Go’s profiler'],
  ['/actuator/env', 200, '{"activeProfiles":[],"propertySources":[{"name":"systemEnvironment"}]}', 'the environment of the process'],
  ['*', 404, '<pre>Error: x<br> &nbsp; &nbsp;at run (/srv/app.js:1:2)</pre>', 'a JavaScript trace'],
])('%s answering with %s is seen', async (path, status, body, what) => {
  expect(told(await askLive(check, page(path, status, body), { config }))).toBe(`an answer with ${status} shows ${what}`);
});

test('a trace that only a bad body draws is seen', async () => {
  const listener: RequestListener = async (request, response) => {
    if (request.method !== 'POST') return json(response, 404, {});
    await textOf(request);
    return response.writeHead(500).end('Traceback (most recent call last):\n  File "/srv/main.py", line 3, in run\n');
  };
  expect(told(await askLive(check, listener, { config }))).toBe('an answer with 500 shows a Python trace');
});

test('a header of a debug mode is seen', async () => {
  const answer = await askLive(check, (_, response) => json(response, 404, {}, { 'x-debug-token': 'a1b2c3' }), { config });
  expect(told(answer)).toContain('answers carry x-debug-token');
});

test('pages that only look alike are none', async () => {
  const shop = page('/console', 200, '<html><title>Game consoles</title><p>Turn debug off: see line 5.</p>');
  expect(await askLive(check, shop, { config })).toMatchObject({ verdict: 'pass' });
});

test('without a body that could be sent there is no verdict', async () => {
  expect(await askLive(check, (_, response) => json(response, 404, {}))).toMatchObject({ verdict: 'inconclusive' });
});
