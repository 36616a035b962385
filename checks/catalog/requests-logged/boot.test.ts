// Records of requests as access logs write them, and what of them is missing or too much.
import { expect, test } from 'vitest';
import type { BootEvidence, TrafficDrill } from '../../model.ts';
import { judgeBoot } from './boot.ts';

const asked = (at: number, status: number): TrafficDrill['requests'][number] => ({
  request: { kind: 'request', method: 'GET', url: `http://127.0.0.1/${at}`, curl: 'curl' },
  status,
  ids: [`launchgate-drill-${at}`],
});
const requests = [asked(1, 200), asked(2, 404)];
const json = (at: number, status: number, fields: object = {}): string =>
  JSON.stringify({ method: 'GET', route: '/a', status, durationMs: 2, requestId: `launchgate-drill-${at}`, ...fields });
const logfmt = (at: number, status: number): string =>
  `time=2026-11-23T05:00:00.404Z method=GET path=/a status=${status} duration=3ms request_id=launchgate-drill-${at}`;

function answer(traffic: BootEvidence['traffic']) {
  const start = { kind: 'listening', afterMs: 1, url: 'http://127.0.0.1:1' } as const;
  return judgeBoot({
    command: 'node x',
    start,
    logLines: [],
    logLinesTruncated: false,
    drills: [],
    ...(traffic === undefined ? {} : { traffic }),
  });
}

test.each<[string, readonly string[], string]>([
  ['JSON', [json(1, 200), json(2, 404)], 'pass'],
  ['logfmt', [logfmt(1, 200), logfmt(2, 404)], 'pass'],
  ['morgan with its own id', ['GET /a 200 3.1 ms - 12 requestId=1a', 'GET /b 404 1.0 ms - 9 requestId=2b'], 'pass'],
  ['uvicorn', ['127.0.0.1:1 - "GET /a HTTP/1.1" 200 OK', '127.0.0.1:1 - "GET /b HTTP/1.1" 404 Not Found'], 'fail'],
  ['one request without a record', [json(1, 200)], 'fail'],
  ['one of two without ids', ['GET /a 200 3 ms', 'note 404'], 'fail'],
  ['no duration', [json(1, 200, { durationMs: undefined }), json(2, 404, { durationMs: undefined })], 'fail'],
  ['nothing', [], 'fail'],
])('%s', (_, lines, verdict) => {
  expect(answer({ found: { requests, lines, canaryIn: [] } }).verdict).toBe(verdict);
});

test('a token in a record that is right otherwise fails', () => {
  const leaked = answer({ found: { requests, lines: [json(1, 200), json(2, 404)], canaryIn: ['token'] } });
  expect(leaked).toMatchObject({ verdict: 'fail', findings: [{ message: 'the bearer token of a request stands in the log' }] });
});

test('no request, or none answered', () => {
  expect(answer(undefined).verdict).toBe('inconclusive');
  expect(answer({ missing: 'it did not listen' }).verdict).toBe('inconclusive');
  expect(answer({ found: { requests: [], lines: [], canaryIn: [] } }).verdict).toBe('inconclusive');
});
