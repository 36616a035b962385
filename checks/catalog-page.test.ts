import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { catalog } from './catalog/index.ts';
import { catalogPage } from './catalog-page.ts';

test('CATALOG.md says what the checks say (npm run catalog writes it)', () => {
  expect(readFileSync(join(import.meta.dirname, 'CATALOG.md'), 'utf8')).toBe(catalogPage(catalog));
});
