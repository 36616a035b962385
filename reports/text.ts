// The report for a terminal: the verdict first, then the worst, then what is fine, then what nobody looked at.

import { cleaned } from './clean.ts';
import { comparisonSentence, verdictChange } from './comparison.ts';
import { isOpen, openFindings, resultsUpTo } from './gate.ts';
import { frameworksOf } from './idioms.ts';
import { checkPage } from './references.ts';
import type { RenderOptions } from './render-options.ts';
import type { Report, ReportResult } from './report.ts';
import {
  counted,
  ladder,
  nextSteps,
  notLookedAt,
  placeLabel,
  type Rung,
  tierNames,
  tierNote,
  verdictSentence,
  wasLookedAt,
  worstFirst,
} from './summary.ts';
import { briefBlock, contentLines, painter, problemBlock } from './text-check.ts';
import { fitted, flow } from './text-lines.ts';
import { loadLines } from './text-load.ts';
import { ratchetBlocks } from './text-ratchet.ts';

export function renderText(report: Report, options: RenderOptions): string {
  if (options.detail === 'quiet') return quiet(report, options);
  const looked = worstFirst(report.results.filter(wasLookedAt));
  const problems = looked.filter(isOpen);
  const content = looked.filter(({ verdict }) => verdict === 'pass' || verdict === 'not-applicable');
  const { colour, detail } = options;
  const asked = detail === 'verbose' ? problems : resultsUpTo(report.gate, problems);
  const blocks = [
    header(report, options),
    ...asked.map((result) => problemBlock(result, options, { page: checkPage(report, result.id), frameworks: frameworksOf(report) })),
    titled(
      beyond(report),
      briefLines(
        problems.filter((result) => !asked.includes(result)),
        options,
      ),
      colour.bold,
    ),
    content.length === 0 ? [] : content.flatMap((result) => contentLines(result, options)),
    titled('Under load', loadLines(report, options), colour.bold),
    titled('Since the run before', comparisonLines(report, options.width), colour.bold),
    ...ratchetBlocks(report, options),
    titled('Not looked at', notLookedLines(report, options.width), colour.bold),
    titled('Coverage', coverageLines(report, options), colour.bold),
    titled('To look at more', nextStepLines(report, options.width), colour.bold),
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

const beyond = ({ gate }: Report): string => `Beyond ${tierNames[gate]}, in brief (--gate post-launch or --verbose: in full)`;

const briefLines = (results: readonly ReportResult[], options: RenderOptions): readonly string[] =>
  results.flatMap((result) => briefBlock(result, options));

function quiet(report: Report, options: RenderOptions): string {
  const failing = worstFirst(report.results).filter(({ verdict }) => verdict === 'fail');
  const lines = failing.flatMap((result) =>
    openFindings(result).map(({ place, message }) => `${cleaned(placeLabel(place))} ${cleaned(result.id)}: ${cleaned(message)}`),
  );
  return `${[...lines, ...verdictLines(report, options)].join('\n')}\n`;
}

function header(report: Report, options: RenderOptions): readonly string[] {
  const { tool, target } = report;
  const subject = [target.path, target.url, target.start].filter((part) => part !== undefined);
  const lead = `${cleaned(tool.name)} ${cleaned(tool.version)}`;
  const [first = '', ...rest] = flow(lead, ['', ...subject.map(cleaned)].join(' · ').trimStart(), 4, options.width);
  return [
    options.colour.bold(lead) + first.slice(lead.length),
    ...rest,
    '',
    ...verdictLines(report, options),
    ...rungLines(report, options),
  ];
}

function verdictLines(report: Report, { colour, width }: RenderOptions): readonly string[] {
  const { result, text } = verdictSentence(report);
  const verdict = result === 'passed' ? 'pass' : result === 'not-passed' ? 'fail' : 'inconclusive';
  const symbol = { passed: '✓', 'not-passed': '✗', 'nothing-checked': '?' }[result];
  return flow(symbol, `${text}.`, 2, width).map((line) => colour.bold(painter(colour, verdict)(line)));
}

function rungLines(report: Report, { colour, width }: RenderOptions): readonly string[] {
  const shown = ladder(report).map((rung) => rungLabel(rung));
  const note = tierNote(report);
  const because = note === undefined ? [] : flow('  ', `${cleaned(note)}.`, 2, width);
  return [...flow('  ', `${shown.join('  →  ')}`, 2, width), ...because.map((line) => colour.dim(line))];
}

function rungLabel({ tier, state, good, total }: Rung): string {
  const symbol = { reached: '✓', missed: '✗', unsaid: '–' }[state];
  return `${symbol} ${tier} ${total === 0 ? 'not run' : `${good}/${total}`}`;
}

function titled(title: string, lines: readonly string[], paint: (text: string) => string): readonly string[] {
  return lines.length === 0 ? [] : [paint(title), ...lines];
}

// More than this many left out for one reason are counted: they were not part of the run at all.
const mostNamed = 20;

function notLookedLines(report: Report, width: number): readonly string[] {
  const groups = Map.groupBy(notLookedAt(report), ({ because, evidence }) => `${evidence === undefined} ${because}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first !== undefined && first.evidence === undefined && group.length > mostNamed) {
      return flow(`  – ${counted(group.length, 'check')}:`, cleaned(first.because), 6, width);
    }
    return group.flatMap(({ id, evidence, because }) =>
      flow(`  – ${cleaned(id)}${evidence === undefined ? '' : ` (${evidence})`}:`, cleaned(because), 6, width),
    );
  });
}

function coverageLines({ target, coverage, results }: Report, { width, detail }: RenderOptions): readonly string[] {
  const { files, limitsReached, checksRun } = coverage;
  const units = target.units.map(({ root, frameworks }) => `${root === '' ? '.' : root} (${frameworks.join(', ')})`);
  const asked = results.length;
  const unreadable = detail === 'verbose' ? files.unreadable : files.unreadable.slice(0, 10);
  const moreUnreadable = files.unreadable.length - unreadable.length;
  return [
    ...flow(
      '  ',
      `${checksRun} of ${counted(asked, 'check')} looked at; ${counted(files.read, 'source file')} of the service read.`,
      4,
      width,
    ),
    ...(units.length === 0 ? [] : flow('  services:', cleaned(units.join(', ')), 4, width)),
    ...files.leftOut.flatMap(({ reason, files: count, examples }) =>
      flow(`  left out:`, cleaned(`${counted(count, 'file')}: ${reason}${exampleList(examples, count)}`), 4, width),
    ),
    ...unreadable.flatMap(({ path, because }) => flow('  not read:', cleaned(`${path}: ${because}`), 4, width)),
    ...(moreUnreadable > 0 ? [`  not read: ${moreUnreadable} more (--verbose)`] : []),
    ...limitsReached.flatMap((limit) => flow('  limit reached:', cleaned(limit), 4, width)),
  ];
}

function exampleList(examples: readonly string[], count: number): string {
  const shown = examples.slice(0, 2).map((example) => fitted(example, 60));
  return shown.length === 0 ? '' : ` (${shown.join(', ')}${count > shown.length ? ', …' : ''})`;
}

function nextStepLines(report: Report, width: number): readonly string[] {
  return nextSteps(report).flatMap(({ flag, does, checks }) => flow(`  ${flag}`, `${does} (${counted(checks, 'check')})`, 4, width));
}

function comparisonLines({ comparison }: Report, width: number): readonly string[] {
  if (comparison === undefined) return [];
  const { with: earlier, checks, added, fixed } = comparison;
  const lines = (symbol: string, findings: typeof added): readonly string[] =>
    findings
      .slice(0, 10)
      .flatMap(({ check, place, message }) => flow(`  ${symbol} ${cleaned(check)}`, cleaned(`${place} ${message}`), 6, width));
  return [
    ...flow('  ', cleaned(`${comparisonSentence(comparison)}; compared with ${earlier.startedAt}.`), 2, width),
    ...checks.flatMap((each) => flow(`  ${cleaned(each.id)}:`, verdictChange(each), 4, width)),
    ...lines('+', added),
    ...lines('✓', fixed),
  ];
}
