// What the server tells those who run it and those who write clients for it.
import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openApiDocument } from './openapi/document.ts';
import { operations } from './openapi/operations.ts';
import { healthRoutes } from './routes/health.ts';
import { trainingRoutes } from './routes/training.ts';
import { ada, call, type StartedServer, startServer } from './testing/started-server.ts';

let server: StartedServer;
let token: string;
beforeAll(async () => {
  server = await startServer();
  token = await server.token(ada);
});
afterAll(() => server.stop());
const playbook = () => `${server.url}/api/v1/trainingplan/playbook/${ada}`;

describe('metrics', () => {
  it('time requests by route pattern, and hold no id, no token and no path that somebody made up', async () => {
    await call(playbook(), { token });
    await call(`${server.url}/made-up-path`);
    await call(`${server.url}/`, { method: 'PROPFIND' });
    const { text, headers } = await call(`${server.url}/metrics`);
    expect(headers.get('content-type')).toContain('text/plain; version=0.0.4');
    expect(text).toContain(
      'http_request_duration_seconds_count{method="GET",route="/api/v1/trainingplan/playbook/:user_id",status="200"} 1',
    );
    expect(text).toContain('http_request_duration_seconds_count{method="GET",route="none",status="404"} 1');
    expect(text).toMatch(/^http_requests_in_flight 1$/m);
    expect(text).toContain('process_cpu_seconds_total');
    expect(text).not.toMatch(new RegExp(`${ada}|made-up-path|PROPFIND|eyJ`));
  });

  it('are for who brings the token, where there is one', async () => {
    const secret = 'scraper'.repeat(4);
    const guarded = await startServer({ METRICS_TOKEN: secret });
    expect((await call(`${guarded.url}/metrics`)).status).toBe(401);
    expect((await call(`${guarded.url}/metrics`, { token: 'x' })).status).toBe(401);
    expect((await call(`${guarded.url}/metrics`, { token: secret })).status).toBe(200);
    await guarded.stop();
  });
});

describe('traces', () => {
  const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
  const traceOf = async (traceparent: string) =>
    (await call(`${server.url}/`, { headers: { traceparent } })).headers.get('traceparent')?.split('-');

  it('go on in a span of ours', async () => {
    const [version, trace, span, flags] = (await traceOf(`00-${traceId}-00f067aa0ba902b7-01`)) ?? [];
    expect([version, trace, flags]).toEqual(['00', traceId, '01']);
    expect(span).toMatch(/^(?!00f067aa0ba902b7)[0-9a-f]{16}$/);
    expect((await traceOf(`42-${traceId}-00f067aa0ba902b7-00-more`))?.[1]).toBe(traceId);
  });
  for (const wrong of [
    '',
    'x',
    `00-${'0'.repeat(32)}-00f067aa0ba902b7-01`,
    `00-${traceId}-${'0'.repeat(16)}-01`,
    `ff-${traceId}-00f067aa0ba902b7-01`,
  ])
    it(`begin anew for "${wrong.slice(0, 12)}"`, async () => expect((await traceOf(wrong))?.[1]).toMatch(/^(?!4bf92f)[0-9a-f]{32}$/));
});

describe('reads', () => {
  it('answer 304 to who holds the same, and keep it from everybody else', async () => {
    const first = await call(playbook(), { token });
    const etag = first.headers.get('etag') ?? '';
    expect([etag, first.headers.get('cache-control')]).toEqual([expect.stringMatching(/^".{20,}"$/), 'private, no-cache']);
    const again = await call(playbook(), { token, headers: { 'If-None-Match': etag } });
    expect([again.status, again.text, again.headers.get('etag')]).toEqual([304, '', etag]);
    expect((await call(playbook(), { token, headers: { 'If-None-Match': '"other"' } })).status).toBe(200);
    expect((await call(playbook(), { headers: { 'If-None-Match': etag } })).status).toBe(401);
  });
});

describe('the documentation', () => {
  it('is valid OpenAPI', async () => {
    const { at, text } = await call(`${server.url}/openapi.json`);
    expect(at('openapi')).toBe('3.1.0');
    expect(await new Validator().validate(JSON.parse(text))).toMatchObject({ valid: true });
  });

  it('holds every route and no other, each with a description, an example and its refusals', () => {
    const routes = [healthRoutes(server.services), trainingRoutes(server.services)]
      .flatMap((router) => router.stack)
      .flatMap(({ methods, path }) => methods.filter((method) => method !== 'HEAD').map((method) => `${method} ${String(path)}`))
      .filter((route) => !route.includes('jwks'));
    const documented = operations.map(({ method, path }) => `${method.toUpperCase()} ${path.replace('{user_id}', ':user_id')}`);
    expect(documented.toSorted()).toEqual([...new Set(routes)].toSorted());
    const answers = z.object({ description: z.string().min(1), responses: z.record(z.string(), z.unknown()) });
    for (const path of Object.values(openApiDocument().paths))
      for (const operation of Object.values(path)) expect(Object.keys(answers.parse(operation).responses).length).toBeGreaterThan(1);
  });

  it('has examples that fit their schemas', () => {
    for (const { id, body, answer } of operations) {
      if (body !== undefined) expect(body.schema.safeParse(body.example).error, id).toBeUndefined();
      expect(answer.schema.safeParse(answer.example).error, id).toBeUndefined();
    }
  });

  it('is a page of its own that runs nothing', async () => {
    const { headers, text } = await call(`${server.url}/docs`);
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/);
    expect(text).not.toMatch(/<script|https?:\/\/|onclick/);
    for (const { summary } of operations) expect(text).toContain(summary);
    expect(text).toContain('<p>Earlier names: <code>/api/trainingplan/feedback</code>, <code>/api/training/chat</code>');
    expect(text).toContain('<p>Refusals: <code>400</code>, <code>401</code>');
  });
});
