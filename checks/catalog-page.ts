// Writes CATALOG.md: every check in its own words, so that no page repeats by hand what a check says.
//   node checks/catalog-page.ts        rewrites checks/CATALOG.md
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalog } from './catalog/index.ts';
import type { Check, Tier } from './model.ts';

const tiers: readonly (readonly [tier: Tier, meaning: string])[] = [
  ['testflight', 'before the first outside tester'],
  ['app-store', 'before the store release'],
  ['post-launch', 'after the public launch'],
];
const witnesses: Readonly<Record<keyof Check['judge'], string>> = {
  code: 'the source',
  environment: 'the environment',
  boot: 'a start of the service',
  http: 'the running service',
  load: 'a load run',
  migrations: 'the migrations',
  database: 'the database',
  backup: 'a backup',
};

/** The page as it should stand: Markdown, with a final newline. */
export function catalogPage(checks: readonly Check[]): string {
  const sections = tiers.map(([tier, meaning]) => {
    const own = checks.filter((check) => check.tier === tier);
    return [`## ${tier}`, '', `Needed ${meaning}.`, '', ...own.flatMap(checkSection)].join('\n');
  });
  return ['# The checks', '', '<!-- Written by `npm run catalog` from the checks themselves. -->', '', ...sections].join('\n');
}

function checkSection({ id, title, why, fix, refs, judge }: Check): readonly string[] {
  const looks = Object.entries(witnesses).flatMap(([kind, words]) => (kind in judge ? [words] : []));
  return [
    `### ${id}`,
    '',
    `**${title}.** ${why}`,
    '',
    `- **Fix:** ${fix.replaceAll('\n', '\n  ')}`,
    `- **Looks at:** ${looks.join(', ')}`,
    `- **References:** ${refs.join(' · ')}`,
    '',
  ];
}

if (import.meta.main) writeFileSync(join(import.meta.dirname, 'CATALOG.md'), catalogPage(catalog));
