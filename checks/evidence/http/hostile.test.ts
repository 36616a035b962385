// A target that answers everything with what would hang, drown or deceive a careless reader: every judge answers, soon and briefly.
import type { RequestListener } from 'node:http';
import { expect, test } from 'vitest';
import { catalog } from '../../catalog/index.ts';
import { gatherHttp } from './gather.ts';
import { serve } from './testing.ts';

const checks = catalog.filter((check) => check.judge.http !== undefined && check.id !== 'requests-time-out');
const deep = (times: number): string => `${'{"a":'.repeat(times)}1${'}'.repeat(times)}`;
const bodies: readonly (readonly [what: string, type: string, body: string])[] = [
  ['line breaks', 'text/plain', '\n'.repeat(120_000)],
  ['addresses that never end', 'application/json', JSON.stringify({ status: 'ok', a: 'http://'.repeat(15_000) })],
  [
    'names without end',
    'application/json',
    JSON.stringify({ [`db${'x'.repeat(50_000)}`]: 'up', [`node${'\u001b[31m'.repeat(9_000)}`]: '1' }),
  ],
  ['depth', 'application/json', deep(9_000)],
  [
    'a document of depth',
    'application/json',
    `{"openapi":"3.1.0","info":${deep(9_000)},"paths":{"/x":{"get":{"responses":${deep(9_000)}}}}}`,
  ],
  [
    'a document that refers to itself',
    'application/json',
    '{"openapi":"3.1.0","paths":{"/x":{"post":{"requestBody":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/A"}}}}}}},"components":{"schemas":{"A":{"$ref":"#/components/schemas/A"}}}}',
  ],
  [
    'aliases that multiply',
    'application/yaml',
    `openapi: 3.1.0\na: &a [x,x,x,x,x,x,x,x,x]\n${['b', 'c', 'd', 'e', 'f', 'g'].map((name, at) => `${name}: &${name} [${`*${'abcdef'[at] ?? 'a'},`.repeat(9)}]`).join('\n')}\npaths: {}\n`,
  ],
  [
    'metrics without end',
    'text/plain; version=0.0.4',
    `# TYPE http_requests counter\n${'http_requests{path="/a"} 1\n'.repeat(4_000)}${'{'.repeat(50_000)}\n`,
  ],
  ['blanks and quotes', 'text/html', `relation "${' '.repeat(60_000)}${'"at ('.repeat(9_000)}`],
];
const headers = {
  'retry-after': `${'9'.repeat(3_000)}`,
  'x-request-id': '\u001b[2J'.replace('\u001b', ''),
  'ratelimit-policy': 'x'.repeat(3_000),
  allow: 'GET',
};

test.each(bodies)('%s', { timeout: 60_000 }, async (_, type, body) => {
  let count = 0;
  const listener: RequestListener = (request, response) => {
    count += 1;
    request.resume();
    // Well, refused, broken and limited in turn.
    const status = [200, 404, 200, 401, 500, 200, 429][count % 7] ?? 200;
    response.writeHead(status, { ...headers, 'content-type': type }).end(body);
  };
  const { url, close } = await serve(listener);
  try {
    const gathered = await gatherHttp({
      baseUrl: url,
      probes: Object.fromEntries(checks.map((check) => [check.id, check.probes ?? {}])),
      config: { ratePerSecond: 2_000, requestBudget: 180, timeoutMs: 10_000, patienceMs: 0, limits: { bodyBytes: 100_000 } },
    });
    if ('missing' in gathered) throw new Error(gathered.missing);
    for (const check of checks) {
      const started = performance.now();
      const answer = check.judge.http?.(gathered.found.evidenceFor(check.id));
      // A minute's worth of backtracking would be a hundred times this, even on a crowded machine.
      expect(performance.now() - started, check.id).toBeLessThan(8_000);
      const told = answer === undefined ? [] : 'because' in answer ? [answer.because] : answer.findings.map(({ message }) => message);
      for (const message of told) expect(message.length, `${check.id}: ${message.slice(0, 200)}`).toBeLessThan(3_000);
    }
  } finally {
    close();
  }
});
