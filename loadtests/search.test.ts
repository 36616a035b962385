// The search against a target that is full at a known number of arrivals.
import { createServer } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { inlineScenario } from './scenario/read.ts';
import { type Found, type SearchOptions, search } from './search.ts';

// Beyond this many a second it says no: capacity by count, which no busy machine changes.
const capacity = 90;
let arrivals = 0;
const server = createServer((_, response) => {
  arrivals += 1;
  response.end();
});
let url = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  url = typeof address === 'object' && address !== null ? `http://127.0.0.1:${address.port}` : '';
});
afterAll(() => void server.close());

async function find(changes: Partial<SearchOptions> = {}): Promise<Found> {
  const ready = await inlineScenario({
    name: 'search',
    url,
    journeys: [{ name: 'one', steps: [{ request: 'GET /' }] }],
    stages: [{ duration: '1s', rate: 1 }],
  });
  if ('problem' in ready) throw new Error(ready.problem);
  const gathered = await search(ready.plan, {
    fromPerSecond: 20,
    toPerSecond: 200,
    stepMs: 100,
    warmUpMs: 0,
    precision: 0.05,
    judge: ({ requests }) => ({ verdict: requests / 0.1 <= capacity ? 'held' : 'broke', because: `${requests} requests` }),
    onStep: () => {},
    ...changes,
  });
  if ('missing' in gathered) throw new Error(gathered.missing);
  return gathered.found;
}

it('comes within its precision of the limit, from below and from above', async () => {
  const found = await find();
  expect(found.heldPerSecond).toBeLessThanOrEqual(capacity);
  expect(found.brokePerSecond).toBeGreaterThan(capacity);
  expect((found.brokePerSecond ?? 0) / (found.heldPerSecond ?? 1)).toBeLessThan(1.12);
  expect(found.steps.map(({ perSecond }) => perSecond).slice(0, 5)).toEqual([20, 30, 45, 68, 102]);
  expect(found.because).toContain(`between ${found.heldPerSecond} and ${found.brokePerSecond}`);
});

it('runs both ends again, and lets no single step decide', async () => {
  let lucky = true;
  const judge: SearchOptions['judge'] = ({ requests }) => {
    const perSecond = requests / 0.1;
    // The first run at 102 is lucky.
    if (perSecond > capacity && perSecond < 115 && lucky) {
      lucky = false;
      return { verdict: 'held', because: 'luck' };
    }
    return { verdict: perSecond <= capacity ? 'held' : 'broke', because: `${requests} requests` };
  };
  const { knee, because } = await find({ judge, repeats: 3 });
  expect(knee?.held.perSecond).toBeLessThanOrEqual(capacity);
  expect([knee?.held.runs, knee?.held.agreed, knee?.broke.runs]).toEqual([3, 3, 3]);
  expect(because).toMatch(/held in 3 of 3 runs, \d+ broke in \d of 3 runs$/);
});

it('says where it was only its own limit that ended it, and looks below a first step that broke', async () => {
  const small = await find({ toPerSecond: 60 });
  expect(small).toMatchObject({ heldPerSecond: 60, because: expect.stringContaining('nothing broke up to 60') });
  expect(small.brokePerSecond).toBeUndefined();
  const high = await find({ fromPerSecond: 150 });
  expect(high.heldPerSecond).toBeLessThanOrEqual(capacity);
  const never = await find({ judge: () => ({ verdict: 'broke', because: 'always' }) });
  expect(never.heldPerSecond).toBeUndefined();
  expect(never.because).toBe('no rate held');
});

it('does not go on where a step could not be judged', async () => {
  const before = arrivals;
  const found = await find({ judge: () => ({ verdict: 'unclear', because: 'too busy' }) });
  expect(found).toMatchObject({ steps: [{ perSecond: 20 }], because: expect.stringContaining('could not be judged: too busy') });
  expect(arrivals - before).toBe(2);
});

it('tries again where that may help, and not for ever', async () => {
  const busy = { verdict: 'unclear', because: 'too busy', mayPass: true } as const;
  let runs = 0;
  const once = await find({ toPerSecond: 20, judge: () => (++runs === 1 ? busy : { verdict: 'held', because: 'fine' }) });
  expect(once).toMatchObject({ heldPerSecond: 20, steps: [{ verdict: 'unclear' }, { verdict: 'held' }] });
  const always = await find({ judge: () => busy });
  expect(always).toMatchObject({ steps: [{}, {}, {}], because: '20 per second could not be judged, 3 times: too busy' });
});

it('says that a rate broke where two runs were clearly over, though neither could be judged closely', async () => {
  const over = { verdict: 'unclear', because: 'too busy', mayPass: true, overload: 'four times its limit' } as const;
  const found = await find({ judge: ({ requests }) => (requests / 0.1 <= 60 ? { verdict: 'held', because: 'fine' } : over) });
  const broke = found.steps.findLast(({ perSecond }) => perSecond === found.brokePerSecond);
  expect(found.brokePerSecond).toBeGreaterThan(found.heldPerSecond ?? Number.POSITIVE_INFINITY);
  expect(broke?.because).toBe('four times its limit, in 2 runs; too busy');
  expect(found.steps.filter(({ perSecond }) => perSecond === found.brokePerSecond).map(({ verdict }) => verdict)).toEqual([
    'unclear',
    'broke',
  ]);
  // Once over and twice only busy is no breaking.
  let runs = 0;
  const once = await find({ toPerSecond: 20, judge: () => (++runs === 2 ? over : { ...over, overload: undefined }) });
  expect(once).toMatchObject({ because: '20 per second could not be judged, 3 times: too busy' });
  expect(once.brokePerSecond).toBeUndefined();
});
