// k6's threshold language: what is read, and what is refused before anything is sent.
import { describe, expect, it } from 'vitest';
import { isHeld } from '../../checks/model/threshold.ts';
import { durationMs, parseThresholds, type ThresholdMap } from './parse.ts';

function parsed(map: ThresholdMap) {
  const result = parseThresholds(map);
  if ('problem' in result) throw new Error(result.problem);
  return result.thresholds;
}

describe('thresholds', () => {
  it('reads what k6 reads', () => {
    const all = parsed({
      http_req_duration: ['p(95)<300', 'p(99.9) <= 800', 'avg<200', 'med < 100', 'max<5000', 'min>=0'],
      'http_req_duration{route:GET /v1/items,method:GET}': 'p(95)<300',
      http_req_failed: [{ threshold: 'rate<0.01', abortOnFail: true, delayAbortEval: '10s' }],
      http_reqs: ['count>100', 'rate===50'],
      'http_req_duration{"name":"a plan",stage:spike,status:200}': 'p(95)<1.5e3',
      checks: 'rate>.99',
    });
    expect(all.map(({ aggregation, percentile, operator, limit }) => [aggregation, percentile, operator, limit])).toEqual([
      ['p', 95, '<', 300],
      ['p', 99.9, '<=', 800],
      ['avg', 0, '<', 200],
      ['med', 0, '<', 100],
      ['max', 0, '<', 5000],
      ['min', 0, '>=', 0],
      ['p', 95, '<', 300],
      ['rate', 0, '<', 0.01],
      ['count', 0, '>', 100],
      ['rate', 0, '==', 50],
      ['p', 95, '<', 1500],
      ['rate', 0, '>', 0.99],
    ]);
    expect(all[10]?.selector).toEqual({ name: 'a plan', stage: 'spike', status: '200' });
    expect(all[6]?.selector).toEqual({ route: 'GET /v1/items', method: 'GET' });
    expect(all[7]).toMatchObject({ abortOnFail: true, delayAbortMs: 10_000, text: 'http_req_failed: rate<0.01' });
  });

  it.each<[ThresholdMap, string]>([
    [{ http_request_duration: 'p(95)<300' }, 'no metric "http_request_duration"'],
    [{ http_req_duration: 'p95<300' }, 'not written like'],
    [{ http_req_duration: 'p(95)<300ms' }, 'not written like'],
    [{ http_req_duration: 'p(101)<300' }, 'at most 100'],
    [{ http_req_duration: 'rate<0.1' }, 'has avg, min, med, max, p, not rate'],
    [{ http_req_failed: 'p(95)<1' }, 'has rate, not p(95)'],
    [{ http_req_failed: 'rate<1%' }, 'not written like'],
    [{ http_req_failed: 'rate<5' }, 'from 0 to 1'],
    [{ 'http_req_duration{colour:red}': 'p(95)<300' }, 'a selector is'],
    [{ 'iterations{route:GET /}': 'count>1' }, 'takes no selector'],
    [{ vus: 'value<300' }, "k6's vus is not measured here"],
    [{ 'data_sent{route:GET /}': 'count<300' }, 'takes no selector'],
    [{ iteration_duration: 'rate<1' }, 'has avg, min, med, max, p, not rate'],
    [{ 'http_reqs{stage:spike}': 'rate>1' }, 'a stage has a count'],
    [{ http_reqs: { threshold: 'count>1', delayAbortEval: 'soon' } }, 'delayAbortEval'],
  ])('refuses %j', (map, problem) => {
    expect(parseThresholds(map)).toEqual({ problem: expect.stringContaining(problem) });
  });

  it('compares as it is written', () => {
    expect(isHeld({ operator: '<', limit: 1 }, 1)).toBe(false);
    expect(isHeld({ operator: '<=', limit: 1 }, 1)).toBe(true);
    expect(isHeld({ operator: '>', limit: 1 }, 1)).toBe(false);
    expect(isHeld({ operator: '>=', limit: 1 }, 1)).toBe(true);
    expect(isHeld({ operator: '==', limit: 1 }, 1)).toBe(true);
    expect(isHeld({ operator: '!=', limit: 1 }, 1)).toBe(false);
  });

  it.each([
    ['1m30s', 90_000],
    ['500ms', 500],
    ['1.5h', 5_400_000],
    ['10', undefined],
    ['10 s', undefined],
  ])('knows how long %s is', (text, ms) => {
    expect(durationMs(text)).toBe(ms);
  });
});
