// A service with half of the controls, from source and running: each half is told for what it is, by every witness.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { parseReport } from '../../reports/report-schema.ts';
import { launchgate } from '../testing/launchgate.ts';

const scratch = mkdtempSync(join(tmpdir(), 'launchgate-half-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const live = { code: 'pass', http: 'pass' };
const drilled = { code: 'pass', boot: 'pass' };
const held = {
  'cors-restricted': live,
  'jwt-verified': live,
  'body-size-limited': live,
  'request-ids-traced': live,
  'security-headers-set': live,
  'debug-off': live,
  'metrics-exposed': live,
  'env-validated-at-startup': drilled,
  'log-level-from-environment': drilled,
  'shutdown-graceful': drilled,
};
const lacking = { code: 'fail', http: 'fail' };
const putOff = {
  'error-responses-private': lacking,
  'error-messages-sanitized': lacking,
  'requests-time-out': lacking,
  'rate-limit-enforced': lacking,
  'api-versioned': lacking,
  'api-documented': lacking,
  'objects-owned': lacking,
  // What it keeps in memory is nothing that the source shows as made.
  'posts-idempotent': { code: 'not-applicable', http: 'fail' },
  'logs-through-logger': { code: 'fail', boot: 'fail' },
  'requests-logged': { code: 'fail', boot: 'fail' },
};

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });

test('exactly that half passes, and exactly the other fails', { timeout: 400_000 }, async () => {
  const port = await freePort();
  const [config, environment] = [join(scratch, 'launchgate.config.json'), join(scratch, 'half.env')];
  const secret = randomBytes(32).toString('hex');
  writeFileSync(environment, `JWT_SECRET=${secret}\nALLOWED_ORIGINS=https://plans.dev\nPORT=${port}\nHOST=127.0.0.1\n`);
  writeFileSync(
    config,
    JSON.stringify({
      allowedOrigins: ['https://plans.dev'],
      auth: { signingKeyEnv: 'JWT_SECRET', issuer: 'half-koa', audience: 'plans' },
      limits: { headersMs: 1_000, bodyMs: 1_000, idleMs: 1_000 },
      requests: { timeoutMs: 20_000 },
      routes: {
        owned: 'GET /api/users/{user_id}/plans',
        openapi: '/openapi.json',
        jsonPost: { path: '/api/plans', body: { title: 'Week one' } },
      },
    }),
  );
  const checks = Object.keys({ ...held, ...putOff });
  const start = [
    '--start',
    `"${process.execPath}" src/main.ts`,
    '--wait-for',
    `http://127.0.0.1:${port}/healthz`,
    '--wait-timeout',
    '120s',
  ];
  const target = join(import.meta.dirname, 'targets', 'half-koa');
  const { exitCode, stdout, stderr } = await launchgate(
    [
      'audit',
      target,
      '--config',
      config,
      ...start,
      '--env-file',
      environment,
      '--only',
      checks.join(','),
      '--gate',
      'post-launch',
      '--json',
      '--quiet',
    ],
    { cwd: scratch },
  );
  const parsed = parseReport(stdout);
  if ('problem' in parsed) throw new Error(`${parsed.problem}\n${stderr}`);
  const { results } = parsed.report;
  const seen = Object.fromEntries(
    results.map(({ id, answers }) => [
      id,
      Object.fromEntries(answers.filter(({ looked }) => looked).map((each) => [each.evidence, each.verdict])),
    ]),
  );
  expect(seen).toEqual({ ...held, ...putOff });
  expect(
    results
      .filter(({ verdict }) => verdict === 'pass')
      .map(({ id }) => id)
      .sort(),
  ).toEqual(Object.keys(held).sort());
  expect(
    results
      .filter(({ verdict }) => verdict === 'fail')
      .map(({ id }) => id)
      .sort(),
  ).toEqual(Object.keys(putOff).sort());
  expect(exitCode).toBe(1);
  expect(stdout).not.toContain(secret);
});
