// What several threads saw is what one would have seen.
import { createServer } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runOpen } from '../../open-run.ts';
import type { LoadResult } from '../../result.ts';
import { inlineScenario } from '../../scenario/read.ts';
import type { Scenario } from '../../scenario/schema.ts';
import { maxMs, percentileMs, summaryOf, type Times } from '../histogram.ts';
import { Recorder } from '../recorder.ts';
import { mergedRecorder, recorderText } from './handover.ts';

const asked: string[] = [];
const server = createServer((message, response) => {
  asked.push(message.url ?? '');
  response.writeHead(message.url === '/bad' ? 500 : 200).end('{"id":"p1"}');
});
let url = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  url = typeof address === 'object' && address !== null ? `http://127.0.0.1:${address.port}` : '';
});
afterAll(() => void server.close());

const scenario = (changes: Partial<Scenario> = {}): Scenario => ({
  name: 'threads',
  url,
  feeds: { users: { rows: [{ id: 'a' }, { id: 'b' }, { id: 'c' }] } },
  journeys: [
    {
      name: 'plan',
      weight: 2,
      steps: [{ request: 'GET /{{users.id}}/{{iteration}}', route: 'GET /:id', extract: { plan: 'id' } }, { request: 'GET /of/{{plan}}' }],
    },
    { name: 'bad', steps: [{ request: 'GET /bad' }] },
  ],
  stages: [
    { kind: 'warm-up', duration: '300ms', rate: 50 },
    { duration: '1s', rate: 90 },
  ],
  thresholds: { http_req_failed: ['rate<0.9'] },
  ...changes,
});

async function run(written: Scenario, threads: number, seconds: number[] = []): Promise<LoadResult> {
  const ready = await inlineScenario(written);
  if ('problem' in ready) throw new Error(ready.problem);
  const { scenario: same, place } = ready;
  const source = { scenario: same, place };
  const gathered = await runOpen(ready.plan, {
    threads: { count: threads, source },
    onSecond: ({ started }) => void seconds.push(started),
  });
  if ('missing' in gathered) throw new Error(gathered.missing);
  return gathered.found;
}

const counts = ({ requests, failed, iterations, askedPerSecond, statuses, steps, thresholds }: LoadResult) => ({
  ...{ requests, failed, iterations, askedPerSecond, statuses, thresholds: thresholds.map(({ observed, samples }) => [observed, samples]) },
  steps: steps.map((step) => [step.route, step.requests, step.failed]).toSorted(),
});

describe('threads', () => {
  it('send what one would send, and see what one would see', async () => {
    const alone = await run(scenario(), 1);
    const sentAlone = asked.splice(0).toSorted();
    const seconds: number[] = [];
    const together = await run(scenario(), 3, seconds);
    expect(asked.splice(0).toSorted()).toEqual(sentAlone);
    expect(counts(together)).toEqual(counts(alone));
    expect(together.latency.count).toBe(alone.latency.count);
    expect(together.seconds.reduce((sum, { ended }) => sum + ended, 0)).toBe(sentAlone.length);
    expect(seconds.length).toBeGreaterThan(0);
  });

  it('end together where a threshold broke', async () => {
    const thresholds = { http_req_failed: [{ threshold: 'rate<0.01', abortOnFail: true }] };
    const { stopped, measuredMs } = await run(scenario({ thresholds, stages: [{ duration: '30s', rate: 400 }] }), 2);
    expect(stopped).toEqual({ because: 'http_req_failed: rate<0.01 broke (abortOnFail)', by: 'threshold' });
    expect(measuredMs).toBeLessThan(20_000);
  });
});

it('histograms of threads add up to the one of all', () => {
  const tags = { route: 'GET /', method: 'GET', name: 'GET /', journey: 'one' };
  const all = new Recorder();
  const shares = [new Recorder(), new Recorder()];
  for (let index = 0; index < 1000; index += 1) {
    const seen = {
      dueMs: index,
      endedMs: index + (index % 97) * 1.5,
      sentMs: index + 0.1,
      outcome: index % 7 === 0 ? '500' : '200',
      expected: index % 7 !== 0,
      stage: 'steady',
    };
    all.ended(tags, seen, true);
    shares[index % 2]?.ended({ ...tags }, seen, true);
  }
  for (const each of [all, ...shares]) each.tick(0, true);
  const merged = mergedRecorder(shares.map(recorderText));
  // The longest is known as exactly as its bucket is wide.
  const figures = (times: Times) => [
    { ...summaryOf(times), maxMs: Math.round(maxMs(times)) },
    ...Array.from({ length: 101 }, (_, percentile) => percentileMs(times, percentile)),
  ];
  const told = ({ parts, statuses, seconds }: Recorder) => ({
    parts: parts
      .map(({ latency, service, ...part }) => ({ ...part, latency: figures(latency), service: figures(service) }))
      .toSorted((one, other) => one.outcome.localeCompare(other.outcome)),
    statuses: [...statuses].toSorted(),
    seconds: seconds.map(({ latencyHistogram, ...second }) => [second, typeof latencyHistogram]),
  });
  expect(told(merged)).toEqual(told(all));
  expect(new Set(merged.parts.map((part) => part.tags)).size).toBe(1);
});
