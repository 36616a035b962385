// Colour: what the user says, then the variables, then what the stream is.
import { expect, test } from 'vitest';
import { wantsColour } from './terminal.ts';

test.each([
  ['a terminal', undefined, {}, true, true],
  ['a pipe', undefined, {}, false, false],
  ['a dumb terminal', undefined, { TERM: 'dumb' }, true, false],
  ['NO_COLOR', undefined, { NO_COLOR: '1' }, true, false],
  ['an empty NO_COLOR says nothing', undefined, { NO_COLOR: '' }, true, true],
  ['FORCE_COLOR in a pipe', undefined, { FORCE_COLOR: '1' }, false, true],
  ['FORCE_COLOR=0 in a terminal', undefined, { FORCE_COLOR: '0' }, true, false],
  ['NO_COLOR wins over FORCE_COLOR', undefined, { NO_COLOR: '1', FORCE_COLOR: '1' }, true, false],
  ['--no-color wins over FORCE_COLOR', false, { FORCE_COLOR: '1' }, true, false],
  ['--color=always wins over NO_COLOR', 'always', { NO_COLOR: '1' }, false, true],
  ['--color=never', 'never', {}, true, false],
])('%s', (_, flag, environment, isTerminal, colour) => {
  expect(wantsColour(flag, environment, isTerminal)).toBe(colour);
});
