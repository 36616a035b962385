// The report for GitHub: a table to skim, the evidence folded below it.

import type { Verdict } from '../checks/model.ts';
import { cleaned, shortened } from './clean.ts';
import { decisiveFindings, isOpen, openFindings } from './gate.ts';
import { fenceOf, frameworksOf, type WrittenFix, writtenFixes } from './idioms.ts';
import { comparisonBlock } from './markdown-comparison.ts';
import { ratchetBlocks } from './markdown-ratchet.ts';
import { code, codeBlock, codeInTable, html, prose, tidied } from './markdown-text.ts';
import { checkPage } from './references.ts';
import type { RenderOptions } from './render-options.ts';
import type { Report, ReportFinding, ReportResult } from './report.ts';
import { counted, ladder, nextSteps, notLookedAt, placeLabel, tierNote, verdictSentence, wasLookedAt, worstFirst } from './summary.ts';

const symbols: Readonly<Record<Verdict, string>> = { pass: '✅', fail: '❌', inconclusive: '⚪', 'not-applicable': '➖' };
const shownFindings = 50;

export function renderMarkdown(report: Report, options: RenderOptions): string {
  const { result, text } = verdictSentence(report);
  const symbol = { passed: '✅', 'not-passed': '❌', 'nothing-checked': '⚪' }[result];
  const note = tierNote(report);
  const results = worstFirst(report.results);
  const problems = results.filter((each) => wasLookedAt(each) && isOpen(each));
  const blocks = [
    [`# ${symbol} ${prose(text)}`],
    [tierLine(report)],
    note === undefined ? [] : [`${prose(note)}.`],
    results.length === 0 ? [] : ['| | Check | Tier | Seen |', '| --- | --- | --- | --- |', ...results.map(row)],
    ...problems.map((each) => details(report, each, options)),
    comparisonBlock(report),
    ...ratchetBlocks(report),
    listed('Not looked at', notLooked(report)),
    listed('Coverage', coverage(report)),
    listed(
      'To look at more',
      nextSteps(report).map(({ flag, does, checks }) => `${code(flag)} ${does} (${counted(checks, 'check')})`),
    ),
    [`<sub>${html(report.tool.name)} ${html(report.tool.version)}, ${html(report.startedAt)}</sub>`],
  ];
  return `${tidied(blocks).join('\n\n')}\n`;
}

function tierLine(report: Report): string {
  const symbolOf = { reached: '✅', missed: '❌', unsaid: '➖' };
  return ladder(report)
    .map(({ tier, state, good, total }) => `${symbolOf[state]} **${tier}** ${total === 0 ? 'not run' : `${good}/${total}`}`)
    .join(' → ');
}

function row(result: ReportResult): string {
  const open = openFindings(result);
  const findings = open.length > 0 ? open : decisiveFindings(result);
  const [first] = findings;
  const more = findings.length > 1 ? ` (+${findings.length - 1})` : '';
  const seen =
    first === undefined
      ? prose(shortened(result.because ?? '', 160))
      : `${codeInTable(shortened(placeLabel(first.place), 120))} ${prose(shortened(first.message, 160))}${more}`;
  return `| ${symbols[result.verdict]} ${result.verdict}${isBad(result) && !isOpen(result) ? ', accepted' : ''} | ${codeInTable(result.id)} | ${result.tier} | ${seen} |`;
}

const isBad = ({ verdict }: ReportResult): boolean => verdict === 'fail' || verdict === 'inconclusive';

function details(report: Report, result: ReportResult, { detail, guides }: RenderOptions): readonly string[] {
  const page = checkPage(report, result.id);
  const guide = guides.find(({ id }) => id === result.id);
  const findings = result.verdict === 'fail' ? openFindings(result) : decisiveFindings(result);
  const shown = detail === 'verbose' ? findings : findings.slice(0, shownFindings);
  const count = findings.length === 0 ? '' : ` (${counted(findings.length, 'finding')})`;
  return [
    '<details>',
    `<summary>${symbols[result.verdict]} ${html(result.id)}: ${result.verdict}${count}</summary>`,
    '',
    `${prose(result.title)}.`,
    '',
    ...(result.because === undefined ? [] : [`- ${prose(result.because)}`]),
    ...shown.flatMap(findingLines),
    ...(shown.length < findings.length ? [`- and ${findings.length - shown.length} more`] : []),
    ...otherWitnesses(result),
    ...(guide === undefined
      ? []
      : [
          '',
          ...(result.verdict === 'fail'
            ? [`**Fix:** ${cleaned(guide.fix)}`, '', ...writtenFixes(guide.idioms, frameworksOf(report)).flatMap(fixBlock)]
            : []),
          `**Why:** ${cleaned(guide.why)}`,
        ]),
    ...(page === undefined ? [] : ['', `[More on this check](${page})`]),
    '',
    '</details>',
  ];
}

const fixBlock = ({ idiom, name, lines }: WrittenFix): readonly string[] => [
  `In ${name}:`,
  '',
  `\`\`\`${fenceOf(idiom)}`,
  ...lines,
  '```',
  '',
];

function findingLines({ place, message, related }: ReportFinding): readonly string[] {
  return [
    `- ${code(placeLabel(place))} ${prose(message)}`,
    ...(related ?? []).map((each) => `  - also ${code(placeLabel(each))}`),
    ...(place.kind === 'request' ? ['', ...codeBlock(place.curl, '  '), ''] : []),
  ];
}

function otherWitnesses({ verdict, answers }: ReportResult): readonly string[] {
  return answers
    .filter((answer) => answer.looked && answer.verdict !== verdict && answer.verdict !== 'not-applicable')
    .map(({ evidence, verdict: said, because, findings: [first] }) => {
      const seen = first === undefined ? prose(because ?? '') : `${code(placeLabel(first.place))} ${prose(first.message)}`;
      return `- ${symbols[said]} ${evidence} alone: ${said}: ${seen}`;
    });
}

function notLooked(report: Report): readonly string[] {
  return notLookedAt(report).map(
    ({ id, evidence, because }) => `${code(id)}${evidence === undefined ? '' : ` (${evidence})`}: ${prose(because)}`,
  );
}

function coverage({ coverage: { checksRun, files, limitsReached }, results }: Report): readonly string[] {
  return [
    `${checksRun} of ${counted(results.length, 'check')} looked at, ${counted(files.read, 'source file')} of the service read`,
    ...files.leftOut.map(
      ({ reason, files: count, examples: [example] }) =>
        `left out: ${counted(count, 'file')}: ${prose(reason)}${example === undefined ? '' : `, such as ${code(example)}`}`,
    ),
    ...files.unreadable.map(({ path, because }) => `not read: ${code(path)}: ${prose(because)}`),
    ...limitsReached.map((limit) => `limit reached: ${prose(limit)}`),
  ];
}

function listed(title: string, items: readonly string[]): readonly string[] {
  return items.length === 0 ? [] : [`## ${title}`, '', ...items.map((item) => `- ${item}`)];
}
