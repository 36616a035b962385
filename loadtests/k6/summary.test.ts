// k6's own words, as it wrote them after an exported scenario, become evidence: in both forms of its summary.
import { expect, it } from 'vitest';
import type { Scenario } from '../scenario/schema.ts';
import { k6Key } from './export.ts';
import { objectName, testRun } from './manifest.ts';
import { evidenceOfSummaries } from './summary.ts';
import { summariesIn } from './summary-text.ts';
import { k6Transport } from './transport.ts';

const scenario: Scenario = {
  name: 'Evening, mixed',
  url: 'http://127.0.0.1:8000',
  journeys: [{ name: 'read', steps: [{ request: 'GET /read', name: 'read' }] }],
  stages: [
    { kind: 'warm-up', duration: '5s', rate: 10 },
    { duration: '10s', rate: 40 },
  ],
  thresholds: {
    'http_req_duration{name:read}': ['p(95)<300', 'p(99)<800', 'avg<200'],
    http_req_failed: ['rate<0.02'],
    http_reqs: ['rate>30', 'count>100'],
    dropped_iterations: ['count<5'],
  },
};
const trend = { avg: 120, min: 1, med: 100, max: 900, count: 400, 'p(50)': 100, 'p(95)': 250, 'p(99)': 850 };
const metrics = (dropped: number) => ({
  'http_req_duration{measured:true}': { values: trend },
  'http_req_duration{name:read,measured:true}': { values: trend },
  'http_req_failed{measured:true}': { values: { rate: 0.01, passes: 4, fails: 396 } },
  'http_reqs{measured:true}': { values: { count: 400, rate: 26.6 } },
  'iterations{measured:true}': { values: { count: 400 - dropped, rate: 26 } },
  'dropped_iterations{scenario:phase_1}': { values: { count: dropped, rate: dropped / 15 } },
  vus_max: { values: { value: 50, min: 50, max: 50 } },
});
// As --summary-export writes it: figures beside thresholds, and a rate called value.
const flat = (dropped: number) => {
  const entries = Object.entries(metrics(dropped)).map(([key, { values }]) => {
    const renamed = Object.entries(values).map(([name, value]) => [
      key.startsWith('http_req_failed') && name === 'rate' ? 'value' : name,
      value,
    ]);
    return [key, { ...Object.fromEntries(renamed), thresholds: { 'max>=0': false } }];
  });
  return { metrics: Object.fromEntries(entries), root_group: {} };
};
const how = { scenario, url: 'http://127.0.0.1:8000' };
function evidenceOf(...all: readonly unknown[]) {
  const read = all.map((json) => summariesIn(JSON.stringify(json)));
  const wrong = read.find((each) => 'problem' in each);
  return (
    wrong ??
    evidenceOfSummaries(
      read.flatMap((each) => ('summaries' in each ? each.summaries : [])),
      how,
    )
  );
}

it.each([
  ['handleSummary', { metrics: metrics(0), root_group: {} }],
  ['--summary-export', flat(0)],
])('reads the figures of %s', (_, json) => {
  const read = evidenceOf(json);
  if ('problem' in read) throw new Error(read.problem);
  expect(read.evidence).toMatchObject({
    ...{ model: 'open', connections: 50, askedPerSecond: 40, warmUpMs: 5000, durationMs: 10_000, requests: 400 },
    ...{ failedShare: 0.01, requestsPerSecond: 40, p50Ms: 100, p95Ms: 250, p99Ms: 850, doubts: [], timedFromSent: true },
    statuses: { 'as expected': 396, failed: 4 },
  });
  expect(read.evidence.thresholds.map(({ text, observed, samples, hits }) => ({ text, observed, samples, hits }))).toEqual([
    { text: 'http_req_duration{name:read}: p(95)<300', observed: 250, samples: 400 },
    { text: 'http_req_duration{name:read}: p(99)<800', observed: 850, samples: 400 },
    { text: 'http_req_duration{name:read}: avg<200', observed: 120, samples: 400 },
    { text: 'http_req_failed: rate<0.02', observed: 0.01, samples: 400, hits: 4 },
    // Over the measured time: k6's own rate is over the warm-up as well.
    { text: 'http_reqs: rate>30', observed: 40, samples: 400 },
    { text: 'http_reqs: count>100', observed: 400, samples: 400 },
    { text: 'dropped_iterations: count<5', observed: 0, samples: 0 },
  ]);
});

it('lets nothing pass where k6 left journeys out, and knows no figure that k6 has not', () => {
  const read = evidenceOf({ metrics: metrics(20) });
  expect(read).toMatchObject({ evidence: { doubts: [{ voids: 'pass', because: expect.stringContaining('dropped 20 of 400') }] } });
  const { 'http_req_duration{name:read,measured:true}': _, ...without } = metrics(0);
  const less = evidenceOf({ metrics: without });
  expect('evidence' in less && less.evidence.thresholds[0]).not.toHaveProperty('observed');
});

it.each([
  [{ results: [] }, 'no `metrics`'],
  [{ metrics: { http_req_duration: { avg: 1 } } }, 'no figures of the measured stages'],
])('says in one line that %j is no summary of the scenario', (json, problem) => {
  expect(evidenceOf(json)).toEqual({ problem: expect.stringContaining(problem) });
});

it('asks for what could not start by the only name it carries', () => {
  const later = {
    ...scenario,
    stages: [...scenario.stages, { kind: 'cool-down' as const, duration: '1s', rate: 1 }, { duration: '1s', rate: 1 }],
  };
  expect(k6Key(scenario, 'dropped_iterations')).toBe('dropped_iterations{scenario:phase_1}');
  expect(k6Key(later, 'dropped_iterations')).toBe('dropped_iterations');
  expect(k6Key(scenario, 'http_reqs{route:GET /a}')).toBe('http_reqs{route:GET /a,measured:true}');
});

it('writes a TestRun whose files fit a ConfigMap', () => {
  const exported = {
    script: 'export default () => {}',
    files: ['users.csv'],
    environment: ['API_KEY'],
    needsKey: true,
    transport: k6Transport({}, 'http://api'),
  };
  const made = testRun({
    name: objectName(scenario.name),
    parallelism: 4,
    exported,
    files: { 'users.csv': 'id\n1' },
    baseUrl: 'http://api',
  });
  if ('problem' in made) throw new Error(made.problem);
  expect(made.yaml).toContain('kind: TestRun');
  expect(made.yaml).toContain('name: evening-mixed-script');
  expect(made.yaml).toContain('parallelism: 4');
  expect(made.yaml).toContain('--from-literal=API_KEY="$API_KEY" --from-literal=SIGNING_KEY="$SIGNING_KEY"');
  const nested = testRun({ name: 'a', parallelism: 1, exported, files: { 'data/users.csv': '' }, baseUrl: '' });
  expect(nested).toEqual({ problem: expect.stringContaining('lie side by side') });
});
