// Which requests a threshold is about: by step, journey, stage and status, in a run against a server of this process.
import { createServer } from 'node:http';
import { expect, it } from 'vitest';
import { addTime, newTimes, type Times } from '../open/histogram.ts';
import { runOpen } from '../open-run.ts';
import { inlineScenario } from '../scenario/read.ts';
import { measure, tooHighByMs } from './measure.ts';
import { parseThresholds } from './parse.ts';

it('selects by every tag, and counts what each selection holds', async () => {
  const server = createServer((request, response) => {
    setTimeout(() => response.writeHead(request.url === '/none' ? 404 : 200).end('{}'), 20);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  const read = await inlineScenario({
    name: 'tags',
    url,
    journeys: [
      { name: 'readers', weight: 3, steps: [{ request: 'GET /read', name: 'read' }] },
      { name: 'seekers', weight: 1, steps: [{ request: 'GET /none', name: 'seek' }] },
    ],
    stages: [
      { kind: 'warm-up', duration: '100ms', rate: 40 },
      { kind: 'steady', duration: '400ms', rate: 20 },
      { kind: 'spike', duration: '200ms', rate: 80 },
    ],
    thresholds: {
      'http_reqs{stage:spike}': ['count>0'],
      'http_reqs{stage:steady,status:404}': ['count>0'],
      'http_reqs{journey:readers}': ['count>0'],
      'http_reqs{status:200,journey:seekers}': ['count>0'],
      'checks{name:seek}': ['rate>0.5'],
      'checks{journey:readers}': ['rate>0.5'],
      'http_req_failed{stage:spike}': ['rate<0.5'],
      'http_req_waiting{journey:readers}': ['p(90)>=20'],
      iteration_duration: ['min>=20'],
      data_sent: ['count>1'],
      data_received: ['count>1'],
    },
  });
  if ('problem' in read) throw new Error(read.problem);
  const gathered = await runOpen(read.plan);
  await new Promise((done) => server.close(done));
  if ('missing' in gathered) throw new Error(gathered.missing);
  const values = gathered.found.thresholds.splice(-4).map(({ observed, samples }) => [observed ?? 0, samples]);
  const [waiting, whole, bytesSent, bytesReceived] = values.map(([observed = 0]) => observed);
  // Timers of a server are a millisecond early at most.
  expect([Number(waiting) >= 19, Number(whole) >= 19]).toEqual([true, true]);
  expect(values.slice(0, 2).map(([, samples]) => samples)).toEqual([18, 24]);
  // Both paths are as long; what the server writes beside them it alone knows.
  expect(bytesSent).toBe(24 * `GET /read HTTP/1.1\r\nhost: ${new URL(url).host}\r\n\r\n`.length);
  expect(Number(bytesReceived)).toBeGreaterThan(24 * 'HTTP/1.1 200 OK\r\n\r\n{}'.length);
  expect(gathered.found.thresholds.map(({ text, observed, samples }) => [text.replace(/: .*/, ''), observed, samples])).toEqual([
    ['http_reqs{stage:spike}', 16, 16],
    ['http_reqs{stage:steady,status:404}', 2, 2],
    ['http_reqs{journey:readers}', 18, 18],
    // Nothing of the kind: no figure, which nothing can be held to.
    ['http_reqs{status:200,journey:seekers}', undefined, 0],
    ['checks{name:seek}', 0, 6],
    ['checks{journey:readers}', 1, 18],
    ['http_req_failed{stage:spike}', 0.25, 16],
  ]);
});

it.each([
  ['http_reqs{journey:writers}', 'matches no step'],
  ['http_reqs{stage:warm-up}', 'matches no measured stage'],
])('%s is refused before anything is sent', async (key, problem) => {
  const stages = [
    { kind: 'warm-up' as const, duration: '1s', rate: 1 },
    { duration: '1s', rate: 1 },
  ];
  const journeys = [{ name: 'readers', steps: [{ request: 'GET /' }] }];
  const read = await inlineScenario({ name: 'tags', url: 'http://127.0.0.1:9', journeys, stages, thresholds: { [key]: 'count>1' } });
  expect(read).toEqual({ problem: expect.stringContaining(problem) });
});

it('counts what was noticed late as the delay of the generator, not only what was sent late', () => {
  const of = (...values: readonly number[]) => {
    const times = newTimes();
    for (const value of values) addTime(times, value);
    return times;
  };
  const repeated = (value: number, late: number) => of(...Array<number>(950).fill(value), ...Array<number>(50).fill(late));
  const parsed = parseThresholds({ http_req_duration: 'p(99)<22' });
  const [threshold] = 'problem' in parsed ? [] : parsed.thresholds;
  if (threshold === undefined) throw new Error('no threshold');
  const latency = repeated(20.3, 23.5);
  const tags = { route: 'GET /', method: 'GET', name: 'GET /', journey: 'one' };
  const part = { tags, stage: 'steady', outcome: '200', expected: true, latency, service: latency, waiting: latency };
  const delay = (notice: Times) => {
    const seen = { parts: [part], lag: repeated(0.1, 0.2), notice, journeys: latency };
    const counts = { iterations: 1000, dropped: 0, sentBytes: 0, receivedBytes: 0, measuredMs: 1000 };
    return measure(threshold, { ...seen, ...counts }).generatorDelay;
  };
  // Sent in time, but read three milliseconds late once in twenty: the limit of 22 ms may have been held.
  expect(23.5 - delay(repeated(0.2, 3))).toBeLessThan(22);
  expect(23.5 - delay(repeated(0.2, 0.3))).toBeGreaterThan(22);
});

it('knows that quick requests which were started late can raise a lower percentile than the latest of all', () => {
  const of = (...groups: readonly (readonly [count: number, value: number])[]) => {
    const times = newTimes();
    for (const [count, value] of groups) for (let each = 0; each < count; each += 1) addTime(times, value);
    return times;
  };
  // 950 take 5 ms and 50 take 200; of the quick ones 40 were started 50 ms late: the 95th percentile reads 55.
  const seen = of([910, 5], [40, 55], [50, 200]);
  const late = { lag: of([960, 0.1], [40, 50]), notice: of([1000, 0.1]) };
  expect(55 - tooHighByMs(95, seen, late)).toBeLessThan(5.1);
  // Half of them are far from there.
  expect(tooHighByMs(50, seen, late)).toBeLessThan(0.5);
  expect(tooHighByMs(95, seen, { ...late, lag: of([1000, 0.1]) })).toBeLessThan(0.5);
});
