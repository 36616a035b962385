// Hostile texts for the reader of environment files; real files are read in gather.test.ts.
import { expect, test } from 'vitest';
import { parseEnvironment } from './parse.ts';

test.each(['\n', ' ', '#', 'A="b\n', "A='\\'", 'A', 'export '])('a megabyte of %j is read in no time', (text) => {
  const begun = performance.now();
  const parsed = parseEnvironment(Buffer.from(text.repeat((1024 * 1024) / text.length)));
  expect(parsed).not.toHaveProperty('problem');
  expect(performance.now() - begun).toBeLessThan(3_000);
});

test('text with NUL bytes is no environment file', () => {
  expect(parseEnvironment(Buffer.from('A=1\0'))).toEqual({ problem: 'is not UTF-8 text' });
});
