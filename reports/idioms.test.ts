// The fix in the target's own framework: the nearest that is written, and code that can be read as what it says to be.
import { describe, expect, test } from 'vitest';
import { catalog } from '../checks/catalog/index.ts';
import { lowerPython } from '../checks/evidence/code/python.ts';
import { lowerTypeScript } from '../checks/evidence/code/typescript.ts';
import { allWrittenFixes, fenceOf, writtenFixes } from './idioms.ts';

const named = (...frameworks: readonly string[]) =>
  writtenFixes({ koa: 'a', node: 'b', fastapi: 'c', python: 'd', sql: 'e' }, frameworks).map(({ name }) => name);

describe('the fix as it is written', () => {
  test.each<[readonly string[], readonly string[]]>([
    [['koa'], ['Koa', 'SQL']],
    [['express'], ['Node', 'SQL']],
    [['starlette'], ['FastAPI', 'SQL']],
    [['django'], ['Python', 'SQL']],
    [
      ['express', 'fastify', 'fastapi'],
      ['Node', 'FastAPI', 'SQL'],
    ],
    [['something new'], ['SQL']],
  ])('for %s', (frameworks, expected) => {
    expect(named(...frameworks)).toEqual(expected);
  });

  test('a check without any has none', () => {
    expect(writtenFixes(undefined, ['koa'])).toEqual([]);
    expect(allWrittenFixes(undefined)).toEqual([]);
  });
});

describe('every fix that the catalog writes', () => {
  test('is there: no check is without one', () => {
    expect(catalog.filter(({ idioms }) => allWrittenFixes(idioms).length === 0).map(({ id }) => id)).toEqual([]);
  });
  // Parts of a class or of a list stand as they stand in their file: what they are parts of is put round them.
  const readings = (code: string) => [code, `x = {\n${code}\n}`, `x(${code})`, `class X {\n${code}\n}`];
  const isRead = (code: string) => !('unreadable' in lowerTypeScript('a.ts', code));
  const all = catalog.flatMap(({ id, idioms }) => allWrittenFixes(idioms).map((each) => [id, each.idiom, each.lines.join('\n')] as const));

  test('is code: what is none is told apart', () => {
    expect(isRead('app.use(')).toBe(false);
    expect(lowerPython('a.py', 'def f(\n')).toHaveProperty('unreadable');
  });
  test.each(all.filter(([, idiom]) => fenceOf(idiom) === 'js'))('%s in %s is JavaScript', (_, __, code) => {
    expect(readings(code).some(isRead)).toBe(true);
  });
  test.each(all.filter(([, idiom]) => fenceOf(idiom) === 'python'))('%s in %s is Python', (_, __, code) => {
    expect(lowerPython('a.py', `${code}\n`)).not.toHaveProperty('unreadable');
  });
});
