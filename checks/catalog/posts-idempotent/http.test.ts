import type { RequestListener } from 'node:http';
import { expect, test } from 'vitest';
import { askLive, json, textOf, told } from '../../evidence/http/testing.ts';
import check from './check.ts';

const config = { routes: { 'json-post': { method: 'POST', path: '/orders', body: { item: 'apple', count: 2 } } } };
type Answered = readonly [status: number, body: unknown, headers?: Readonly<Record<string, string>>];

/** A shop that keeps orders; `know` says what it does with a key it has seen. */
function shop(
  know: 'replays' | 'replays anything' | 'refuses' | 'ignores',
  made: (id: number) => unknown = (id) => ({ id }),
): RequestListener {
  let orders = 0;
  const kept = new Map<string, { readonly body: string; readonly answer: Answered }>();
  return async (request, response) => {
    if (request.method !== 'POST') return json(response, 404, {});
    const body = await textOf(request);
    const key = String(request.headers['idempotency-key']);
    const before = know === 'ignores' ? undefined : kept.get(key);
    if (before !== undefined && know === 'refuses') return json(response, 409, {});
    if (before !== undefined && before.body !== body && know === 'replays') return json(response, 422, {});
    if (before !== undefined) return json(response, before.answer[0], before.answer[1]);
    orders += 1;
    const answer: Answered = [201, made(orders)];
    kept.set(key, { body, answer });
    return json(response, ...answer);
  };
}

test('done once, answered twice, refused for another body: pass', async () => {
  const answer = await askLive(check, shop('replays'), { config });
  expect(answer).toMatchObject({ verdict: 'pass' });
  expect(told(answer)).toBe(
    'POST /orders sent twice with one Idempotency-Key is done once and answered twice; the key with another body is refused with 422',
  );
  expect(await askLive(check, shop('refuses'), { config })).toMatchObject({ verdict: 'pass' });
});

test('times and ids of requests in the answer do not make a repeat another one', async () => {
  let request = 0;
  const listener = shop('replays');
  const stamped: RequestListener = (incoming, response) => {
    const end = response.end.bind(response);
    response.end = (chunk: unknown) => {
      request += 1;
      return end(String(chunk).replace(/}$/, `,"requestId":"r${request}","timestamp":${request}}`));
    };
    return listener(incoming, response);
  };
  expect(await askLive(check, stamped, { config })).toMatchObject({ verdict: 'pass' });
});

test('done twice fails', async () => {
  expect(told(await askLive(check, shop('ignores'), { config }))).toContain('is done twice');
});

test('a key that stands for any body fails', async () => {
  expect(told(await askLive(check, shop('replays anything'), { config }))).toContain('the earlier answer is given to it');
});

test('answers that are always the same, and a route that takes no POST, are no verdict', async () => {
  expect(
    await askLive(
      check,
      shop('ignores', () => ({ success: true })),
      { config },
    ),
  ).toMatchObject({ verdict: 'inconclusive', because: expect.stringContaining('answers every POST alike') });
  expect(await askLive(check, (_, response) => json(response, 401, {}), { config })).toMatchObject({
    verdict: 'inconclusive',
    because: expect.stringContaining('answers 401 to a first POST'),
  });
  expect(await askLive(check, (_, response) => json(response, 404, {}))).toMatchObject({ verdict: 'inconclusive' });
});

test.each([400, 409, 422])('what is unique whatever the key, and refused with %i when it comes again, is no verdict', async (status) => {
  const known = new Set<string>();
  const unique: RequestListener = async (request, response) => {
    const body = await textOf(request);
    if (request.method !== 'POST') return json(response, 404, {});
    if (known.has(body)) return json(response, status, { title: 'There is one already' });
    known.add(body);
    return json(response, 201, { id: known.size });
  };
  expect(await askLive(check, unique, { config })).toMatchObject({
    verdict: 'inconclusive',
    because: expect.stringContaining(`answers ${status} to the second POST, and does not take one under another key either`),
  });
});
