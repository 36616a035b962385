// What became of requests at SIGTERM, as a started service showed it.
import { expect, test } from 'vitest';
import type { BootEvidence, ShutdownDrill } from '../../model.ts';
import { judgeBoot } from './boot.ts';

const request = { kind: 'request', method: 'GET', url: 'http://127.0.0.1/readyz', curl: 'curl' } as const;
const graceful: ShutdownDrill = {
  exitCode: 0,
  killed: false,
  afterMs: 700,
  limitMs: 30_000,
  readiness: { request, statuses: [200, 503] },
  open: { sent: 3, answered: 3, request },
  steady: { sent: 20, answered: 20, request },
  processesLeft: 0,
  portOpen: false,
};
const { readiness: _, ...withoutReadiness } = graceful;

function answer(shutdown: BootEvidence['shutdown']) {
  const start = { kind: 'listening', afterMs: 1, url: 'http://127.0.0.1:1' } as const;
  return judgeBoot({
    command: 'node x',
    start,
    logLines: [],
    logLinesTruncated: false,
    drills: [],
    ...(shutdown === undefined ? {} : { shutdown }),
  });
}

test.each<[string, ShutdownDrill, string]>([
  ['graceful', graceful, 'pass'],
  ['dies of the signal when all is done', { ...graceful, exitCode: null }, 'pass'],
  ['loses what is under way', { ...graceful, open: { sent: 3, answered: 1, request } }, 'fail'],
  ['loses whole requests', { ...graceful, steady: { sent: 20, answered: 19, request } }, 'fail'],
  ['dies of the signal at once', { ...graceful, exitCode: null, open: { sent: 3, answered: 0, request } }, 'fail'],
  ['dies of the signal, and nobody knows of requests', { ...graceful, exitCode: null, open: { sent: 0, answered: 0 } }, 'inconclusive'],
  ['does not end', { ...graceful, killed: true, exitCode: null }, 'fail'],
  ['ends with an error', { ...graceful, exitCode: 1 }, 'fail'],
  ['leaves a child', { ...graceful, processesLeft: 1 }, 'fail'],
  ['leaves its port open', { ...graceful, portOpen: true }, 'fail'],
  ['never says that it is not ready', { ...graceful, readiness: { request, statuses: [200] } }, 'fail'],
  ['has no readiness route', withoutReadiness, 'inconclusive'],
  ['held no request open', { ...graceful, open: { sent: 0, answered: 0 } }, 'inconclusive'],
])('%s', (_name, found, verdict) => {
  expect(answer({ found }).verdict).toBe(verdict);
});

test('not tried, and could not be tried', () => {
  expect(answer(undefined).verdict).toBe('inconclusive');
  expect(answer({ missing: 'its port was still taken' })).toMatchObject({ because: expect.stringContaining('its port was still taken') });
});

test('temporary files that are left are told and are no fault', () => {
  expect(answer({ found: { ...graceful, filesLeft: 2 } })).toMatchObject({
    verdict: 'pass',
    findings: [{ message: 'after SIGTERM all 23 requests are answered, and it ends after 0.7 s, leaving 2 temporary files' }, {}],
  });
});
