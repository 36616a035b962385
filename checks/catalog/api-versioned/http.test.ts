import type { RequestListener } from 'node:http';
import { expect, test } from 'vitest';
import { askLive, json, pathOf, told } from '../../evidence/http/testing.ts';
import check from './check.ts';

const route = (method: string, path: string) => ({ method, path });
const routesAt = (prefix: string) => ({
  config: {
    routes: {
      any: route('GET', `${prefix}/items`),
      protected: route('GET', `${prefix}/me`),
      'json-post': route('POST', `${prefix}/items`),
    },
  },
});
const serving =
  (paths: readonly string[], headers: Readonly<Record<string, Readonly<Record<string, string>>>> = {}): RequestListener =>
  (request, response) => {
    const path = pathOf(request);
    const status = !paths.includes(path) ? 404 : path.endsWith('/me') ? 401 : request.method === 'POST' ? 400 : 200;
    json(response, status, {}, headers[path] ?? {});
  };
const versioned = ['/api/v1/items', '/api/v1/me'];
const old = ['/api/items', '/api/me'];

test('routes under a version pass, and nothing else is there', async () => {
  const answer = await askLive(check, serving(versioned), routesAt('/api/v1'));
  expect(answer).toMatchObject({ verdict: 'pass', findings: { length: 3 } });
});

test('old names beside them must say that they end', async () => {
  expect(told(await askLive(check, serving([...versioned, ...old]), routesAt('/api/v1')))).toMatch(
    /^GET \/api\/items answers 200 with no version in its path and no Deprecation header\nGET \/api\/me answers 401/,
  );
  const ends = { deprecation: '@1793491200', sunset: 'Mon, 01 Nov 2027 00:00:00 GMT' };
  const answer = await askLive(check, serving([...versioned, ...old], { '/api/items': ends, '/api/me': ends }), routesAt('/api/v1'));
  expect(answer).toMatchObject({ verdict: 'pass' });
  expect(told(answer)).toContain('GET /api/items says that it is deprecated (Mon, 01 Nov 2027 00:00:00 GMT)');
});

test('routes without any version fail', async () => {
  expect(await askLive(check, serving(old), routesAt('/api'))).toMatchObject({ verdict: 'fail', findings: { length: 3 } });
});

test('a version in a header or a media type counts, and so does one in the base path', async () => {
  const tells = { 'api-version': '2' };
  expect(await askLive(check, serving(old, { '/api/items': tells, '/api/me': tells }), routesAt('/api'))).toMatchObject({
    verdict: 'pass',
  });
  expect(await askLive(check, serving(versioned), { ...routesAt(''), basePath: '/api/v1' })).toMatchObject({ verdict: 'pass' });
});

test('a guard before all routes makes no old names', async () => {
  const guarded: RequestListener = (_, response) => json(response, 401, {});
  expect(await askLive(check, guarded, routesAt('/api/v1'))).toMatchObject({ verdict: 'pass' });
});

test('operational routes alone are no verdict', async () => {
  expect(await askLive(check, serving(['/healthz', '/', '/metrics']))).toMatchObject({
    verdict: 'inconclusive',
    because: expect.stringContaining('only operational ones'),
  });
});
