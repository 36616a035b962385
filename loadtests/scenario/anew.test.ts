// Runs one after the other: what must be new is new, what must go on goes on.
import { expect, it } from 'vitest';
import { anew } from './anew.ts';
import { inlineScenario } from './read.ts';

const scenario = {
  name: 'again',
  url: 'http://127.0.0.1:1',
  feeds: {
    users: { count: 3, order: 'once' as const },
    words: { rows: [{ text: 'a' }, { text: 'b' }] },
  },
  journeys: [{ name: 'one', steps: [{ request: 'GET /{{users.number}}/{{users.newId}}/{{users.id}}/{{words.text}}/{{run}}' }] }],
  stages: [{ duration: '1s', rate: 1 }],
};

it('makes new ids for the next run, and goes on with the rows', async () => {
  const read = await inlineScenario(scenario);
  if ('problem' in read) throw new Error(read.problem);
  const pathOf = (plan: typeof read.plan, iteration: number) => {
    const [step] = plan.journeys[0]?.steps ?? [];
    return step?.build(plan.variables(iteration)).path.split('/').slice(1) ?? [];
  };
  const first = pathOf(read.plan, 1);
  const next = await anew(read, read.plan);
  if ('problem' in next) throw new Error(next.problem);
  const second = pathOf(next, 1);
  expect([first[0], first[3], second[0], second[3]]).toEqual(['1', 'a', '2', 'b']);
  expect(second[2]).toMatch(/2$/);
  const rows = [read.plan, next].map(
    (plan) =>
      plan
        .shared?.()
        .feeds.get('users')
        ?.rows.map(({ newId }) => newId) ?? [],
  );
  expect(new Set(rows.flat()).size).toBe(6);
  expect(second[4]).not.toBe(first[4]);
  expect(next.journeysLeft?.()).toBe(1);
});
