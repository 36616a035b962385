// What somebody meant, and nothing where nothing is near.
import { expect, test } from 'vitest';
import { nearest } from './nearest.ts';

const words = ['audit', 'checks', 'explain', 'cors-restricted', 'rate-limit-enforced'];
test.each([
  ['adit', 'audit'],
  ['AUDIT', 'audit'],
  ['check', 'checks'],
  ['cors', 'cors-restricted'],
  ['cors-restrict', 'cors-restricted'],
  ['rate-limit', 'rate-limit-enforced'],
  ['zzzzzzzzz', undefined],
])('%s → %s', (given, meant) => {
  expect(nearest(given, words)).toBe(meant);
});
