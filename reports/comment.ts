// The report as the one comment of a pull request: what is new, what is fixed, what this change may not decide by itself.
import { acceptedIn, baselineNotes, faultySuppressions, suppressionNote } from './acceptance.ts';
import { cleaned, shortened } from './clean.ts';
import { isOpen, openFindings } from './gate.ts';
import { fixedLines } from './markdown-ratchet.ts';
import { code, codeBlock, html, prose, tidied } from './markdown-text.ts';
import { checkPage } from './references.ts';
import type { RenderOptions } from './render-options.ts';
import type { Report, ReportFinding, ReportResult } from './report.ts';
import { counted, placeLabel, verdictSentence, wasLookedAt, worstFirst } from './summary.ts';

/** Invisible, and what the next run finds the comment by. */
export const commentMarker = '<!-- launchgate:audit -->';
// GitHub takes 65,536 characters; what is cut is said.
const longest = 65_000;
const shownFindings = 20;

export function renderComment(report: Report, options: Pick<RenderOptions, 'guides'>): string {
  const { result, text } = verdictSentence(report);
  const symbol = { passed: '✅', 'not-passed': '❌', 'nothing-checked': '⚪' }[result];
  const open = worstFirst(report.results.filter(isOpen));
  const accepted = acceptedIn(report).length;
  const fixed = fixedLines(report);
  const blocks = [
    [commentMarker, `### ${symbol} ${prose(text)}`],
    ...open.filter(({ verdict }) => verdict === 'fail').map((each) => failing(each, options, checkPage(report, each.id))),
    unanswered(open.filter((each) => each.verdict === 'inconclusive' && wasLookedAt(each))),
    fixed.length === 0 ? [] : [`#### Fixed: ${counted(fixed.length, 'finding')}`, '', ...fixed.map((line) => `- ${line}`)],
    suppressions(report),
    [`<sub>${footer(report, accepted)}</sub>`],
  ];
  return cut(tidied(blocks));
}

function failing(result: ReportResult, { guides }: Pick<RenderOptions, 'guides'>, page: string | undefined): readonly string[] {
  const findings = openFindings(result);
  const guide = guides.find(({ id }) => id === result.id);
  const shown = findings.slice(0, shownFindings);
  return [
    `**${page === undefined ? html(result.id) : `[${html(result.id)}](${page})`}** (${result.tier}): ${prose(result.title)}`,
    '',
    ...shown.flatMap(findingLines),
    ...(shown.length < findings.length ? [`- and ${findings.length - shown.length} more`] : []),
    ...(guide === undefined ? [] : ['', `Fix: ${cleaned(guide.fix)}`]),
  ];
}

const findingLines = ({ place, message }: ReportFinding): readonly string[] => [
  `- ${code(shortened(placeLabel(place), 200))} ${prose(shortened(message, 400))}`,
  ...(place.kind === 'request' ? ['', ...codeBlock(place.curl, '  '), ''] : []),
];

const unanswered = (results: readonly ReportResult[]): readonly string[] =>
  results.map(({ id, because }) => `- ⚪ ${code(id)} could not be answered: ${prose(shortened(because ?? '', 300))}`);

function suppressions(report: Report): readonly string[] {
  const items = [
    ...faultySuppressions(report).map(
      (each) => `- ${code(each.in)} ${each.checks.map(code).join(', ')}: ${prose(shortened(suppressionNote(each), 300))}`,
    ),
    ...baselineNotes(report).map((note) => `- ${prose(note)}`),
  ];
  return items.length === 0 ? [] : ['#### Suppressions to look at', '', ...items];
}

function footer({ tool, ratchet, tierReached }: Report, accepted: number): string {
  const parts = [
    `${html(tool.name)} ${html(tool.version)}`,
    `tier reached: ${tierReached ?? 'none'}`,
    ...(accepted === 0 ? [] : [`${accepted} accepted before`]),
    ...(ratchet?.from === undefined ? [] : [`baseline and suppressions of ${html(ratchet.from)}`]),
  ];
  return parts.join(' · ');
}

function cut(blocks: readonly string[]): string {
  const notice = '\n\nThis comment is cut; the report of the run holds all.\n';
  const kept: string[] = [];
  let used = notice.length;
  for (const block of blocks) {
    used += block.length + 2;
    if (used > longest) return `${kept.join('\n\n')}${notice}`;
    kept.push(block);
  }
  return `${kept.join('\n\n')}\n`;
}
