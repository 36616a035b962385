// Writes expected.json beside every target from its marks: node cli/e2e/write-expected.ts
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectationsOf, readMarks } from './marks.ts';

const targets = join(import.meta.dirname, 'targets');
for (const entry of readdirSync(targets, { withFileTypes: true })) {
  if (!entry.isDirectory()) continue;
  const dir = join(targets, entry.name);
  writeFileSync(join(dir, 'expected.json'), `${JSON.stringify(expectationsOf(readMarks(dir)), null, 2)}\n`);
}
