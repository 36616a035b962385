// Several runs of one scenario: medians, their spread, and a comparison that takes the spread for what it is.
import { createServer } from 'node:http';
import { expect, it } from 'vitest';
import { compare, defaultGates } from './compare.ts';
import { medianOf, runRepeated } from './repeats.ts';
import { evidenceOf, type LoadResult, resultSchema } from './result.ts';
import { inlineScenario } from './scenario/read.ts';
import { summaryText } from './summary.ts';

async function measured(times: number): Promise<LoadResult> {
  let asked = 0;
  const server = createServer((_, response) => {
    asked += 1;
    // One of the ten requests of each run but the first fails.
    response.writeHead(asked > 10 && asked % 10 === 0 ? 500 : 200).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  const read = await inlineScenario({
    name: 'again',
    url,
    feeds: { wishes: { count: 40, order: 'once' } },
    journeys: [{ name: 'one', steps: [{ request: 'GET /{{wishes.number}}' }] }],
    stages: [{ duration: '500ms', rate: 20 }],
    thresholds: { http_req_failed: ['rate<0.5'] },
  });
  if ('problem' in read) throw new Error(read.problem);
  const gathered = await runRepeated(read.plan, times, {});
  await new Promise((done) => server.close(done));
  if ('missing' in gathered) throw new Error(gathered.missing);
  return gathered.found;
}

it('runs as often as asked, shows the median and the spread, and says what was not run', async () => {
  const result = await measured(5);
  expect(result.repeats?.runs).toBe(4);
  expect(result.doubts.map(({ because }) => because)).toContain(
    'run 5 of 5 was not made: a feed with the order "once" has 0 rows left for 10 journeys',
  );
  expect(result).toMatchObject({ requests: 10, failed: 1 });
  expect(result.repeats?.figures.find(({ what }) => what === 'failed')?.values).toEqual([0, 0.1, 0.1, 0.1]);
  expect(result.thresholds[0]).toMatchObject({ observed: 0.1, samples: 10, hits: 1 });
  expect(summaryText(result)).toContain('    failed: 10 % (0 % to 10 %)\n');
  expect(evidenceOf(result).repeats?.figures).toContainEqual({ what: 'failed', unit: 'share', median: 0.1, least: 0, most: 0.1 });
  expect(resultSchema.parse(JSON.parse(JSON.stringify(result))).repeats).toEqual(result.repeats);
});

it('takes no run for a change that lies within what runs differ by', async () => {
  const one = await measured(1);
  const doubtless = { ...one, doubts: [], generator: { ...one.generator, lag: { ...one.generator.lag, p99Ms: 0 } } };
  const at = (p95Ms: number): LoadResult => ({ ...doubtless, latency: { ...one.latency, p50Ms: p95Ms, p95Ms, p99Ms: p95Ms } });
  const noisy = medianOf([at(100), at(300), at(500)]);
  expect(noisy.latency.p95Ms).toBe(300);
  const p95 = (before: LoadResult, after: LoadResult) =>
    compare(before, after, defaultGates).changes.find(({ what }) => what.startsWith('p95'));
  expect(p95(noisy, medianOf([at(400), at(450), at(500)]))).toMatchObject({ is: 'unclear', before: 300, after: 450 });
  expect(p95(noisy, medianOf([at(1400), at(1450), at(1500)]))).toMatchObject({ is: 'worse', after: 1450 });
});

it('counts a doubt where half of the runs have it, and what ended a run always', async () => {
  const one = { ...(await measured(1)), doubts: [] };
  const doubted: LoadResult = { ...one, doubts: [{ because: 'no time', voids: 'all' }] };
  expect(medianOf([one, one, doubted]).doubts).toEqual([]);
  expect(medianOf([one, doubted, doubted]).doubts).toEqual([{ because: 'in 2 of 3 runs: no time', voids: 'all' }]);
  const ended: LoadResult = { ...doubted, requests: 3, stopped: { because: 'it was interrupted', by: 'interrupt' } };
  expect(medianOf([one, one, ended])).toMatchObject({
    requests: 3,
    stopped: { by: 'interrupt' },
    doubts: doubted.doubts,
    repeats: { runs: 3 },
  });
});
