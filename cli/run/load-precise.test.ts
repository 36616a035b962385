// Where a processor may be given for being on time.
import { expect, it } from 'vitest';
import { preciseOf } from './load-precise.ts';

it('takes a processor where it is asked for and there is one', () => {
  expect(preciseOf({}, 8)).toEqual({});
  expect(preciseOf({ threads: 4 }, 1)).toEqual({});
  expect(preciseOf({ precise: true }, 2)).toEqual({ precise: true });
});

it.each([
  [{ precise: true, threads: 2 }, 8, 'for one thread'],
  [{ precise: true }, 1, 'this machine has one'],
] as const)('refuses %j on %i processors in one line', (flags, processors, because) => {
  expect(() => preciseOf(flags, processors)).toThrow(because);
});
