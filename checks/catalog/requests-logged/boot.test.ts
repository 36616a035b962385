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

/** As Fastify writes a request: one line when it comes, one when it is answered, tied by an id of its own. */
const inTwo = (at: number, code: number): readonly string[] => [
  JSON.stringify({
    level: 30,
    time: 1795433685779,
    pid: 404,
    reqId: `req-${at}`,
    req: { method: 'GET', url: '/a' },
    msg: 'incoming request',
  }),
  JSON.stringify({
    level: 30,
    time: 1795433685783,
    pid: 404,
    reqId: `req-${at}`,
    res: { statusCode: code },
    responseTime: 2.7,
    msg: 'request completed',
  }),
];
/** The same by a printer for people: a field a line. */
const pretty = (at: number, code: number, more: readonly string[] = [`      "id": ${at},`]): readonly string[] => [
  '[11:34:46.656] INFO (2452): request completed',
  '    req: {',
  ...more,
  '      "method": "GET",',
  '      "url": "/a",',
  '      "headers": {',
  '        "content-length": "204"',
  '      }',
  '    }',
  '    res: {',
  `      "statusCode": ${code}`,
  '    }',
  '    responseTime: 4',
];
const prettyInTwo = (at: number, code: number): readonly string[] => [
  '[11:34:46.097] INFO (204): incoming request',
  `    reqId: "req-${at}"`,
  '    req: {',
  '      "method": "GET",',
  '      "url": "/"',
  '    }',
  '[11:34:46.100] INFO (204): request completed',
  `    reqId: "req-${at}"`,
  '    res: {',
  `      "statusCode": ${code}`,
  '    }',
  '    responseTime: 2.9',
];

test.each<[string, readonly string[], string]>([
  ['two lines for each request', [...inTwo(1, 200), ...inTwo(2, 404)], 'pass'],
  ['two lines for each request, those of both mixed', [inTwo(1, 200)[0] ?? '', ...inTwo(2, 404), inTwo(1, 200)[1] ?? ''], 'pass'],
  ['only that it came', [...inTwo(1, 200).slice(0, 1), ...inTwo(2, 404).slice(0, 1)], 'fail'],
  ['pretty printed', [...pretty(1, 200), ...pretty(2, 404)], 'pass'],
  ['pretty printed without an id', [...pretty(1, 200, []), ...pretty(2, 404, [])], 'fail'],
  ['pretty printed with another status', [...pretty(1, 200), ...pretty(2, 500)], 'fail'],
  ['pretty printed in two', [...prettyInTwo(1, 200), ...prettyInTwo(2, 404)], 'pass'],
  [
    'an object over several lines',
    [
      '{',
      "  method: 'GET',",
      "  path: '/a',",
      '  status: 200,',
      '  durationMs: 3,',
      "  requestId: 'a1'",
      '}',
      "{ method: 'GET', path: '/b', status: 404, durationMs: 1, requestId: 'a2' }",
    ],
    'pass',
  ],
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
