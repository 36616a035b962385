import { randomUUID } from 'node:crypto';
import type { IncomingMessage, RequestListener } from 'node:http';
import { expect, test } from 'vitest';
import { askLive, json, pathOf, told } from '../../evidence/http/testing.ts';
import check from './check.ts';

const config = {
  routes: {
    any: { method: 'GET', path: '/items' },
    protected: { method: 'GET', path: '/me' },
    'json-post': { method: 'POST', path: '/items' },
  },
};
const harmless = /^[A-Za-z0-9._-]{1,128}$/;
const kept = (request: IncomingMessage): string => {
  const given = String(request.headers['x-request-id'] ?? '');
  return harmless.test(given) ? given : randomUUID();
};
const statusOf = (request: IncomingMessage): number =>
  request.method === 'POST' ? 400 : pathOf(request) === '/items' ? 200 : pathOf(request) === '/me' ? 401 : 404;

const answering =
  (id: (request: IncomingMessage, status: number) => string | undefined, name = 'x-request-id'): RequestListener =>
  (request, response) => {
    const status = statusOf(request);
    const value = id(request, status);
    json(response, status, {}, value === undefined ? {} : { [name]: value });
  };

test('an id on every answer, its own or a harmless one of the caller, passes', async () => {
  const answer = await askLive(check, answering(kept), { config });
  expect(answer).toMatchObject({ verdict: 'pass' });
  expect(told(answer)).toContain('a harmless one of the caller is kept');
  expect(
    told(
      await askLive(
        check,
        answering(() => randomUUID(), 'x-correlation-id'),
        { config },
      ),
    ),
  ).toContain('one of the caller is replaced');
});

test('none fails', async () => {
  expect(
    told(
      await askLive(
        check,
        answering(() => undefined),
        { config },
      ),
    ),
  ).toMatch(/^no answer carries a request id/);
});

test.each([
  ['an unknown route', 404],
  ['a request without a token', 401],
  ['malformed JSON', 400],
])('none on the answer to %s fails', async (what, without) => {
  const answer = await askLive(
    check,
    answering((_, status) => (status === without ? undefined : randomUUID())),
    { config },
  );
  expect(told(answer)).toBe(`the answer to ${what} (${without}) carries no request id, while others carry x-request-id`);
});

test('one id for all fails', async () => {
  expect(
    told(
      await askLive(
        check,
        answering(() => 'fixed'),
        { config },
      ),
    ),
  ).toContain('two answers carry the same request id');
});

test('whatever the caller wrote taken over fails', async () => {
  const answer = await askLive(
    check,
    answering((request) => String(request.headers['x-request-id'] ?? randomUUID())),
    { config },
  );
  expect(told(answer)).toMatch(/of 5 000 characters.*markup.*line breaks.*quotes/s);
});

test('no error to look at is no verdict', async () => {
  const silent: RequestListener = (request, response) => {
    if (statusOf(request) === 200) json(response, 200, {}, { 'x-request-id': randomUUID() });
    else response.destroy();
  };
  expect(await askLive(check, silent, { config })).toMatchObject({ verdict: 'inconclusive' });
});
