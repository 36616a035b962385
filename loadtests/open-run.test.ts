// Open-model runs against real servers: what is asserted are counts and orders of magnitude, never milliseconds of a busy machine.
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { decoded } from './open/histogram.ts';
import { runOpen } from './open-run.ts';
import type { LoadResult } from './result.ts';
import { inlineScenario } from './scenario/read.ts';
import type { Scenario } from './scenario/schema.ts';

const running: Server[] = [];
afterEach(async () => {
  for (const server of running.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  running.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return `http://127.0.0.1:${address.port}`;
}

const scenario = (url: string, changes: Partial<Scenario> = {}): Scenario => ({
  name: 'test',
  url,
  journeys: [{ name: 'one', steps: [{ request: 'GET /' }] }],
  stages: [{ duration: '1s', rate: 100 }],
  ...changes,
});

async function planned(written: Scenario) {
  const ready = await inlineScenario(written);
  if ('problem' in ready) throw new Error(ready.problem);
  return ready.plan;
}

async function run(written: Scenario): Promise<LoadResult> {
  const gathered = await runOpen(await planned(written));
  if ('missing' in gathered) throw new Error(gathered.missing);
  return gathered.found;
}

const text = async (message: IncomingMessage): Promise<string> => (await message.toArray()).join('');

describe('an open-model run', () => {
  it('sends what is due, no more and no less, and leaves the warm-up out', async () => {
    let answers = 0;
    const url = await serve((_, response) => {
      answers += 1;
      response.end('ok');
    });
    const stages = [{ kind: 'warm-up', duration: '500ms', rate: 40 } as const, { duration: '1s', rate: 100 }];
    const result = await run(scenario(url, { stages }));
    expect(answers).toBe(120);
    expect(result).toMatchObject({ requests: 100, failed: 0, iterations: 100, statuses: { '200': 100 }, warmUpMs: 500 });
    expect(result.latency.count).toBe(100);
    expect(decoded(result.latencyHistogram).totalCount).toBe(100);
    expect(result.seconds.reduce((sum, { ended }) => sum + ended, 0)).toBe(120);
  });

  it('counts the waiting of requests that were due while the target stood still', async () => {
    let stoodStill = false;
    const url = await serve((_, response) => {
      // Everything stops for half of the second, the generator too: it shares this process.
      if (!stoodStill) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
      stoodStill = true;
      response.end('ok');
    });
    const { latency, service } = await run(scenario(url));
    expect(latency.count).toBe(100);
    expect(latency.p90Ms).toBeGreaterThan(350);
    expect(service.p90Ms).toBeLessThan(latency.p90Ms);
  });

  it('counts what nobody answers as timeouts, at their value', async () => {
    const url = await serve(() => {});
    const result = await run(scenario(url, { timeout: '300ms', stages: [{ duration: '500ms', rate: 100 }] }));
    expect(result.statuses).toEqual({ timeout: 50 });
    expect(result.failed).toBe(50);
    expect(result.latency.minMs).toBeGreaterThanOrEqual(299);
  });

  it('lets arrivals wait for the connections it may use, and says that the load was less', async () => {
    const url = await serve((_, response) => void setTimeout(() => response.end(), 100));
    const result = await run(scenario(url, { connections: 2, timeout: '400ms' }));
    expect(result.generator.mostOpen).toBe(2);
    expect(result.requests).toBe(100);
    expect(result.statuses.timeout).toBeGreaterThan(20);
    expect(result.doubts).toContainEqual({ because: expect.stringContaining('every allowed connection'), voids: 'pass' });
  });

  it('walks through the steps of a journey with what the answers say', async () => {
    const asked: string[] = [];
    const url = await serve(async (message, response) => {
      const sent = message.method === 'POST' ? JSON.parse(await text(message)).n : '';
      asked.push(`${message.method} ${message.url} ${sent}`);
      response.writeHead(message.method === 'POST' ? 201 : 200).end(JSON.stringify({ data: [{ id: `p${asked.length}` }] }));
    });
    const steps: Scenario['journeys'][0]['steps'] = [
      { request: 'POST /plans', body: { n: '{{iteration}}' }, extract: { plan: 'data.0.id' }, think: '20ms' },
      { request: 'GET /plans/{{plan}}', route: 'GET /plans/:id' },
    ];
    const stages = [{ duration: '1s', rate: 3 }];
    const result = await run(scenario(url, { journeys: [{ name: 'plan', steps }], stages }));
    expect(result.steps.map(({ route, requests, failed }) => [route, requests, failed])).toEqual([
      ['POST /plans', 3, 0],
      ['GET /plans/:id', 3, 0],
    ]);
    expect(asked.slice(0, 2)).toEqual(['POST /plans 1', 'GET /plans/p1 ']);
  });

  it('mixes journeys by their weight, and ends one where its answer lacks what it needs', async () => {
    const url = await serve((_, response) => response.end('{}'));
    const journeys: Scenario['journeys'] = [
      { name: 'often', weight: 3, steps: [{ request: 'GET /often' }] },
      { name: 'seldom', steps: [{ request: 'GET /seldom', extract: { id: 'id' } }, { request: 'GET /never/{{id}}' }] },
    ];
    const { steps, statuses } = await run(scenario(url, { journeys, stages: [{ duration: '400ms', rate: 100 }] }));
    expect(steps.map(({ name, requests }) => [name, requests])).toEqual([
      ['GET /often', 30],
      ['GET /seldom', 10],
    ]);
    expect(statuses).toEqual({ '200': 30, '200 without what was looked for': 10 });
  });

  it('measures its thresholds, per route where they say so', async () => {
    const url = await serve((message, response) => response.writeHead(message.url === '/bad' ? 500 : 200).end());
    const result = await run(
      scenario(url, {
        journeys: [{ name: 'both', steps: [{ request: 'GET /good' }, { request: 'GET /bad' }, { request: 'GET /never-reached' }] }],
        thresholds: {
          'http_req_failed{route:GET /bad}': 'rate<0.01',
          http_req_failed: 'rate<0.9',
          'http_req_duration{expected_response:true}': 'p(95)<1000',
          http_reqs: ['count>100', 'rate>50'],
          'http_reqs{route:GET /never-reached}': 'count<10',
          dropped_iterations: 'count<10',
        },
      }),
    );
    const seen = result.thresholds.map(({ observed, samples, hits }) => ({ observed, samples, hits }));
    expect(seen[0]).toEqual({ observed: 1, samples: 100, hits: 100 });
    expect(seen[1]).toEqual({ observed: 0.5, samples: 200, hits: 100 });
    expect(seen[2]?.samples).toBe(100);
    expect(seen[3]?.observed).toBe(200);
    expect(seen[4]?.observed).toBe(200);
    expect(seen[5]).toEqual({ observed: undefined, samples: 0, hits: undefined });
    expect(seen[6]).toEqual({ observed: 0, samples: 0, hits: undefined });
  });

  it('ends where a threshold with abortOnFail broke, and where the target is gone', async () => {
    const failing = await serve((_, response) => response.writeHead(500).end());
    const thresholds = { http_req_failed: [{ threshold: 'rate<0.01', abortOnFail: true }] };
    const aborted = await run(scenario(failing, { thresholds, stages: [{ duration: '30s', rate: 800 }] }));
    expect(aborted.stopped).toMatchObject({ by: 'threshold' });
    expect(aborted.measuredMs).toBeLessThan(15_000);

    const dying = await serve((_, response) => response.end());
    setTimeout(() => {
      for (const server of running) server.close();
      for (const server of running.splice(0)) server.closeAllConnections();
    }, 300);
    const gone = await run(scenario(dying, { stages: [{ duration: '30s', rate: 50 }] }));
    expect(gone.stopped).toMatchObject({ by: 'target', because: expect.stringContaining('nothing answers') });
    expect(gone.statuses['connection failed']).toBeGreaterThan(10);
    expect(gone.doubts).toContainEqual({ because: expect.stringContaining('ended early'), voids: 'pass' });
  });

  it.each([
    [429, 'rate limiter refused'],
    [503, 'every answer from the first on was 503'],
    [401, 'every answer from the first on was 401'],
  ])('does not take answers of nothing but %i for a measurement', async (status, because) => {
    const url = await serve((_, response) => response.writeHead(status).end());
    const { doubts } = await run(scenario(url, { stages: [{ duration: '300ms', rate: 100 }] }));
    expect(doubts).toContainEqual({ because: expect.stringContaining(because), voids: 'all' });
  });

  it('sends nothing to other machines or to a dead port, and stops when it is interrupted', async () => {
    expect(await runOpen(await planned(scenario('https://api.example.com')))).toEqual({
      missing: expect.stringContaining('only sent to this machine'),
    });
    const dead = await serve(() => {});
    await new Promise((resolve) => running.pop()?.close(resolve));
    expect(await runOpen(await planned(scenario(dead)))).toEqual({ missing: expect.stringContaining('nothing answers at 127.0.0.1') });

    const url = await serve((_, response) => response.end());
    const plan = await planned(scenario(url, { stages: [{ duration: '30s', rate: 100 }] }));
    const gathered = await runOpen(plan, { signal: AbortSignal.timeout(500) });
    expect('found' in gathered && gathered.found.stopped?.by).toBe('interrupt');
  });
});
