import type { RequestListener } from 'node:http';
import { expect, test } from 'vitest';
import { askLive, json, pathOf, textOf, told } from '../../evidence/http/testing.ts';
import check from './check.ts';
import { libraryWordsIn } from './library-words.ts';

const config = {
  signingKey: 'only-for-these-tests-'.repeat(3),
  routes: {
    any: { method: 'GET', path: '/items' },
    protected: { method: 'GET', path: '/me' },
    'json-post': { method: 'POST', path: '/items', body: { age: 30 } },
    health: { method: 'GET', path: '/healthz' },
  },
};
const problem = { 'content-type': 'application/problem+json' };

/** Says what went wrong in the way it is told to. */
const answering =
  (say: (status: number, error?: unknown) => readonly [body: unknown, headers: Readonly<Record<string, string>>]): RequestListener =>
  async (request, response) => {
    const fail = (status: number, error?: unknown): void => {
      const [body, headers] = say(status, error);
      json(response, status, body, headers);
    };
    const known = ['/items', '/me', '/healthz'].includes(pathOf(request));
    if (!known) return fail(404);
    if (request.method !== 'GET' && !(request.method === 'POST' && pathOf(request) === '/items')) return fail(405);
    if (pathOf(request) === '/me') return fail(401);
    if (request.method === 'GET') return json(response, 200, []);
    try {
      JSON.parse(await textOf(request));
      return fail(422);
    } catch (error) {
      return fail(400, error);
    }
  };
const sound = (status: number) =>
  [
    { type: 'about:blank', title: 'No', status },
    { ...problem, ...(status === 405 ? { allow: 'GET' } : {}) },
  ] as const;

test('problem details in general words pass, and so does a form of its own', async () => {
  const answer = await askLive(check, answering(sound), { config });
  expect(answer).toMatchObject({ verdict: 'pass' });
  expect(told(answer)).toMatch(/^\d+ error answers speak in general words, as problem details$/);
  const plain = await askLive(
    check,
    answering(() => [{ error: 'No' }, { allow: 'GET' }]),
    { config },
  );
  expect(plain).toMatchObject({ verdict: 'pass' });
  expect(told(plain)).toContain('in a form of their own');
});

test('the words of the parser fail', async () => {
  const answer = await askLive(
    check,
    answering((_, error) => [{ error: error instanceof Error ? error.message : 'No' }, { allow: 'GET' }]),
    { config },
  );
  expect(told(answer)).toMatch(/^malformed JSON is answered with 400 in the words of the JSON parser/);
});

test('problem details that contradict their status, or have no title, fail', async () => {
  const other = await askLive(
    check,
    answering(() => [
      { title: 'No', status: 500 },
      { ...problem, allow: 'GET' },
    ]),
    { config },
  );
  expect(told(other)).toContain('and its body says 500');
  const bare = await askLive(
    check,
    answering((status) => [{ status }, { ...problem, allow: 'GET' }]),
    { config },
  );
  expect(told(bare)).toContain('and it has no title');
});

test('a method that is refused without saying which are served fails', async () => {
  const answer = await askLive(
    check,
    answering((status) => [{ title: 'No', status }, problem]),
    { config },
  );
  expect(told(answer)).toBe(
    'a method that is not served is answered with 405 that lacks Allow\na method that the health route lacks is answered with 405 that lacks Allow',
  );
});

test('without a route that takes JSON there is no verdict', async () => {
  expect(await askLive(check, (_, response) => json(response, 404, {}))).toMatchObject({ verdict: 'inconclusive' });
});

test.each([
  ['duplicate key value violates unique constraint "users_email_key"', 'a database or its driver'],
  ["Cannot read properties of undefined (reading 'id')", 'the JavaScript runtime'],
  ["'NoneType' object has no attribute 'id'", 'the Python runtime'],
  ['connect ECONNREFUSED 10.0.0.3:5432', 'the network'],
  ['jwt malformed', 'a token library'],
  ['Expecting value: line 1 column 1 (char 0)', 'the JSON parser'],
  ['TypeError: x is not iterable\n    at handle (/srv/app/routes.js:12:9)', 'the JavaScript runtime'],
])('%s', (text, whose) => {
  expect(libraryWordsIn(text)).toBe(whose);
});

test.each([
  'The request could not be read.',
  'Please sign in again.',
  'You have an error in your form: the age must be a number.',
  'This e-mail address is already registered.',
  'No such user.',
  'The session has expired.',
  '{"error":"validation_error","fields":[{"path":"age","message":"must be between 13 and 100"}]}',
  '{"detail":[{"type":"missing","loc":["body","name"],"msg":"Field required"}]}',
])('%s is nobody’s', (text) => {
  expect(libraryWordsIn(text)).toBeUndefined();
});
