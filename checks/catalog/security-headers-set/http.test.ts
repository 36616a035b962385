import type { RequestListener } from 'node:http';
import { expect, test } from 'vitest';
import { askLive, json, pathOf, testKey, told } from '../../evidence/http/testing.ts';
import check from './check.ts';

const config = { signingKey: testKey, routes: { any: { method: 'GET', path: '/items' }, protected: { method: 'GET', path: '/me' } } };
const nosniff = { 'x-content-type-options': 'nosniff' };

const serving =
  (headers: (status: number) => Readonly<Record<string, string>>): RequestListener =>
  (request, response) => {
    if (request.method === 'TRACE') return json(response, 405, {}, headers(405));
    const status =
      pathOf(request) === '/items' ? 200 : pathOf(request) !== '/me' ? 404 : request.headers.authorization === undefined ? 401 : 200;
    return json(response, status, { status }, headers(status));
  };

test('nosniff everywhere and no banner pass; HSTS waits for https', async () => {
  const answer = await askLive(
    check,
    serving(() => nosniff),
    { config },
  );
  expect(answer).toMatchObject({ verdict: 'pass' });
  expect(told(answer)).toContain('HSTS not looked at over plain http; TRACE is not served');
  const named = await askLive(
    check,
    serving(() => ({ ...nosniff, server: 'nginx', 'strict-transport-security': 'max-age=63072000' })),
    { config },
  );
  expect(named).toMatchObject({ verdict: 'pass' });
});

test('nosniff that errors lack fails, and says which', async () => {
  const answer = await askLive(
    check,
    serving((status) => (status < 400 ? nosniff : {})),
    { config },
  );
  expect(told(answer)).toBe('answers (404, 401) lack X-Content-Type-Options: nosniff');
});

test.each([
  ['x-powered-by', 'Express', 'name their software in x-powered-by (Express)'],
  ['server', 'Werkzeug/3.0.1 Python/3.11.2', 'name software and its version in Server (Werkzeug/3.0.1 Python/3.11.2)'],
  ['strict-transport-security', 'max-age=3600', 'have a Strict-Transport-Security of less than a year'],
])('%s: %s fails', async (name, value, message) => {
  expect(
    told(
      await askLive(
        check,
        serving(() => ({ ...nosniff, [name]: value })),
        { config },
      ),
    ),
  ).toContain(message);
});

test('a page that anybody may frame, and text without a charset, fail', async () => {
  const page =
    (headers: Readonly<Record<string, string>>): RequestListener =>
    (request, response) =>
      pathOf(request) === '/'
        ? response.writeHead(200, { ...nosniff, ...headers }).end('<p>hello')
        : serving(() => nosniff)(request, response);
  expect(told(await askLive(check, page({ 'content-type': 'text/html; charset=utf-8' }), { config }))).toContain(
    'may be framed by anybody',
  );
  expect(told(await askLive(check, page({ 'content-type': 'text/html', 'x-frame-options': 'DENY' }), { config }))).toContain(
    'text/html without a charset',
  );
  const sound = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': "default-src 'none'; frame-ancestors 'none'" };
  expect(await askLive(check, page(sound), { config })).toMatchObject({ verdict: 'pass' });
});

test('TRACE that sends headers back fails', async () => {
  const tracing: RequestListener = (request, response) =>
    request.method === 'TRACE'
      ? response.writeHead(200, { ...nosniff, 'content-type': 'message/http' }).end(request.rawHeaders.join('\n'))
      : serving(() => nosniff)(request, response);
  expect(told(await askLive(check, tracing, { config }))).toContain('TRACE is served');
});

test('only errors are no verdict', async () => {
  expect(await askLive(check, (_, response) => json(response, 404, {}))).toMatchObject({ verdict: 'inconclusive' });
});
