import { expect, test } from 'vitest';
import { makeMemory } from './program.ts';

test('an answer that broke is asked for again: what stood for it meanwhile is none', () => {
  const memory = makeMemory();
  const about = {};
  const broken = (): string => {
    throw new RangeError('too deep');
  };
  expect(() => memory.once('queries', about, 'none so far', broken)).toThrow('too deep');
  expect(memory.once('queries', about, 'none so far', () => 'three')).toBe('three');
  expect(() => memory.onceNamed('names', 'app', about, 'none so far', broken)).toThrow('too deep');
  expect(memory.onceNamed('names', 'app', about, 'none so far', () => 'Koa')).toBe('Koa');
});

test('asked for again while it is being answered, what stands for it meanwhile is given', () => {
  const memory = makeMemory();
  const about = {};
  const seen: string[] = [];
  const again = (): string => memory.once('about itself', about, 'meanwhile', again);
  expect(
    memory.once('about itself', about, 'meanwhile', () => {
      seen.push(again());
      return 'answer';
    }),
  ).toBe('answer');
  expect(seen).toEqual(['meanwhile']);
});
