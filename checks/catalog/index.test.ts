// The index and the folders say the same.
import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { Check } from '../model.ts';
import { catalog } from './index.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const folders = readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(`${here}${entry.name}/check.ts`))
  .map((entry) => entry.name)
  .toSorted();

test('every folder with a check is listed, and nothing else', () => {
  expect(catalog.map(({ id }) => id).toSorted()).toEqual(folders);
});

test.each(folders)('%s carries the name of its folder', async (folder) => {
  const module: { default: Check } = await import(`./${folder}/check.ts`);
  expect(module.default.id).toBe(folder);
  expect(catalog).toContain(module.default);
});

test.each(catalog)('$id says why, how to fix it, and asks for some evidence', (check) => {
  expect(check.id).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
  expect(check.why.length).toBeGreaterThan(20);
  expect(check.fix).toMatch(/^[A-Z]/);
  expect(check.refs.length).toBeGreaterThan(0);
  expect(Object.keys(check.judge).length).toBeGreaterThan(0);
});
