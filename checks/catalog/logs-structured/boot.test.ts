// Lines as services write them: records, prose, and what only looks like either.
import { expect, test } from 'vitest';
import type { BootEvidence, LogLine, TrafficDrill } from '../../model.ts';
import { judgeBoot } from './boot.ts';

const request = { kind: 'request', method: 'GET', url: 'http://127.0.0.1/', curl: 'curl' } as const;
const record = (fields: object = {}): string => JSON.stringify({ time: 1, level: 'info', message: 'm', ...fields });
const line = (text: string, phase: LogLine['phase'] = 'probes'): LogLine => ({ stream: 'stdout', text, phase });
const requests: TrafficDrill['requests'] = [{ request, status: 200, ids: ['launchgate-drill-1'] }];
const traffic = (...lines: readonly string[]): BootEvidence['traffic'] => ({ found: { requests, lines, canaryIn: [] } });
const withId = traffic(record({ requestId: 'launchgate-drill-1' }));

function answer(lines: readonly LogLine[], seen: BootEvidence['traffic'] = withId) {
  const start = { kind: 'listening', afterMs: 1, url: 'http://127.0.0.1:1' } as const;
  const base = { command: 'npm start', start, logLines: lines, logLinesTruncated: false, drills: [] };
  return judgeBoot(seen === undefined ? base : { ...base, traffic: seen });
}

test.each<[string, readonly string[], string]>([
  ['records', [record(), record()], 'pass'],
  ['pino with its numbers', ['{"level":30,"time":1700000000000,"pid":1,"hostname":"h","msg":"m"}'], 'pass'],
  ['python-json-logger', ['{"asctime":"2026-11-23 05:00:00,1","levelname":"INFO","message":"m"}'], 'pass'],
  ['ECS with dotted names', ['{"@timestamp":"2026","log.level":"info","message":"m"}'], 'pass'],
  ['the banner of npm and a warning of Node', ['> api@1.0.0 start', '> node x', '(node:7) Warning: w', record()], 'pass'],
  ['a record too long to keep', [`${record().slice(0, -2)}${'x'.repeat(4_096)}`.slice(0, 4_096)], 'pass'],
  ['prose', [record(), 'listening on 3000'], 'fail'],
  ['a record without a level', [record(), '{"time":1,"message":"m"}'], 'fail'],
  ['JSON that is no object', ['[1]'], 'fail'],
  ['nothing', [], 'inconclusive'],
])('%s', (_, lines, verdict) => {
  expect(answer(lines.map((text) => line(text))).verdict).toBe(verdict);
});

test.each<[string, BootEvidence['traffic'], string]>([
  ['a request without its id', traffic(record({ method: 'GET', status: 200 })), 'fail'],
  [
    'an id of its own for each request',
    traffic(record({ reqId: 'req-1', req: { method: 'GET' } }), record({ reqId: 'req-1', res: { statusCode: 200 } })),
    'pass',
  ],
  ['no line of any request', traffic(record()), 'inconclusive'],
  ['no request', { missing: 'its port was still taken' }, 'inconclusive'],
])('%s', (_, seen, verdict) => {
  expect(answer([line(record())], seen).verdict).toBe(verdict);
});
