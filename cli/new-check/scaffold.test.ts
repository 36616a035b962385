// The template becomes a check of its folder, and the catalog stays a module.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkFrom, problemWith, withCheck } from './scaffold.ts';
import template from './template.ts';

test('the template is a check itself', () => {
  expect(Object.keys(template.judge)).toEqual(['code']);
});

test('id, tier and imports fit the new folder', () => {
  const text = checkFrom(readFileSync(new URL('template.ts', import.meta.url), 'utf8'), 'logs-kept', 'app-store');
  expect(text).toContain("id: 'logs-kept'");
  expect(text).toContain("tier: 'app-store'");
  expect(text.match(/from '.*'/g)).toEqual(["from '../../answer.ts'", "from '../../model.ts'"]);
});

test.each([
  ['an empty catalog', 'export const catalog: readonly Check[] = [];'],
  ['a catalog on one line', 'export const catalog: readonly Check[] = [one, two];'],
  ['a catalog on many', 'export const catalog: readonly Check[] = [\n  one,\n  two,\n];'],
])('%s gains one entry', (_, list) => {
  const index = `import type { Check } from '../model.ts';\n\n${list}\n`;
  const grown = withCheck(index, 'logs-kept');
  expect(grown).toContain("import logsKept from './logs-kept/check.ts';");
  expect(grown).toMatch(/= \[\n(?: {2}one,\n {2}two,\n)? {2}logsKept,\n\];/);
});

test('imports stay in order', () => {
  const index = "import type { Check } from '../model.ts';\nimport a from './a-b/check.ts';\nimport z from './z-z/check.ts';\n";
  expect(
    withCheck(index, 'logs-kept')
      .split('\n')
      .map((line) => line.split("'")[1]),
  ).toEqual(['../model.ts', './a-b/check.ts', './logs-kept/check.ts', './z-z/check.ts', undefined]);
});

test.each([
  ['', 'testflight'],
  ['Logs', 'testflight'],
  ['logs-kept', 'beta'],
])('%j in %j is refused', (id, tier) => {
  expect(problemWith(id, tier)).toBeTypeOf('string');
});
