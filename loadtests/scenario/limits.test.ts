// What counts for all requests of a scenario, and what is refused.
import { expect, it } from 'vitest';
import { limitsOf } from './limits.ts';
import { scenarioSchema } from './schema.ts';

const scenario = {
  name: 'limits',
  url: 'http://127.0.0.1',
  journeys: [{ name: 'one', steps: [{ request: 'GET /' }] }],
  stages: [{ duration: '1s', rate: 1 }],
};

it('has usual values, and takes those that are written', () => {
  expect(limitsOf({})).toEqual({ timeoutMs: 10_000, connections: 500, togetherMs: 0 });
  expect(limitsOf({ timeout: '2s', connections: 9, together: '10ms' })).toEqual({ timeoutMs: 2000, connections: 9, togetherMs: 10 });
});

it.each([
  ['10ms', true],
  ['100ms', true],
  ['101ms', false],
  ['often', false],
])('together: %s is taken: %s', (together, taken) => {
  expect(scenarioSchema.safeParse({ ...scenario, together }).success).toBe(taken);
});
