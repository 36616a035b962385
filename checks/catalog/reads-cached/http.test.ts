import type { RequestListener } from 'node:http';
import { expect, test } from 'vitest';
import { askLive, json, pathOf, testKey, told } from '../../evidence/http/testing.ts';
import check from './check.ts';

const config = { signingKey: testKey, routes: { any: { method: 'GET', path: '/items' }, protected: { method: 'GET', path: '/me' } } };

interface Cache {
  readonly headers: Readonly<Record<string, string>>;
  readonly unchangedAt?: (header: string) => boolean;
}
const serving =
  (at: Readonly<Record<string, Cache>>): RequestListener =>
  (request, response) => {
    const cache = at[pathOf(request)];
    if (cache === undefined) return json(response, 404, {});
    if (pathOf(request) === '/me' && request.headers.authorization === undefined) return json(response, 401, {});
    const given = request.headers['if-none-match'] ?? request.headers['if-modified-since'];
    if (given !== undefined && cache.unchangedAt?.(given) === true) return response.writeHead(304, cache.headers).end();
    return json(response, 200, { path: pathOf(request) }, cache.headers);
  };
const tagged: Cache = { headers: { etag: '"a1"', 'cache-control': 'private, no-cache' }, unchangedAt: (header) => header === '"a1"' };
const plain: Cache = { headers: {} };

test('an ETag that saves the second read passes, and so does a date', async () => {
  expect(told(await askLive(check, serving({ '/items': plain, '/me': tagged }), { config }))).toBe(
    'GET /me answers 304 to who already has it',
  );
  const dated: Cache = { headers: { 'last-modified': 'Sun, 01 Nov 2026 00:00:00 GMT' }, unchangedAt: (header) => header.endsWith('GMT') };
  expect(told(await askLive(check, serving({ '/items': dated, '/me': plain }), { config }))).toBe(
    'GET /items answers 304 to who already has it',
  );
});

test('an open read that may be kept passes', async () => {
  const answer = await askLive(check, serving({ '/items': { headers: { 'cache-control': 'public, max-age=300' } }, '/me': plain }), {
    config,
  });
  expect(answer).toMatchObject({ verdict: 'pass' });
});

test.each(['public, max-age=300', 'max-age=60, s-maxage=60'])('one user’s answer with %s fails', async (value) => {
  const answer = await askLive(check, serving({ '/items': plain, '/me': { headers: { 'cache-control': value } } }), { config });
  expect(told(answer)).toContain('may be kept for everybody');
});

test('an ETag that saves nothing fails, and so does one that takes any', async () => {
  const useless: Cache = { headers: { etag: '"a1"' }, unchangedAt: () => false };
  expect(told(await askLive(check, serving({ '/items': useless, '/me': plain }), { config }))).toContain('sends everything again');
  const careless: Cache = { headers: { etag: '"a1"' }, unchangedAt: () => true };
  expect(told(await askLive(check, serving({ '/items': careless, '/me': plain }), { config }))).toContain('never its own');
});

test('nothing of the kind is no verdict, and neither is a route that answers nothing', async () => {
  expect(await askLive(check, serving({ '/items': plain, '/me': plain }), { config })).toMatchObject({
    verdict: 'inconclusive',
    because: expect.stringContaining('neither ETag'),
  });
  expect(await askLive(check, (_, response) => json(response, 404, {}), { config })).toMatchObject({ verdict: 'inconclusive' });
});

test('a read that may be kept only to be asked about fails without anything to ask with', async () => {
  const unmarked: Cache = { headers: { 'cache-control': 'private, no-cache' } };
  expect(await askLive(check, serving({ '/items': plain, '/me': unmarked }), { config })).toMatchObject({
    verdict: 'fail',
    findings: [{ message: expect.stringContaining('GET /me may be kept if it is asked about each time') }],
  });
  const forbidden: Cache = { headers: { 'cache-control': 'no-store, no-cache' } };
  expect(await askLive(check, serving({ '/items': plain, '/me': forbidden }), { config })).toMatchObject({ verdict: 'inconclusive' });
});
