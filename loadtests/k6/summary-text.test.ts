// Files that are no summary, or no longer one, end in a line; nothing in them makes a pass.
import { expect, it } from 'vitest';
import { summaryMark } from './runtime.ts';
import { evidenceOfSummaries } from './summary.ts';
import { summariesIn } from './summary-text.ts';

const scenario = {
  name: 'read',
  journeys: [{ name: 'one', steps: [{ request: 'GET /' }] }],
  stages: [{ duration: '10s', rate: 40 }],
  thresholds: { http_req_duration: ['p(95)<300', 'avg<200'], http_req_failed: ['rate<0.02'], http_reqs: ['count>100'] },
};
const trend = { avg: 120, min: 1, med: 100, max: 900, count: 400, 'p(50)': 100, 'p(95)': 250, 'p(99)': 850 };
const metrics = {
  'http_req_duration{measured:true}': trend,
  'http_req_failed{measured:true}': { value: 0, passes: 0, fails: 400 },
  'http_reqs{measured:true}': { count: 400, rate: 40 },
  'iterations{measured:true}': { count: 400, rate: 40 },
};
const whole = JSON.stringify({ metrics });
const read = (text: string) => {
  const found = summariesIn(text);
  return 'problem' in found ? found : evidenceOfSummaries(found.summaries, { scenario, url: 'http://127.0.0.1' });
};

it('finds the summaries in logs of pods, whatever stands before and after', () => {
  const log = `time=x level=info\n[pod/a-1-x/k6] ${summaryMark}${whole}\nbye\r\n2026-11-23T11:00:00Z ${summaryMark}${whole}\n`;
  expect(summariesIn(log)).toMatchObject({ summaries: [{}, {}] });
  expect(read(whole)).toMatchObject({ evidence: { requests: 400, doubts: [] } });
});

it('says in one line what breaks off, wherever it does', () => {
  for (let at = 0; at < whole.length; at += 1) {
    expect(read(whole.slice(0, at))).toEqual({ problem: 'is no JSON' });
    expect(read(`${summaryMark}${whole.slice(0, at)}\n`)).toEqual({ problem: expect.stringContaining('breaks off') });
  }
});

it.each(['null', '"400"', '-1', '1e999', '{}', '[]', 'true'])('makes no pass of a figure that is %s', (hostile) => {
  for (const [key, values] of Object.entries(metrics)) {
    for (const name of [...Object.keys(values), '']) {
      const put = name === '' ? 'HOSTILE' : { ...values, [name]: 'HOSTILE' };
      const result = read(JSON.stringify({ metrics: { ...metrics, [key]: put } }).replace('"HOSTILE"', hostile));
      if ('problem' in result) {
        expect(result.problem).not.toContain('\n');
        continue;
      }
      const { evidence } = result;
      for (const value of [evidence.requests, evidence.failedShare, evidence.p50Ms, evidence.p95Ms, evidence.p99Ms]) {
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThan(Infinity);
      }
    }
  }
});

it.each([
  ['{"metrics":{"__proto__":{"count":1}}}', 'no figures'],
  ['{"metrics":{}}', 'no figures'],
  [JSON.stringify({ metrics: { ...metrics, 'http_req_failed{measured:true}': { value: 3, passes: 0, fails: 400 } } }), 'its value is 3'],
  // Without it nobody knows whether anything was answered.
  [JSON.stringify({ metrics: { ...metrics, 'http_req_failed{measured:true}': {} } }), 'no figures'],
  ['[]', 'no `metrics`'],
  ['', 'is no JSON'],
])('refuses %s', (text, problem) => {
  expect(read(text)).toEqual({ problem: expect.stringContaining(problem) });
});

it('knows a summary of other traffic', () => {
  const more = { ...metrics, 'iterations{measured:true}': { count: 800, rate: 80 } };
  expect(read(JSON.stringify({ metrics: more }))).toMatchObject({ evidence: { doubts: [{ voids: 'all' }] } });
});
