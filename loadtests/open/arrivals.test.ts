// Several threads together send exactly what one would: the same journeys with the same rows at the same moments.
import { expect, it } from 'vitest';
import { inlineScenario } from '../scenario/read.ts';
import { Arrivals, type Share } from './arrivals.ts';

async function taken(share?: Share): Promise<readonly string[]> {
  const step = { request: 'GET /' };
  const ready = await inlineScenario({
    name: 'split',
    url: 'http://127.0.0.1',
    feeds: { users: { rows: [{ id: 'a' }, { id: 'b' }, { id: 'c' }] } },
    journeys: [
      { name: 'often', weight: 5, steps: [step] },
      { name: 'seldom', weight: 2, steps: [step] },
    ],
    stages: [
      { kind: 'warm-up', duration: '500ms', rate: 7 },
      { kind: 'ramp', duration: '3s', rate: [3, 40] },
      { duration: '1s', rate: 33 },
    ],
  });
  if ('problem' in ready) throw new Error(ready.problem);
  const arrivals = new Arrivals(ready.plan, share);
  const all: string[] = [];
  for (let walk = arrivals.take(); walk !== undefined; walk = arrivals.take()) {
    const { journey, variables, stage, dueMs } = walk;
    all.push([dueMs.toFixed(6).padStart(12), stage.name, journey.name, variables.get('iteration'), variables.get('users.id')].join(' '));
  }
  return all;
}

it.each([2, 3, 7])('the shares of %i threads are the whole, none sent twice', async (of) => {
  const whole = await taken();
  expect(whole.length).toBeGreaterThan(90);
  const shares = await Promise.all(Array.from({ length: of }, (_, index) => taken({ index, of })));
  expect(shares.flat().toSorted()).toEqual(whole.toSorted());
  const sizes = shares.map(({ length }) => length);
  expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
});
