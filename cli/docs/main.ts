// `npm run docs [folder]`: writes the pages about the checks, dist/docs where no folder is named.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { checkPageHtml, indexHtml } from '../../reports/site/page.ts';
import { pagedChecks } from './read.ts';

const folder = resolve(process.argv[2] ?? join(import.meta.dirname, '..', '..', 'dist', 'docs'));
const checks = pagedChecks();
mkdirSync(join(folder, 'checks'), { recursive: true });
writeFileSync(join(folder, 'index.html'), indexHtml(checks));
for (const check of checks) writeFileSync(join(folder, 'checks', `${check.id}.html`), checkPageHtml(check, checks));
process.stdout.write(`${checks.length + 1} pages in ${folder}\n`);
