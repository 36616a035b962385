import { expect, test } from 'vitest';
import type { Answer, Check } from '../../model.ts';
import check from './check.ts';

function judged(body: unknown, status = 200): Answer | undefined {
  const widened: Check = check;
  const request = { kind: 'request', method: 'GET', url: 'http://api.test/readyz', curl: 'curl' } as const;
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const found = {
    kind: 'http',
    request,
    status,
    headers: [],
    body: text,
    bodyTruncated: false,
    durationMs: 1,
    canaryIn: [],
    secretsSeen: [],
  } as const;
  const limits = { headersMs: 1, bodyMs: 1, idleMs: 1 };
  return widened.judge.http?.({
    baseUrl: 'http://api.test',
    chosen: {},
    requestsSent: 1,
    all: [],
    limits,
    exchanges: { health: { found } },
  });
}

test.each<[unknown]>([
  [{ status: 'pass', migrations: 'current' }],
  [{ migrations: { status: 'up to date', pending: 0 } }],
  [{ checks: { 'db:migrations': [{ status: 'pass', observedValue: 0, observedUnit: 'pending' }] } }],
  [{ checks: { schema: { status: 'ok' } } }],
  [{ pendingMigrations: 0 }],
  [{ migrationsCurrent: true }],
])('current: %j', (body) => {
  expect(judged(body)).toMatchObject({ verdict: 'pass' });
});

test.each<[unknown, number?]>([
  [{ status: 'pass', migrations: 'pending' }],
  [{ migrations: { status: 'ok', pending: ['003_add_index'] } }],
  [{ checks: { 'db:migrations': [{ status: 'fail' }] } }, 503],
  [{ checks: { migrations: [{ status: 'pass', observedValue: 2, observedUnit: 'pending migrations' }] } }],
  [{ pendingMigrations: 3 }],
  [{ migrationsPending: true }],
])('not current: %j', (body, status) => {
  expect(judged(body, status)).toMatchObject({ verdict: 'fail' });
});

test.each<[unknown, number?]>([
  [{ status: 'pass' }],
  ['<html>migrations: current</html>'],
  [{ schemaVersion: 3 }],
  [{ migrations: 12 }],
  [{ migrations: 'perhaps' }],
  [{ migrations: 'current' }, 503],
  [[]],
])('says too little: %j', (body, status) => {
  expect(judged(body, status)).toMatchObject({ verdict: 'inconclusive' });
});
