// The judge against lines as real loggers write them, and as print does.
import { expect, test } from 'vitest';
import type { BootEvidence, LogLine } from '../../model.ts';
import { judgeBoot } from './boot.ts';
import { recordForm } from './record-form.ts';

const line = (text: string, more: Partial<LogLine> = {}): LogLine => ({ stream: 'stdout', phase: 'probes', text, ...more });
const boot = (logLines: readonly LogLine[], more: Partial<BootEvidence> = {}): BootEvidence => ({
  command: 'npm start',
  start: { kind: 'listening', afterMs: 300, url: 'http://127.0.0.1:8000' },
  logLines,
  logLinesTruncated: false,
  drills: [],
  ...more,
});

test.each([
  ['JSON', '{"level":30,"time":1700000000000,"pid":1,"msg":"request completed"}'],
  ['JSON', '{"severity":"INFO","message":"done"}'],
  ['JSON', '{"log":{"level":"info"},"message":"done"}'],
  ['JSON', '{"event":"request_finished","level":"info","timestamp":"2025-01-01T00:00:00Z"}'],
  ['JSON', `{"level":30,"time":1700000000000,"req":{"url":"/${'a'.repeat(5_000)}`.slice(0, 4_096)],
  ['uvicorn', 'INFO:     127.0.0.1:51234 - "GET /items HTTP/1.1" 200 OK'],
  ['python logging', 'INFO:app.main:started'],
  ['level and time', '2025-01-27 10:11:12,123 - app.main - INFO - started'],
  ['level and time', '[2025-01-27 10:11:12 +0000] [31] [INFO] Booting worker'],
  ['level and time', '[10:11:12.123] INFO (4711): request completed'],
  ['level and time', '2025-01-27T10:11:12.123Z [info]: started'],
  ['level and time', '2025-01-27T10:11:12.123Z info: started'],
  ['level and time', '[2025-01-27T10:11:12.123] [INFO] default - started'],
  ['level and time', '2025-01-27 10:11:12.123 | INFO     | app.main:run:12 - started'],
  ['Nest', '[Nest] 4711  - 01/27/2025, 10:11:12 AM     LOG [NestFactory] Starting'],
  ['level and time', '2025-01-27 10:11:12 [info     ] request finished   path=/'],
  ['access log', '127.0.0.1 - - [27/Jan/2025:10:11:12 +0000] "GET / HTTP/1.1" 200 2'],
  ['access log', '::1 - - [27/Jan/2025:10:11:12 +0000] "GET / HTTP/1.1" 200 2 "-" "curl"'],
  ['access log', 'GET /items 200 3.123 ms - 12'],
  ['access log', '--> GET /items 200 3ms 12b'],
  ['access log', '[27/Jan/2025 10:11:12] "GET / HTTP/1.1" 200 12'],
  ['level first', '      INFO   127.0.0.1:51234 - "GET / HTTP/1.1" 200'],
  ['winston', 'info: started {"port":8000}'],
  ['logfmt', 'time=2025-01-27T10:11:12Z level=info msg="done"'],
])('%s: %s', (form, text) => {
  expect(recordForm(text)).toBe(form);
});

test.each([
  'Generating plan for user 7',
  'error',
  'INFO',
  '{"user": 7}',
  '{ not json',
  '[object Object]',
  'user 7 asked for info',
  'DEBUG: prompt is long',
  'error: no plan',
  'INFO starting',
  '=====================',
  'GET /items',
  '2025-01-27 10:11:12 plan made',
  "{'user': 7, 'level': 'info', 'message': 'x'}",
])('bare text: %s', (text) => {
  expect(recordForm(text)).toBeUndefined();
});

test('lines that are all records pass, with a stack that belongs to one', () => {
  const lines = [
    line('Server ready on port 8000', { phase: 'start' }),
    line('bye', { phase: 'stop' }),
    line('oops', { stream: 'stderr' }),
    line('2025-01-27 10:11:12,123 ERROR app: broke'),
    line('Traceback (most recent call last):'),
    line('  File "main.py", line 3, in run'),
    line('ValueError: no'),
    line('INFO:     127.0.0.1:5 - "GET / HTTP/1.1" 200 OK'),
  ];
  expect(judgeBoot(boot(lines))).toEqual({
    verdict: 'pass',
    findings: [
      { message: 'all 5 lines on stdout were log records (level and time, uvicorn)', place: { kind: 'process', what: 'npm start' } },
    ],
  });
});

test('bare lines fail, each once and cut short', () => {
  const answer = judgeBoot(boot([line('INFO:app:fine'), line('got plan'), line('got plan'), line('y'.repeat(200))]));
  expect(answer.verdict === 'fail' && answer.findings.map(({ message }) => message)).toEqual([
    'a line that is no log record: "got plan"',
    `a line that is no log record: "${'y'.repeat(79)}…"`,
  ]);
});

test('many bare lines are counted', () => {
  const answer = judgeBoot(boot(Array.from({ length: 25 }, (_, index) => line(`plan ${index}`))));
  expect(answer.verdict === 'fail' && answer.findings.at(-1)?.message).toBe('and 15 more such lines');
});

test.each<[string, BootEvidence]>([
  ['it wrote nothing while it was probed', boot([line('ready', { phase: 'start' })])],
  ['it wrote nothing to stdout while it was probed, only to stderr', boot([line('x', { stream: 'stderr' })])],
  [
    'the service did not start, so nothing was logged while it was probed',
    boot([], { start: { kind: 'exited', code: 1, afterMs: 1, lastLines: [] } }),
  ],
  ['the service ended by itself while it was probed', boot([line('INFO:app:fine')], { exitedWhileProbed: { code: 1 } })],
])('%s: inconclusive', (because, evidence) => {
  expect(judgeBoot(evidence)).toEqual({ verdict: 'inconclusive', because });
});
