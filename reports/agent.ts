// The report for coding agents: all that is needed to act, in as few words as will do.

import { acceptedGroups, baselineNotes, faultySuppressions, suppressionNote } from './acceptance.ts';
import { cleaned, shortened } from './clean.ts';
import { comparisonSentence } from './comparison.ts';
import { isOpen, openFindings } from './gate.ts';
import { checkPage } from './references.ts';
import type { RenderOptions } from './render-options.ts';
import type { Report, ReportFinding, ReportResult } from './report.ts';
import { nextSteps, notLookedAt, placeLabel, tierNote, verdictSentence, wasLookedAt, worstFirst } from './summary.ts';

const shownPlaces = 20;
const longestMessage = 300;

export function renderAgent(report: Report, { guides, detail }: Pick<RenderOptions, 'guides' | 'detail'>): string {
  const looked = worstFirst(report.results.filter(wasLookedAt));
  const named = (verdict: ReportResult['verdict']) => looked.filter((result) => result.verdict === verdict).map(({ id }) => cleaned(id));
  const note = tierNote(report);
  const most = detail === 'verbose' ? Number.POSITIVE_INFINITY : shownPlaces;
  const fixes = new Map(guides.map(({ id, fix }) => [id, fix]));
  return [
    `${cleaned(verdictSentence(report).text)}.`,
    ...(note === undefined ? [] : [`${cleaned(note)}.`]),
    ...looked
      .filter((result) => result.verdict === 'fail' && isOpen(result))
      .flatMap((result) => failing(result, { fix: fixes.get(result.id), page: checkPage(report, result.id), most })),
    ...looked
      .filter((result) => result.verdict === 'inconclusive' && isOpen(result))
      .map(({ id, because }) => `inconclusive ${cleaned(id)}: ${cleaned(because ?? '')}`),
    ...acceptedGroups(report).map(({ note, items }) => `${cleaned(note)}: ${checksIn(items.map(({ check }) => check))}`),
    ...faultySuppressions(report).map(
      (each) => `suppression ${cleaned(each.in)} ${cleaned(each.checks.join(', '))}: ${cleaned(suppressionNote(each))}`,
    ),
    ...baselineNotes(report).map(cleaned),
    ...(report.comparison === undefined
      ? []
      : [`since ${cleaned(report.comparison.with.startedAt)}: ${comparisonSentence(report.comparison)}`]),
    ...listed('pass', named('pass')),
    ...listed('not applicable', named('not-applicable')),
    ...listed('not looked at', blind(report)),
    ...report.coverage.files.unreadable.map(({ path, because }) => `unreadable ${cleaned(path)}: ${cleaned(because)}`),
    ...report.coverage.limitsReached.map((limit) => `limit reached: ${cleaned(limit)}`),
    ...nextSteps(report).map(({ flag, does }) => `${flag}: ${does}`),
    '',
  ].join('\n');
}

interface Told {
  readonly fix: string | undefined;
  readonly page: string | undefined;
  readonly most: number;
}

function failing(result: ReportResult, { fix, page, most }: Told): readonly string[] {
  const findings = openFindings(result);
  const groups = [...Map.groupBy(findings, ({ message }) => message)];
  const shown = groups.slice(0, most);
  const command = findings.flatMap(({ place }) => (place.kind === 'request' ? [place.curl] : []))[0];
  return [
    `fail ${cleaned(result.id)}: ${cleaned(result.title)}`,
    ...shown.map(([message, each]) => `  ${places(each, most)}: ${shortened(cleaned(message), longestMessage)}`),
    ...(groups.length > shown.length ? [`  and ${groups.length - shown.length} more (--verbose)`] : []),
    ...(command === undefined ? [] : [`  reproduce: ${cleaned(command)}`]),
    ...(fix === undefined ? [] : [`  fix: ${cleaned(fix)}`]),
    ...(page === undefined ? [] : [`  more: ${page}`]),
  ];
}

// A path is said once, its other lines alone.
function places(findings: readonly ReportFinding[], most: number): string {
  let path: string | undefined;
  const labels = findings.slice(0, most).map(({ place }) => {
    if (place.kind !== 'file') return cleaned(placeLabel(place));
    const label = place.path === path ? `${place.line}` : `${cleaned(place.path)}:${place.line}`;
    path = place.path;
    return label;
  });
  const more = findings.length - labels.length;
  return `${[...new Set(labels)].join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

// A check is named once, with how often.
function checksIn(checks: readonly string[]): string {
  return [...Map.groupBy(checks, (check) => check)]
    .map(([check, each]) => `${cleaned(check)}${each.length > 1 ? ` (${each.length})` : ''}`)
    .join(', ');
}

// Many checks are blind for one reason.
function blind(report: Report): readonly string[] {
  const byReason = Map.groupBy(notLookedAt(report), ({ because }) => because);
  return [...byReason].map(([because, each]) => {
    const names = each.map(({ id, evidence }) => `${cleaned(id)}${evidence === undefined ? '' : ` (${evidence})`}`);
    return `${names.join(', ')}: ${cleaned(because)}`;
  });
}

const listed = (label: string, items: readonly string[]): readonly string[] =>
  items.length === 0 ? [] : [`${label}: ${items.join('; ')}`];
