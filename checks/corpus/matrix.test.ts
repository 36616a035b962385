// The matrix counts what is wrong as well as what is right.
import { expect, test } from 'vitest';
import { catalog } from '../catalog/index.ts';
import { casesOf } from './case.ts';
import { markdown, matrixOf, precision, type Row, recall } from './matrix.ts';

const row = (found: number, missed: number, wrong: number): Row => ({
  check: 'cors-restricted',
  language: 'Python',
  faulty: { found, missed },
  sound: { cleared: 3, accused: wrong },
  open: { told: 0, decided: 0 },
  lines: { found, missed, wrong },
});

test('precision is the share of findings that are right, recall the share of faulty lines found', () => {
  expect(precision([row(9, 3, 1)])).toBe(0.9);
  expect(recall([row(9, 3, 1)])).toBe(0.75);
  expect(precision([row(0, 0, 0)])).toBeUndefined();
  expect(markdown([row(9, 3, 1)])).toContain('| `cors-restricted` | Python | 9 / 3 | 3 / 1 | 0 / 0 | 9 | 1 | 3 | 0.900 | 0.750 |');
});

test('a judge that says nothing misses every faulty case, and one that fails everything accuses every sound one', () => {
  const [check] = catalog.filter(({ id }) => id === 'cors-restricted');
  if (check === undefined) throw new Error('the check is gone');
  const cases = casesOf(check).filter(({ language }) => language === 'Python');
  const count = (...wanted: readonly string[]): number => cases.filter((each) => wanted.includes(each.wanted)).length;
  const blind = matrixOf([{ ...check, judge: { code: () => ({ verdict: 'not-applicable', because: 'blind' }) } }]);
  expect(blind.find(({ language }) => language === 'Python')).toMatchObject({
    faulty: { found: 0, missed: count('fail') },
    lines: { found: 0 },
  });
  const place = { kind: 'file', path: 'main.py', line: 9_999, column: 1 } as const;
  const harsh = matrixOf([{ ...check, judge: { code: () => ({ verdict: 'fail', findings: [{ message: 'bad', place }] }) } }]);
  expect(harsh.find(({ language }) => language === 'Python')?.sound).toEqual({ cleared: 0, accused: count('pass', 'not-applicable') });
  expect(precision(harsh)).toBe(0);
});
