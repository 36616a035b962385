import type { RequestListener } from 'node:http';
import { expect, test } from 'vitest';
import { askLive, json, pathOf, told } from '../../evidence/http/testing.ts';
import check from './check.ts';
import { dependenciesIn, insidesIn } from './report.ts';

const at =
  (answers: Readonly<Record<string, readonly [number, unknown]>>): RequestListener =>
  (request, response) =>
    json(response, ...(answers[pathOf(request)] ?? ([404, {}] as const)));
const draft = {
  status: 'pass',
  checks: { 'database:responseTime': [{ componentType: 'datastore', status: 'pass' }], 'llm:key': [{ status: 'pass' }] },
};

test('a report that names its dependencies passes, with liveness beside it', async () => {
  const answer = await askLive(check, at({ '/healthz': [200, { status: 'pass' }], '/readyz': [200, draft] }));
  expect(answer).toMatchObject({ verdict: 'pass' });
  expect(told(answer)).toBe('GET /readyz answers 200 and tells the state of database:responseTime, llm:key');
});

test('a route that only says yes fails', async () => {
  expect(told(await askLive(check, at({ '/api/health/': [200, { status: 'healthy', version: '1.4.2', uptime_seconds: 12 }] })))).toBe(
    'GET /api/health/: no state of any dependency (database, model) is told',
  );
});

test.each([
  [{ packages: ['express', 'node:http'], variables: ['PORT'] }, 'pass'],
  [{ packages: ['express', 'pg'], variables: ['PORT'] }, 'fail'],
  [{ packages: ['drizzle-orm/node-postgres'], variables: [] }, 'fail'],
  [{ packages: ['fastapi', 'sqlalchemy.ext.asyncio'], variables: [] }, 'fail'],
  [{ packages: ['pgvector-docs', 'openair'], variables: [] }, 'pass'],
  [{ packages: ['express'], variables: ['APP_DATABASE_URL'] }, 'fail'],
  [{ packages: ['express', '@acme/db'], variables: [] }, 'fail'],
  [{ packages: ['express'], variables: ['?'] }, 'fail'],
  [{ packages: [], variables: ['OPENAI_API_KEY'] }, 'fail'],
] as const)('a route that only says yes, of a service whose source names %o: %s', async (source, verdict) => {
  expect(await askLive(check, at({ '/health': [200, { status: 'ok' }] }), { source })).toMatchObject({ verdict });
});

test('a dependency that is down with 200 fails, with 503 it does not', async () => {
  const down = { status: 'fail', checks: { database: { status: 'down' } } };
  expect(told(await askLive(check, at({ '/health': [200, down] })))).toContain('tells that database is down');
  expect(await askLive(check, at({ '/health': [503, down] }))).toMatchObject({ verdict: 'pass' });
});

test('what is nobody’s business fails', async () => {
  const telling = { ...draft, node: 'v24.1.0', database: { status: 'up', output: 'connect ECONNREFUSED 10.0.0.3:5432' } };
  expect(told(await askLive(check, at({ '/health': [200, telling] })))).toContain(
    'tells anybody of the inside: node (its machine or runtime), words of a driver in output',
  );
});

test('no health route is no verdict', async () => {
  expect(await askLive(check, at({}))).toMatchObject({ verdict: 'inconclusive' });
  expect(await askLive(check, (_, response) => response.end('ok'))).toMatchObject({ verdict: 'inconclusive' });
});

test.each([
  ['{"status":"ok","database":"connected","openai":true}', ['database', 'openai']],
  ['{"status":"ok","info":{"db":{"status":"up"}},"error":{},"details":{"db":{"status":"up"}}}', ['db']],
  ['{"healthy":true,"services":{"redis":{"ok":true},"worker":{"ok":true}}}', ['redis', 'worker']],
  ['{"status":"UP","components":{"diskSpace":{"status":"UP"},"postgres":{"status":"DOWN"}}}', ['diskSpace', 'postgres']],
  ['{"status":"ok","model":"gpt-4","database_url":"set"}', []],
  ['{"status":"healthy"}', []],
  ['no JSON', []],
])('%s', (body, names) => {
  expect(dependenciesIn(body).map(({ name }) => name)).toEqual(names);
});

test('addresses with a password and inner ones are told from links', () => {
  expect(insidesIn('{"a":{"output":"postgres://u:p@db/x"}}')).toEqual(['an address in output']);
  expect(insidesIn('{"docs":"https://api.example/docs","version":"2.1.0","host":""}')).toEqual([]);
});
