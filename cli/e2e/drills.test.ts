// The running targets and the reference server, drilled: each careless habit is found out, and the careful server holds every control.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { z } from 'zod';
import type { Report } from '../../reports/report.ts';
import { parseReport } from '../../reports/report-schema.ts';
import { launchgate } from '../testing/launchgate.ts';
import { pythonWith } from './python.ts';

const repository = join(import.meta.dirname, '..', '..');
const scratch = mkdtempSync(join(tmpdir(), 'launchgate-drills-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const drilled = [
  'health-checks-dependencies',
  'log-level-from-environment',
  'logs-structured',
  'shutdown-graceful',
  'llm-circuit-broken',
  'llm-retries-backed-off',
  'requests-logged',
] as const;

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });

interface Target {
  readonly folder: string;
  readonly start: string;
  readonly port: number;
  readonly config: object;
  readonly envFiles?: readonly string[];
}

async function audited({ folder, start, port, config, envFiles = [] }: Target): Promise<Report> {
  const file = join(mkdtempSync(join(scratch, 'config-')), 'launchgate.config.json');
  writeFileSync(file, JSON.stringify({ start, waitFor: `http://127.0.0.1:${port}/`, waitTimeoutMs: 120_000, envFiles, ...config }));
  const args = [
    'audit',
    join(repository, folder),
    '--config',
    file,
    '--only',
    drilled.join(','),
    '--gate',
    'post-launch',
    '--json',
    '--quiet',
  ];
  const { stdout, stderr } = await launchgate(args, {
    cwd: scratch,
    env: { PYTHONDONTWRITEBYTECODE: '1', PORT: String(port), HOST: '127.0.0.1' },
  });
  const parsed = parseReport(stdout);
  if ('problem' in parsed) throw new Error(`${parsed.problem}\n${stderr}`);
  return parsed.report;
}

/** What the started service answered, by check: its verdict, and why where there is none. */
const ofBoot = ({ results }: Report): Readonly<Record<string, string>> =>
  Object.fromEntries(
    results.flatMap(({ id, answers }) =>
      answers
        .filter(({ evidence }) => evidence === 'boot')
        .map(({ verdict, because }) => [id, [verdict, because].filter(Boolean).join(': ')]),
    ),
  );

const limit = { timeout: 400_000 };
const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const unsigned = `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ sub: 'somebody' })}.${part({})}`;
const feedback = {
  request: 'POST /api/trainingplan/feedback/',
  body: { user_profile_id: 1, plan_id: 1, training_plan: {}, feedback_message: 'How many days of rest?', jwt_token: unsigned },
};
const careless = {
  'health-checks-dependencies': 'fail',
  'logs-structured': 'fail',
  'shutdown-graceful': 'fail',
  'requests-logged': 'fail',
  'llm-circuit-broken': 'fail',
};

test.concurrent('the broken twin of our server', limit, async () => {
  const port = await freePort();
  const start = `"${process.execPath}" src/main.ts`;
  const config = { drills: { llmRequests: [feedback] } };
  const report = await audited({ folder: 'cli/e2e/targets/leaky-koa', start, port, config });
  // Its SDK backs off by itself.
  expect(ofBoot(report)).toMatchObject({ ...careless, 'llm-retries-backed-off': 'pass' });
});

const found = pythonWith(['fastapi', 'uvicorn', 'PyJWT', 'pydantic', 'httpx', 'openai']);
if ('missing' in found) test.skip(`a leaky FastAPI backend, skipped: ${found.missing}`, () => undefined);
else {
  test.concurrent('a leaky FastAPI backend', limit, async () => {
    const port = await freePort();
    const start = `${found.python} -m uvicorn main:app --port ${port}`;
    const config = { drills: { llmRequests: [feedback] } };
    const report = await audited({ folder: 'cli/e2e/targets/leaky-fastapi/backend', start, port, config });
    // Around the SDK it loops once more, without a pause.
    expect(ofBoot(report)).toMatchObject({ ...careless, 'llm-retries-backed-off': 'fail' });
  });
}

const personalInfo = {
  username: 'drill-user',
  age: 30,
  weight: 70,
  height: 175,
  gender: 'female',
  experience_level: 'beginner',
  goal_description: 'Run ten kilometres without stopping by the end of summer',
};
const generate = [
  {
    request: 'POST /api/v1/trainingplan/initial-questions',
    body: { personal_info: personalInfo },
    extract: { profile: 'data.user_profile_id', questions: 'data.questions', question: 'data.questions.0.id' },
  },
  {
    request: 'POST /api/v1/trainingplan/generate',
    body: {
      personal_info: personalInfo,
      user_profile_id: '{{profile}}',
      initial_questions: '{{questions}}',
      initial_responses: { '{{question}}': '3' },
    },
  },
];

test.concurrent('the reference server', limit, async () => {
  const port = await freePort();
  const prepared = execFileSync(process.execPath, [join(repository, 'server/embedded/prepare.ts'), join(scratch, 'embedded')]);
  const { environmentFile, signingKeyFile } = z
    .object({ environmentFile: z.string(), signingKeyFile: z.string() })
    .parse(JSON.parse(String(prepared)));
  const own = join(scratch, 'own.env');
  writeFileSync(own, `PORT=${port}\n`);
  const report = await audited({
    folder: 'server',
    start: `"${process.execPath}" main.ts`,
    port,
    envFiles: [environmentFile, own],
    config: {
      auth: { signingKeyFile, issuer: 'https://embeddedtrainingplan.supabase.co/auth/v1', audience: 'authenticated' },
      routes: { health: '/api/v1/health', jsonPost: 'POST /api/v1/trainingplan/initial-questions' },
      // Its embedded database is part of it: what can go away is a hosted one.
      drills: { databaseVariable: 'SUPABASE_URL', databaseEnvironment: { EMBEDDED: 'false' }, llmRequests: generate },
    },
  });
  expect(ofBoot(report)).toEqual(Object.fromEntries(drilled.map((id) => [id, 'pass'])));
});
