import type { RequestListener } from 'node:http';
import { expect, test } from 'vitest';
import { askLive, json, pathOf, told } from '../../evidence/http/testing.ts';
import check from './check.ts';

const answers = {
  200: { description: 'Here it is', content: { 'application/json': { example: { id: 1 } } } },
  404: { description: 'Not here' },
};
const operation = { summary: 'Reads an item', responses: answers, security: [{ bearer: [] }] };
const sound = {
  openapi: '3.1.0',
  info: { title: 'Items', version: '1' },
  paths: {
    '/api/v1/items/{item_id}': {
      get: { ...operation, parameters: [{ name: 'item_id', in: 'path', required: true, schema: { type: 'string' } }] },
    },
  },
  components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
};
const offering =
  (document: unknown, path = '/openapi.json'): RequestListener =>
  (request, response) => {
    if (pathOf(request) === path) return json(response, 200, document);
    return json(response, pathOf(request).startsWith('/api/v1/items') ? 401 : 404, {});
  };
const known = [{ method: 'GET', path: '/api/v1/items/:itemId', protectedGuess: true }];

test('a valid document that knows every route passes with its shares', async () => {
  const answer = await askLive(check, offering(sound), { known });
  expect(answer).toMatchObject({ verdict: 'pass' });
  expect(told(answer)).toBe(
    'OpenAPI 3.1.0, valid, 1 operations: 100 % described, 100 % with examples, 100 % with error answers; all 1 routes of the source are in it',
  );
});

test('routes that only the source knows fail; those of operators need not be told', async () => {
  const more = [
    ...known,
    { method: 'POST', path: '/api/v1/items', protectedGuess: true },
    { method: 'GET', path: '/healthz', protectedGuess: false },
  ];
  expect(told(await askLive(check, offering(sound), { known: more }))).toBe(
    'the source has routes that the document does not know: POST /api/v1/items',
  );
});

test('a route that the source has and the target does not serve need not be told', async () => {
  const more = [...known, { method: 'POST', path: '/private/users', protectedGuess: false }];
  expect(await askLive(check, offering(sound), { known: more })).toMatchObject({ verdict: 'pass' });
});

test('the first server of the document stands before its paths', async () => {
  const document = {
    ...sound,
    servers: [{ url: 'https://api.example/api/v1' }],
    paths: { '/items/{id}': sound.paths['/api/v1/items/{item_id}'] },
  };
  expect(told(await askLive(check, offering(document), { known }))).not.toContain('does not know');
});

test.each([
  ['an operation without answers', { ...sound, paths: { '/x': { get: { summary: 'x', responses: 'none' } } } }, 'is not valid'],
  ['no title', { ...sound, info: { version: '1' } }, 'is not valid'],
  [
    'a reference into nothing',
    { ...sound, paths: { '/x': { get: { ...operation, responses: { 404: { $ref: '#/components/responses/Gone' } } } } } },
    "Can't resolve #/components/responses/Gone",
  ],
  [
    'no security scheme',
    {
      ...sound,
      components: {},
      paths: { '/api/v1/items/{item_id}': { get: { ...sound.paths['/api/v1/items/{item_id}'].get, security: [] } } },
    },
    'declares no security scheme',
  ],
  [
    'no example',
    { ...sound, paths: { '/x': { get: { summary: 'x', responses: { 200: { description: 'ok' }, 400: { description: 'no' } } } } } },
    'has an example',
  ],
])('%s fails', async (_, document, message) => {
  expect(
    told(await askLive(check, offering(document), { known: [{ method: 'GET', path: '/api/v1/items', protectedGuess: true }] })),
  ).toContain(message);
});

test('a Swagger document in YAML is read where it is named', async () => {
  const text = [
    'swagger: "2.0"',
    'info: {title: Items, version: "1"}',
    'basePath: /api/v1',
    'paths:',
    '  /items:',
    '    get:',
    '      summary: All',
    '      responses: {200: {description: ok, examples: {application/json: []}}, 404: {description: none}}',
    '',
  ].join('\n');
  const listener: RequestListener = (request, response) =>
    pathOf(request) === '/spec.yml' ? response.writeHead(200, { 'content-type': 'application/yaml' }).end(text) : json(response, 404, {});
  const answer = await askLive(check, listener, {
    known: [{ method: 'GET', path: '/api/v1/items', protectedGuess: false }],
    config: { routes: { openapi: { method: 'GET', path: '/spec.yml' } } },
  });
  expect(answer).toMatchObject({ verdict: 'pass' });
  expect(told(answer)).toContain('OpenAPI 2.0, valid, 1 operations');
});

test('no document is no verdict; a page that is none is not taken for one', async () => {
  expect(await askLive(check, (_, response) => json(response, 404, {}))).toMatchObject({
    verdict: 'inconclusive',
    because: expect.stringContaining('routes.openapi'),
  });
  expect(await askLive(check, (_, response) => response.end('<html>openapi</html>'))).toMatchObject({ verdict: 'inconclusive' });
});

test('a document that the configuration names and nobody serves fails', async () => {
  const config = { routes: { openapi: { method: 'GET', path: '/openapi.json' } } };
  expect(await askLive(check, (_, response) => json(response, 404, {}), { config })).toMatchObject({
    verdict: 'fail',
    findings: [{ message: 'GET /openapi.json, which the configuration names as the OpenAPI document, answers 404' }],
  });
  expect(await askLive(check, (_, response) => json(response, 503, {}), { config })).toMatchObject({ verdict: 'inconclusive' });
});
