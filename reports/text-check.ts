// How one check reads in the terminal.

import type { ChalkInstance } from 'chalk';
import type { Place, Verdict } from '../checks/model.ts';
import { cleaned, shortened } from './clean.ts';
import { decisiveFindings, openFindings } from './gate.ts';
import { type WrittenFix, writtenFixes } from './idioms.ts';
import type { RenderOptions } from './render-options.ts';
import type { ReportAnswer, ReportFinding, ReportResult } from './report.ts';
import { placeLabel } from './summary.ts';
import { commandLines, fitted, flow } from './text-lines.ts';

const shownFindings = 10;
const longestMessage = 400;
const brieflyShown = 3;
const longestBrief = 120;

export const symbols: Readonly<Record<Verdict, string>> = { pass: '✓', fail: '✗', inconclusive: '?', 'not-applicable': '–' };

export function painter(colour: ChalkInstance, verdict: Verdict): (text: string) => string {
  const paint = { pass: colour.green, fail: colour.red, inconclusive: colour.yellow, 'not-applicable': colour.dim }[verdict];
  return (text) => paint(text);
}

export interface Known {
  /** The check's own page. */
  readonly page: string | undefined;
  /** Of the target. */
  readonly frameworks: readonly string[];
}

/** A check that did not pass: everything needed to act on it. */
export function problemBlock(result: ReportResult, options: RenderOptions, { page, frameworks }: Known): readonly string[] {
  const { width, colour, guides } = options;
  const guide = guides.find(({ id }) => id === result.id);
  const failing = result.verdict === 'fail';
  return [
    ...heading(result, options),
    ...(result.because === undefined ? [] : flow('    ', cleaned(result.because), 4, width)),
    ...findingLines(failing ? openFindings(result) : decisiveFindings(result), options),
    ...acceptedLine(result),
    ...result.answers.flatMap((answer) => otherWitness(answer, result, options)),
    ...(failing && guide !== undefined ? flow('    fix:', cleaned(guide.fix), 9, width) : []),
    ...(failing && options.detail === 'verbose' ? writtenFixes(guide?.idioms, frameworks).flatMap(codeLines) : []),
    ...(guide === undefined ? [] : flow('    why:', cleaned(guide.why), 9, width).map((line) => colour.dim(line))),
    ...(page === undefined ? [] : [colour.dim(`    more: ${page}`)]),
  ];
}

/** A check that did not pass and was not asked for by this gate: what it is about and where, for another day. */
export function briefBlock(result: ReportResult, options: RenderOptions): readonly string[] {
  const { width, colour } = options;
  const findings = result.verdict === 'fail' ? openFindings(result) : decisiveFindings(result);
  const shown = findings.slice(0, brieflyShown).map((each) => ({ message: each.message, place: each.place }));
  return [
    `${painter(colour, result.verdict)(`${symbols[result.verdict]} ${cleaned(result.id)}`)} (${result.tier})`,
    ...(result.because === undefined ? [] : [`    ${fitted(cleaned(result.because), width - 4)}`]),
    ...shown.flatMap(({ place, message }) => placed(place, cleaned(shortened(message, longestBrief)), width, colour)),
    ...(findings.length > shown.length ? [`    … and ${findings.length - shown.length} more`] : []),
  ];
}

const codeLines = ({ name, lines }: WrittenFix): readonly string[] => [
  `         in ${name}:`,
  ...lines.map((line) => `           ${line}`.trimEnd()),
];

function acceptedLine(result: ReportResult): readonly string[] {
  const count = decisiveFindings(result).length - openFindings(result).length;
  return result.verdict === 'fail' && count > 0 ? [`    … and ${count} accepted before, below`] : [];
}

function heading(result: ReportResult, { width, colour }: RenderOptions): readonly string[] {
  const lead = `${symbols[result.verdict]} ${cleaned(result.id)}: ${result.verdict}`;
  const [first = '', ...rest] = flow(lead, `· ${cleaned(result.title)}`, 4, width);
  return [colour.bold(painter(colour, result.verdict)(lead)) + first.slice(lead.length), ...rest];
}

function findingLines(findings: readonly ReportFinding[], { width, colour, detail }: RenderOptions): readonly string[] {
  const shown = detail === 'verbose' ? findings : findings.slice(0, shownFindings);
  const more = findings.length - shown.length;
  return [
    ...shown.flatMap(({ message, place, related }) => [
      ...placed(place, cleaned(detail === 'verbose' ? message : shortened(message, longestMessage)), width, colour),
      ...(related ?? []).flatMap((each) => flow('      also', cleaned(placeLabel(each)), 8, width).map((line) => colour.dim(line))),
      ...(place.kind === 'request' ? commandLines(cleaned(place.curl), 6, width).map((line) => colour.dim(line)) : []),
    ]),
    ...(more > 0 ? [`    … and ${more} more (--verbose)`] : []),
  ];
}

function placed(place: Place, message: string, width: number, colour: ChalkInstance): readonly string[] {
  const label = cleaned(placeLabel(place));
  const [first = '', ...rest] = flow(`    ${label}  `, message, 6, width);
  return [`    ${colour.cyan(label)}${first.slice(4 + label.length)}`, ...rest];
}

// What another kind of evidence said, where it does not carry the verdict: unanswered, or content with what fails elsewhere.
function otherWitness(answer: ReportAnswer, { verdict }: ReportResult, { width, colour }: RenderOptions): readonly string[] {
  if (!answer.looked || answer.verdict === verdict || answer.verdict === 'not-applicable') return [];
  const [finding] = answer.findings;
  const said = finding === undefined ? (answer.because ?? '') : `${placeLabel(finding.place)} ${finding.message}`;
  const lead = `    ${symbols[answer.verdict]} ${answer.evidence} alone: ${answer.verdict}:`;
  const [first = '', ...rest] = flow(lead, cleaned(said), 6, width);
  return [painter(colour, answer.verdict)(lead) + first.slice(lead.length), ...rest];
}

/** A check that passed or does not apply: one line with what was seen, or all of it. */
export function contentLines(result: ReportResult, options: RenderOptions): readonly string[] {
  const findings = decisiveFindings(result);
  if (options.detail === 'verbose' && findings.length > 0) return [...heading(result, options), ...findingLines(findings, options)];
  const lead = `${symbols[result.verdict]} ${cleaned(result.id)}`;
  const [finding] = findings;
  const more = findings.length > 1 ? ` (+${findings.length - 1})` : '';
  const seen = finding === undefined ? (result.because ?? '') : `${finding.message}  ${placeLabel(finding.place)}`;
  const line = `${lead}  ${fitted(cleaned(seen), Math.max(20, options.width - lead.length - 2 - more.length))}${more}`;
  return [painter(options.colour, result.verdict)(lead) + line.slice(lead.length)];
}
