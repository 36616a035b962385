// Requests that lead to a call of the model: what one brings to the next, and bodies from the service's own document.
import { createServer } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { askOf, lead } from './steps.ts';
import { declaredAt, withBody } from './steps-declared.ts';

const document = {
  openapi: '3.1.0',
  paths: {
    '/ask/': {
      post: {
        requestBody: {
          content: {
            'application/json': {
              schema: {
                type: 'object',
                required: ['text', 'jwt_token'],
                properties: { text: { type: 'string', minLength: 8 }, jwt_token: { type: 'string' } },
              },
            },
          },
        },
      },
    },
  },
};
const service = createServer((request, response) => {
  const answers: Readonly<Record<string, unknown>> = {
    '/openapi.json': document,
    '/plans': { data: { id: 7, parts: [{ name: 'first' }] } },
  };
  const found = answers[request.url ?? ''];
  response.writeHead(found === undefined ? 404 : 200, { 'content-type': 'application/json' }).end(JSON.stringify(found ?? null));
});
let url = '';
beforeAll(async () => {
  await new Promise<void>((done) => service.listen(0, '127.0.0.1', done));
  const address = service.address();
  url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
});
afterAll(() => void service.close());

const create = { method: 'POST', path: '/plans', body: {}, extract: { plan: 'data.id', part: 'data.parts.0.name' } };
const use = {
  method: 'POST',
  path: '/plans/{{plan}}/ask',
  body: { plan: '{{plan}}', of: '{{subject}}', '{{part}}': 'x', kept: '{{other}}' },
};

test('what a step extracts stands in the next, as what it was', async () => {
  const brought = await lead(url, [create, use], {});
  const asked = askOf(use, { token: 'a-token', subject: 'ada' }, brought instanceof Map ? brought : new Map());
  expect(asked).toMatchObject({ path: '/plans/7/ask', headers: { authorization: 'Bearer a-token' } });
  expect(JSON.parse(asked.body ?? '')).toEqual({ plan: 7, of: 'ada', first: 'x', kept: '{{other}}' });
});

test('a step that fails or lacks what was to be extracted is named', async () => {
  expect(await lead(url, [{ ...create, path: '/gone' }, use], {})).toEqual({ failed: 'POST /gone answered 404' });
  expect(await lead(url, [{ ...create, extract: { plan: 'data.none' } }, use], {})).toEqual({
    failed: 'the answer of POST /plans has no data.none',
  });
});

test('a single step without a body gets one from the document, with the token where it belongs', async () => {
  const declared = await declaredAt(url, '/openapi.json');
  expect(withBody([{ method: 'POST', path: '/ask' }], declared)).toEqual([
    { method: 'POST', path: '/ask', body: { text: expect.stringMatching(/^.{8,}$/), jwt_token: '{{token}}' } },
  ]);
  expect(withBody([{ method: 'POST', path: '/unknown' }], declared)).toEqual([{ method: 'POST', path: '/unknown', body: {} }]);
  expect(withBody([create, use], declared)).toEqual([create, use]);
  expect(await declaredAt(url, '/none.json')).toEqual([]);
});
