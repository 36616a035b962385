import { expect, test } from 'vitest';
import type { Answer, Check, Dialogue, ProbeOutcome } from '../../model.ts';
import check from './check.ts';

const request = { kind: 'request', method: 'GET', url: 'http://api.test/healthz', curl: 'curl' } as const;
const slow = (fields: Partial<Dialogue>): ProbeOutcome => ({ found: { kind: 'socket', request, waitedMs: 1, ...fields } });
const healthy = (status: number): ProbeOutcome => ({
  found: { kind: 'http', request, status, headers: [], body: '', bodyTruncated: false, durationMs: 1, canaryIn: [], secretsSeen: [] },
});
const good = slow({ closedAfterMs: 10_500, status: 408, healthyStatus: 200 });

function judged(changes: Readonly<Record<string, ProbeOutcome>> = {}): Answer | undefined {
  const widened: Check = check;
  return widened.judge.http?.({
    baseUrl: 'http://api.test',
    chosen: { health: 'GET /healthz' },
    requestsSent: 1,
    all: [],
    limits: { headersMs: 10_000, bodyMs: 30_000, idleMs: 10_000 },
    exchanges: { healthy: healthy(200), slowHeaders: good, slowBody: good, idle: good, ...changes },
  });
}

test('closed in time with others served: pass', () => {
  expect(judged()).toMatchObject({ verdict: 'pass', findings: { length: 3 } });
});

test.each(['slowHeaders', 'slowBody', 'idle'])('%s held too long, or to the harm of others, fails', (name) => {
  expect(judged({ [name]: slow({ healthyStatus: 200 }) })).toMatchObject({ verdict: 'fail' });
  expect(judged({ [name]: slow({ closedAfterMs: 32_100, healthyStatus: 200 }) })).toMatchObject({ verdict: 'fail' });
  expect(judged({ [name]: slow({ closedAfterMs: 9_000 }) })).toMatchObject({ verdict: 'fail' });
  expect(judged({ [name]: slow({ closedAfterMs: 9_000, healthyStatus: 503 }) })).toMatchObject({ verdict: 'fail' });
  expect(judged({ [name]: { missing: 'no route is known' } })).toMatchObject({ verdict: 'inconclusive' });
});

test('without a healthy request to compare with nothing is proven', () => {
  expect(judged({ healthy: healthy(404) })).toMatchObject({ verdict: 'inconclusive' });
  expect(judged({ healthy: healthy(500) })).toMatchObject({ verdict: 'inconclusive' });
  const alone = slow({ closedAfterMs: 10 });
  expect(judged({ healthy: { missing: 'hangs' }, slowHeaders: alone, slowBody: alone, idle: alone })).toMatchObject({
    verdict: 'inconclusive',
  });
});

test('a body refused unread says nothing of how long one is waited for', () => {
  expect(judged({ slowBody: slow({ closedAfterMs: 12, status: 401, healthyStatus: 200 }) })).toMatchObject({ verdict: 'inconclusive' });
  expect(judged({ slowBody: slow({ closedAfterMs: 12, status: 413, healthyStatus: 200 }) })).toMatchObject({ verdict: 'pass' });
});
