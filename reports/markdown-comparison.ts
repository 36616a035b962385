// What changed since an earlier run, in Markdown.
import { shortened } from './clean.ts';
import { comparisonSentence, verdictChange } from './comparison.ts';
import { code, prose } from './markdown-text.ts';
import type { ComparedFinding, Report } from './report.ts';

const shown = 50;

/** Lines of one section; none where nothing was compared. */
export function comparisonBlock({ comparison }: Report): readonly string[] {
  if (comparison === undefined) return [];
  const { with: earlier, checks, added, fixed } = comparison;
  return [
    '## Since the run before',
    '',
    `${prose(comparisonSentence(comparison))}; compared with ${prose(earlier.startedAt)} (${prose(earlier.version)}, tier reached then: ${earlier.tierReached ?? 'none'}).`,
    '',
    ...checks.map((each) => `- ${code(each.id)}: ${verdictChange(each)}`),
    ...listed('new', added),
    ...listed('fixed', fixed),
  ];
}

const listed = (word: string, findings: readonly ComparedFinding[]): readonly string[] => [
  ...findings
    .slice(0, shown)
    .map(({ check, place, message }) => `- ${word}: ${code(check)} ${code(shortened(place, 200))} ${prose(shortened(message, 200))}`),
  ...(findings.length > shown ? [`- and ${findings.length - shown} more ${word}`] : []),
];
