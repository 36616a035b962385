// The exported script is run: with modules that stand in for k6's own and write down what they are asked.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import type { Scenario } from '../scenario/schema.ts';
import { parseThresholds } from '../thresholds/parse.ts';
import { k6Script } from './export.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'launchgate-k6-'));
  const k6 = join(folder, 'node_modules', 'k6');
  await mkdir(k6, { recursive: true });
  const modules = {
    index: 'export const check = (value, checks) => Object.values(checks).every((each) => each(value)); export const sleep = () => {};',
    http: `export const asked = [];
      const request = (method, url, body, how) => {
        asked.push({ method, url, body, headers: how.headers, tags: how.tags, timeout: how.timeout });
        return { status: 201, json: () => ({ data: { id: 7 } }) };
      };
      class CookieJar {}
      export default { request, CookieJar, expectedStatuses: (...all) => all, asked };`,
    execution:
      'export default { scenario: { iterationInTest: 1, startTime: Date.now() }, test: { abort() { throw new Error("aborted"); } } };',
    encoding: 'export default {};',
    data: 'export class SharedArray { constructor(name, make) { return make(); } }',
  };
  const exported = Object.fromEntries(Object.keys(modules).map((name) => [name === 'index' ? '.' : `./${name}`, `./${name}.js`]));
  await writeFile(join(k6, 'package.json'), JSON.stringify({ name: 'k6', type: 'module', exports: exported }));
  for (const [name, code] of Object.entries(modules)) await writeFile(join(k6, `${name}.js`), code);
});
afterAll(() => rm(folder, { recursive: true }));

const scenario: Scenario = {
  name: 'day',
  auth: { env: 'APP_TOKEN' },
  feeds: { users: { rows: [{ id: 'a b' }, { id: 'c/d' }] } },
  journeys: [
    {
      name: 'plan',
      steps: [
        {
          request: 'POST /plans/{{users.id}}',
          route: 'POST /plans/:id',
          body: { at: '{{iteration}}', who: 'is {{users.id}}' },
          extract: { plan: 'data.id' },
        },
        { request: 'GET /plans/{{plan}}', idempotencyKey: true },
      ],
    },
  ],
  stages: [
    { kind: 'warm-up', duration: '5s', rate: 10 },
    { duration: '1m', rate: [10, 50] },
    { duration: '1m', rate: 50 },
  ],
  thresholds: {
    'http_req_duration{route:POST /plans/:id}': ['p(95)<300', 'p(99)<800'],
    http_req_failed: [{ threshold: 'rate<0.01', abortOnFail: true, delayAbortEval: '10s' }],
  },
};

const scriptShape = z.object({
  default: z.custom<(data: unknown) => Promise<void>>((value) => typeof value === 'function'),
  setup: z.custom<() => Promise<unknown>>((value) => typeof value === 'function'),
  options: z.object({
    scenarios: z.record(z.string(), z.record(z.string(), z.unknown())),
    thresholds: z.record(z.string(), z.array(z.unknown())),
  }),
});
const httpShape = z.object({ asked: z.array(z.record(z.string(), z.unknown())) });

it('sends the same traffic and holds it to the same thresholds', async () => {
  const exported = k6Script(scenario, 'http://127.0.0.1:3000/');
  if ('problem' in exported) throw new Error(exported.problem);
  const file = join(folder, 'day.mjs');
  // k6 has __ENV in every script.
  await writeFile(file, `const __ENV = { APP_TOKEN: 'made-up', BEFORE: '0', STAGES: '[["steady",1000]]' };\n${exported.script}`);
  const script = scriptShape.parse(await import(pathToFileURL(file).href));
  await script.default(await script.setup());
  const { asked } = httpShape.parse(await import(pathToFileURL(join(folder, 'node_modules/k6/http.js')).href));

  expect(asked).toMatchObject([
    {
      method: 'POST',
      url: 'http://127.0.0.1:3000/plans/c%2Fd',
      body: '{"at":2,"who":"is c/d"}',
      headers: { authorization: 'Bearer made-up', 'content-type': 'application/json' },
      tags: { route: 'POST /plans/:id', journey: 'plan', stage: 'steady' },
      timeout: '10s',
    },
    { method: 'GET', url: 'http://127.0.0.1:3000/plans/7', headers: { 'idempotency-key': expect.stringMatching(/^[0-9a-f-]{36}$/) } },
  ]);
  expect(script.options.scenarios).toMatchObject({
    phase_0: {
      executor: 'ramping-arrival-rate',
      startTime: '0ms',
      tags: { measured: 'false' },
      stages: [{ target: 10 }, { duration: '5000ms', target: 10 }],
    },
    phase_1: { startTime: '5000ms', tags: { measured: 'true' }, stages: [{ target: 10 }, { target: 50 }, { target: 50 }, { target: 50 }] },
  });
  expect(script.options.thresholds).toEqual({
    // Always true: figures of the measured stages are kept only where a threshold asks for them.
    'http_req_duration{measured:true}': ['max>=0'],
    'http_reqs{measured:true}': ['count>=0'],
    'iterations{measured:true}': ['count>=0'],
    'dropped_iterations{scenario:phase_1}': ['count>=0'],
    'http_req_duration{route:POST /plans/:id,measured:true}': ['p(95)<300', 'p(99)<800'],
    'http_req_failed{measured:true}': [{ threshold: 'rate<0.01', abortOnFail: true, delayAbortEval: '10s' }],
  });
  expect(exported.script).not.toContain('made-up');
});

it('loses no threshold on the way', () => {
  const exported = k6Script(scenario, 'http://127.0.0.1:3000/');
  const before = parseThresholds(scenario.thresholds ?? {});
  expect('thresholds' in before && before.thresholds.length).toBe(3);
  for (const text of ['p(95)<300', 'p(99)<800', 'rate<0.01']) expect('script' in exported && exported.script).toContain(text);
});

it('says what k6 can not be told', () => {
  const jwt = { algorithm: 'EdDSA', keyEnv: 'KEY', claims: {} } as const;
  const exported = k6Script({ ...scenario, auth: { users: 'users', jwt } }, 'http://127.0.0.1/');
  expect(exported).toEqual({ problem: expect.stringContaining('k6 does not sign with EdDSA') });
});
