// Starts the leaky targets for real, probes them, and holds each live answer against the fault that was put in.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Report } from '../../reports/report.ts';
import { parseReport } from '../../reports/report-schema.ts';
import { pythonWith } from './python.ts';

const main = join(import.meta.dirname, '..', 'main.ts');
const scratch = mkdtempSync(join(tmpdir(), 'launchgate-live-'));
afterAll(() => rmSync(scratch, { recursive: true }));

// Limits are short so that a slow dialogue takes three seconds and not forty.
const config = join(scratch, 'launchgate.config.json');
writeFileSync(
  config,
  JSON.stringify({ allowedOrigins: ['https://app.example.com'], limits: { headersMs: 1000, bodyMs: 1000, idleMs: 1000 } }),
);

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });

async function auditRunning(target: string, command: (port: number) => string): Promise<Report> {
  const port = await freePort();
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      main,
      'audit',
      join(import.meta.dirname, 'targets', target),
      '--config',
      config,
      '--start',
      command(port),
      '--wait-for',
      `http://127.0.0.1:${port}/`,
      '--json',
      '--quiet',
      // Their drills have a test of their own.
      '--skip',
      'logs-structured,log-level-from-environment,requests-logged,llm-retries-backed-off,llm-circuit-broken,shutdown-graceful',
    ],
    // They take any token: one signed with any key is let in.
    {
      encoding: 'utf8',
      env: {
        PATH: process.env.PATH,
        PYTHONDONTWRITEBYTECODE: '1',
        PORT: String(port),
        HOST: '127.0.0.1',
        LAUNCHGATE_SIGNING_KEY: 'any-key-'.repeat(5),
      },
    },
  );
  const parsed = parseReport(stdout);
  if ('problem' in parsed) throw new Error(`${parsed.problem}\n${stderr}`);
  return parsed.report;
}

/** Verdicts of the running service, by check. */
const liveVerdicts = ({ results }: Report): Record<string, string> =>
  Object.fromEntries(
    results.flatMap(({ id, answers }) =>
      answers
        .filter(({ evidence }) => evidence === 'http' || evidence === 'boot')
        .map(({ evidence, verdict }) => [`${id} ${evidence}`, verdict]),
    ),
  );

const faults = {
  'cors-restricted http': 'fail',
  'jwt-verified http': 'fail',
  'error-responses-private http': 'fail',
  'logs-through-logger boot': 'fail',
  'requests-time-out http': 'fail',
  'health-checks-dependencies http': 'fail',
  'rate-limit-enforced http': 'fail',
  'request-ids-traced http': 'fail',
  'error-messages-sanitized http': 'fail',
  'api-versioned http': 'fail',
  'body-size-limited http': 'fail',
  'security-headers-set http': 'fail',
};

describe('a leaky FastAPI backend, running', () => {
  const found = pythonWith(['fastapi', 'uvicorn', 'PyJWT', 'pydantic', 'httpx']);
  if ('missing' in found) {
    test.skip(`skipped: ${found.missing}`, () => undefined);
    return;
  }
  test('shows each of its faults', { timeout: 300_000 }, async () => {
    const report = await auditRunning('leaky-fastapi/backend', (port) => `${found.python} -m uvicorn main:app --port ${port}`);
    expect(liveVerdicts(report)).toMatchObject(faults);
  });
});

describe('the broken twin of our server, running', () => {
  test('shows each of its faults', { timeout: 300_000 }, async () => {
    const report = await auditRunning('leaky-koa', () => `${process.execPath} src/main.ts`);
    // Its console calls go to stderr on the routes that are probed: there is nothing on stdout to judge.
    expect(liveVerdicts(report)).toMatchObject({ ...faults, 'logs-through-logger boot': 'inconclusive' });
  });
});
