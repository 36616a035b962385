import type { RequestListener } from 'node:http';
import { decodeJwt } from 'jose';
import { expect, test } from 'vitest';
import { askLive, json, pathOf, testKey, told } from '../../evidence/http/testing.ts';
import check from './check.ts';

const known = [{ method: 'GET', path: '/users/:user_id/plans', protectedGuess: true }];
const config = { signingKey: testKey };

/** What a signed-in user is answered with at somebody's plans. */
const serving =
  (answer: (caller: string, owner: string) => readonly [number, unknown]): RequestListener =>
  (request, response) => {
    const [, owner = ''] = /^\/users\/([^/]+)\/plans$/.exec(pathOf(request)) ?? [];
    const token = request.headers.authorization?.replace('Bearer ', '');
    if (owner === '') return json(response, 404, {});
    if (token === undefined) return json(response, 401, {});
    return json(response, ...answer(decodeJwt(token).sub ?? '', owner));
  };
const plans = (owner: string): unknown => ({ owner, plans: ['run', 'rest'] });

test.each([404, 403])('another’s plans answered with %i pass', async (status) => {
  const answer = await askLive(
    check,
    serving((caller, owner) => (caller === owner ? [200, plans(owner)] : [status, {}])),
    { config, known },
  );
  // A 403 counts only where the second identity is let in somewhere: nothing else is there to let it in.
  expect(answer).toMatchObject({ verdict: status === 404 ? 'pass' : 'inconclusive' });
});

test('another’s plans answered fail, with a command for each of the two', async () => {
  const answer = await askLive(
    check,
    serving((_, owner) => [200, plans(owner)]),
    { config, known },
  );
  expect(answer).toMatchObject({
    verdict: 'fail',
    findings: [
      {
        message: expect.stringContaining('with the same contents as to its owner'),
        place: { curl: expect.stringContaining('"$TOKEN_SECOND"') },
        related: [{ curl: expect.stringContaining('"$TOKEN"') }],
      },
    ],
  });
  const stamped = serving((caller, owner) => [200, { ...Object(plans(owner)), seenBy: caller }]);
  expect(told(await askLive(check, stamped, { config, known }))).toContain('what belongs to the user named in the path');
});

test('answers that prove nothing are no verdict', async () => {
  const ask = (answer: (caller: string, owner: string) => readonly [number, unknown]) => askLive(check, serving(answer), { config, known });
  expect(await ask(() => [404, {}])).toMatchObject({ verdict: 'inconclusive', because: expect.stringContaining('to its own owner') });
  expect(await ask((caller, owner) => (caller === owner ? [200, plans(owner)] : [401, {}]))).toMatchObject({
    verdict: 'inconclusive',
    because: expect.stringContaining('auth.second'),
  });
  expect(await ask((caller) => [200, { mine: caller }])).toMatchObject({
    verdict: 'inconclusive',
    because: expect.stringContaining('whose they are'),
  });
  const open: RequestListener = (request, response) => json(response, pathOf(request).startsWith('/users/') ? 200 : 404, []);
  expect(await askLive(check, open, { config, known })).toMatchObject({
    verdict: 'inconclusive',
    because: expect.stringContaining('everybody alike'),
  });
  expect(await askLive(check, open, { known })).toMatchObject({ verdict: 'inconclusive' });
  expect(await askLive(check, open, { config })).toMatchObject({
    verdict: 'inconclusive',
    because: expect.stringContaining('routes.owned'),
  });
});
