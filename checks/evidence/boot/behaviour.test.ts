// Drills of real small services: a careful one holds every control, and each careless twin is found out by the check it concerns.
import { createServer, type Server } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { judgeBoot as judgeHealth } from '../../catalog/health-checks-dependencies/boot.ts';
import { catalog } from '../../catalog/index.ts';
import type { BootEvidence, DrillName } from '../../model.ts';
import type { BehaviourRequest } from './behaviour.ts';
import { openWorkshop, type Workshop } from './testing.ts';
import { type Fault, service } from './testing-services.ts';

let database: Server;
let databaseUrl = '';
beforeAll(async () => {
  database = createServer((socket) => socket.on('error', () => {}).on('data', () => socket.write('!')));
  await new Promise<void>((done) => database.listen(0, '127.0.0.1', done));
  const address = database.address();
  databaseUrl = `postgresql://somebody@127.0.0.1:${typeof address === 'object' ? address?.port : ''}/plans`;
});
afterAll(() => void database.close());

async function inWorkshop(...given: Parameters<Workshop['boot']>): Promise<BootEvidence> {
  const workshop = await openWorkshop();
  try {
    return await workshop.boot(...given);
  } finally {
    await workshop.remove();
  }
}

async function drilled(asked: readonly DrillName[], faults: readonly Fault[], more: Partial<BehaviourRequest> = {}): Promise<BootEvidence> {
  return inWorkshop(service(...faults), {
    env: { DATABASE_URL: databaseUrl },
    onListening: async (url) => void (await fetch(`${url}/readyz`, { headers: { connection: 'close' } })),
    behaviour: async () => ({
      asked: new Set(asked),
      known: {
        health: ['/readyz'],
        any: { method: 'GET', path: '/readyz' },
        protected: { method: 'GET', path: '/me' },
        jsonPost: { method: 'POST', path: '/notes' },
      },
      levels: { variable: 'LOG_LEVEL', besides: {} },
      database: { variable: 'DATABASE_URL', besides: {}, noticeMs: 1_000 },
      llm: {
        variable: 'OPENAI_BASE_URL',
        besides: {},
        ways: [[{ method: 'POST', path: '/ask', body: {} }]],
        caller: async () => ({}),
        recoveryMs: 20_000,
      },
      shutdownMs: 10_000,
      ...more,
    }),
  });
}

function verdicts(evidence: BootEvidence): Readonly<Record<string, string>> {
  const all = catalog.flatMap(({ id, judge }) => (judge.boot === undefined ? [] : [[id, judge.boot(evidence).verdict]]));
  return { ...Object.fromEntries(all), 'health-checks-dependencies': judgeHealth(evidence).verdict };
}

const limit = { timeout: 120_000 };

test.concurrent('a careful service holds all of it', limit, async () => {
  const evidence = await drilled(['traffic', 'levels', 'database', 'llm', 'shutdown'], []);
  expect(evidence.database).toMatchObject({ found: { how: 'cut' } });
  expect(verdicts(evidence)).toMatchObject({
    'logs-structured': 'pass',
    'requests-logged': 'pass',
    'log-level-from-environment': 'pass',
    'health-checks-dependencies': 'pass',
    'shutdown-graceful': 'pass',
    'llm-retries-backed-off': 'pass',
    'llm-circuit-broken': 'pass',
  });
});

test.concurrent.each([
  [['traffic'], ['prose'], { 'logs-structured': 'fail', 'requests-logged': 'fail' }],
  [['traffic'], ['no-ids', 'logs-secrets'], { 'logs-structured': 'fail', 'requests-logged': 'fail' }],
  [['traffic'], ['no-access-log'], { 'logs-structured': 'inconclusive', 'requests-logged': 'fail' }],
  [['levels'], ['fixed-level'], { 'log-level-from-environment': 'fail' }],
  [['database'], ['health-blind'], { 'health-checks-dependencies': 'fail' }],
  [['database'], ['health-says-200'], { 'health-checks-dependencies': 'fail' }],
  [['shutdown'], ['no-drain'], { 'shutdown-graceful': 'fail' }],
  [['shutdown'], ['no-handler'], { 'shutdown-graceful': 'fail' }],
  [['shutdown'], ['cuts-open'], { 'shutdown-graceful': 'fail' }],
  [['llm'], ['no-retry'], { 'llm-retries-backed-off': 'fail', 'llm-circuit-broken': 'pass' }],
  [['llm'], ['deaf-to-retry-after', 'no-breaker'], { 'llm-retries-backed-off': 'fail', 'llm-circuit-broken': 'fail' }],
] satisfies readonly (readonly [readonly DrillName[], readonly Fault[], Readonly<Record<string, string>>])[])(
  'asked for %j, a service with %j: %j',
  limit,
  async (asked, faults, wanted) => {
    expect(verdicts(await drilled(asked, faults))).toMatchObject(wanted);
  },
);

test.concurrent('a process that goes on without the service, and a file that it leaves, are counted', limit, async () => {
  const { shutdown } = await drilled(['shutdown'], ['leaves-child', 'leaves-file'], { shutdownMs: 2_500 });
  expect(shutdown).toMatchObject({ found: { filesLeft: 1, processesLeft: 1, killed: false, exitCode: 0 } });
});

test.concurrent('canaries are found in the log and kept out of the evidence', limit, async () => {
  const { traffic } = await drilled(['traffic'], ['logs-secrets']);
  expect(traffic).toMatchObject({ found: { canaryIn: ['token', 'body'] } });
  expect(JSON.stringify(traffic)).not.toMatch(/canary[0-9a-f]{8}/);
});

test.concurrent('what cannot be tried says why', limit, async () => {
  const evidence = await drilled(['database', 'llm', 'levels'], [], {
    database: { missing: 'no variable is known' },
    llm: { variable: 'OPENAI_BASE_URL', besides: {}, ways: [[{ method: 'POST', path: '/nowhere' }]], caller: async () => ({}) },
  });
  expect(evidence.database).toEqual({ missing: 'no variable is known' });
  expect(evidence.llm).toEqual({ missing: 'POST /nowhere (404) did not call the model that OPENAI_BASE_URL names' });
  const refusing = await inWorkshop(`if (process.env.LOG_LEVEL) process.exit(4);${service()}`, {
    behaviour: async () => ({
      asked: new Set(['levels']),
      known: { health: ['/readyz'] },
      levels: { besides: {} },
      database: { missing: '' },
      llm: { missing: '' },
    }),
  });
  expect(refusing.levels).toEqual({ missing: 'with LOG_LEVEL set to error, it ended with exit code 4' });
});
