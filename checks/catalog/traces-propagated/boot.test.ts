import { expect, test } from 'vitest';
import { audit } from '../../audit.ts';
import type { Answer, BootEvidence, Check } from '../../model.ts';
import check from './check.ts';

const sent = '4bf92f3577b34da6a3ce929d0e0e4736';
const other = 'ffffffffffffffffffffffffffffff01';
const request = { kind: 'request', method: 'GET', url: 'http://api.test/', curl: 'curl' } as const;
const written = (...lines: readonly string[]): BootEvidence => ({
  command: 'node main.ts',
  start: { kind: 'listening', afterMs: 1, url: 'http://api.test' },
  logLines: [],
  logLinesTruncated: false,
  drills: [],
  traffic: { found: { requests: [{ request, status: 200, ids: [], traceId: sent }], lines, canaryIn: [] } },
});
const judged = (...lines: readonly string[]): Answer | undefined => check.judge.boot?.(written(...lines));

test('lines that name the caller’s trace pass', () => {
  expect(judged(`{"level":"INFO","traceId":"${sent}"}`)).toMatchObject({ verdict: 'pass' });
});

test('lines that name another trace fail', () => {
  expect(judged(`{"level":"INFO","trace_id":"${other}"}`)).toMatchObject({ verdict: 'fail' });
});

test('lines without a trace leave it open', () => {
  expect(judged('{"level":"INFO"}')).toMatchObject({ verdict: 'inconclusive' });
});

test('what the log shows settles what answers do not', () => {
  const missing = { missing: 'not asked', notAsked: true } as const;
  const widened: Check = check;
  const verdictOf = (boot: BootEvidence): unknown => {
    const everything = { code: missing, environment: missing, load: missing, migrations: missing, database: missing, backup: missing };
    const silent = {
      judge: { ...widened.judge, http: () => ({ verdict: 'inconclusive', because: 'no answer names its trace' }) as const },
    };
    return audit([{ ...widened, ...silent }], {
      ...everything,
      boot: { found: boot },
      http: () => ({
        found: { baseUrl: '', chosen: {}, requestsSent: 0, exchanges: {}, all: [], limits: { headersMs: 1, bodyMs: 1, idleMs: 1 } },
      }),
    })[0]?.verdict;
  };
  expect(verdictOf(written(`{"trace_id":"${sent}"}`))).toBe('pass');
  expect(verdictOf(written(`{"trace_id":"${other}"}`))).toBe('fail');
  expect(verdictOf(written('{}'))).toBe('inconclusive');
});
