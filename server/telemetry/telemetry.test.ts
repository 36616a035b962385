// What leaves the server for a collector of traces and one of errors, both of this machine.

import { createPrivateKey } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { portOf } from '../listen.ts';
import { copyTemplate } from '../testing/databases.ts';
import { listening, type Run, run } from '../testing/process.ts';
import { ada, call, embeddedEnvironment, signed } from '../testing/started-server.ts';

const received: { readonly path: string; readonly body: string }[] = [];
let collector: Server;
let folder: string;
let started: Run;
let url: string;
let token: string;

beforeAll(async () => {
  collector = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const body = Buffer.concat(chunks);
    const plain = request.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body;
    received.push({ path: request.url ?? '', body: plain.toString('utf8') });
    response.writeHead(200, { 'Content-Type': 'application/json' }).end('{}');
  });
  await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve));
  const made = await embeddedEnvironment();
  folder = made.folder;
  await copyTemplate(join(folder, 'database', 'postgres'));
  const collectorUrl = `127.0.0.1:${portOf(collector)}`;
  started = run({
    ...made.environment,
    PORT: '0',
    DRAIN_DELAY_MS: '50',
    RELEASE: 'v1.2.3',
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://${collectorUrl}`,
    SENTRY_DSN: `http://public@${collectorUrl}/42`,
    LOG_FILE: '/dev/full',
  });
  url = await listening(started);
  const key = createPrivateKey(await readFile(made.environment.EMBEDDED_SIGNING_KEY_FILE ?? ''));
  token = await signed({ sub: ada, role: 'authenticated' }, { issuer: `${made.environment.SUPABASE_URL}/auth/v1`, key });
});
afterAll(async () => {
  started.child.kill('SIGKILL');
  collector.closeAllConnections();
  collector.close();
  await rm(folder, { recursive: true });
});

const exported = z.object({
  resourceSpans: z.array(
    z.object({
      scopeSpans: z.array(
        z.object({
          spans: z.array(z.object({ name: z.string(), traceId: z.string(), spanId: z.string(), parentSpanId: z.string().optional() })),
        }),
      ),
    }),
  ),
});
const spans = () =>
  received
    .filter(({ path }) => path === '/v1/traces')
    .flatMap(({ body }) =>
      exported.parse(JSON.parse(body)).resourceSpans.flatMap((each) => each.scopeSpans.flatMap((scope) => scope.spans)),
    );

describe('a server that is watched', () => {
  it('sends its spans, as part of the trace of who called, and those of its own calls', async () => {
    const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
    const reply = await call(`${url}/api/v1/trainingplan/playbook/${ada}`, {
      token,
      headers: { traceparent: `00-${traceId}-00f067aa0ba902b7-01` },
    });
    expect(reply.headers.get('traceparent')).toContain(traceId);
    const ours = await vi.waitUntil(
      () => {
        const found = spans().filter((span) => span.traceId === traceId);
        return found.length >= 2 && found;
      },
      { timeout: 20_000, interval: 100 },
    );
    const request = ours.find(({ name }) => name === 'GET /api/v1/trainingplan/playbook/:user_id');
    expect(request?.parentSpanId).toBe('00f067aa0ba902b7');
    expect(ours.find(({ name }) => name === 'GET')?.parentSpanId).toBe(request?.spanId);
  });

  it('logs on where its file is on a full disk, and leaves with 0', async () => {
    expect((await call(`${url}/`, { headers: { 'X-Request-Id': 'on-full-disk' } })).status).toBe(200);
    started.child.kill('SIGTERM');
    expect(await started.exit).toBe(0);
    expect(started.text()).toContain('on-full-disk');
  });
});

describe('errors', () => {
  it('are told without a token, and with release and request id', async () => {
    const { startSentry } = await import('./sentry.ts');
    const reports = startSentry({ dsn: `http://public@127.0.0.1:${portOf(collector)}/42`, release: 'v1.2.3', environment: 'test' });
    reports.report(new Error(`token ${token} was refused`), { requestId: 'the-request', route: '/somewhere' });
    await reports.stop();
    const { body } = received.find(({ path }) => path.startsWith('/api/42/envelope')) ?? { body: '' };
    for (const told of ['token [redacted] was refused', 'v1.2.3', 'the-request', '/somewhere']) expect(body).toContain(told);
    expect(body).not.toContain(token);
  });
});
