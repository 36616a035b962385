import { ts } from 'ts-morph';
import { expect, test } from 'vitest';
import { compiler } from './compiler.ts';

test('it is the very compiler of ts-morph, not a second one beside it', () => {
  expect(compiler().version).toBe(ts.version);
  expect(compiler().createSourceFile).toBe(ts.createSourceFile);
});
