// The report as JUnit XML: every check and every kind of evidence is a test, and one more test is the gate itself.
import type { EvidenceKind } from '../checks/model.ts';
import { acceptanceNote, suppressionNote } from './acceptance.ts';
import { cleaned } from './clean.ts';
import { resultsUpTo } from './gate.ts';
import { checkPage } from './references.ts';
import type { Acceptance, Report, ReportAnswer, ReportFinding, ReportResult } from './report.ts';
import { inRepository } from './repository-place.ts';
import { placeLabel, verdictSentence } from './summary.ts';

interface TestCase {
  readonly name: string;
  readonly outcome:
    | { readonly is: 'passed' }
    | { readonly is: 'failure' | 'error' | 'skipped'; readonly type?: string; readonly message: string };
  /** What stands in the outcome's body. */
  readonly details?: readonly string[];
  /** Commands that repeat what was seen. */
  readonly output?: readonly string[];
}
interface Suite {
  readonly name: string;
  readonly cases: readonly TestCase[];
}

export function renderJunit(report: Report): string {
  const suites = [gateSuite(report), ...evidenceSuites(report), notRunSuite(report), suppressionSuite(report)].filter(
    ({ cases }) => cases.length > 0,
  );
  const all = suites.flatMap(({ cases }) => cases);
  const seconds = (report.durationMs / 1000).toFixed(3);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="${escaped(report.tool.name)}" ${counts(all)} time="${seconds}">`,
    ...suites.flatMap((suite) => suiteLines(suite, report)),
    '</testsuites>',
    '',
  ].join('\n');
}

// Red exactly where the run's gate is not passed, whatever a reader makes of skipped tests.
function gateSuite(report: Report): Suite {
  const { result, text } = verdictSentence(report);
  const outcome: TestCase['outcome'] =
    result === 'passed' ? { is: 'passed' } : { is: result === 'not-passed' ? 'failure' : 'error', type: result, message: text };
  return { name: 'gate', cases: [{ name: report.gate, outcome }] };
}

function evidenceSuites(report: Report): readonly Suite[] {
  const kinds: readonly EvidenceKind[] = ['code', 'environment', 'boot', 'http', 'load', 'migrations', 'database', 'backup'];
  const gated = new Set(resultsUpTo(report.gate, report.results).map(({ id }) => id));
  return kinds.map((kind) => ({
    name: kind,
    cases: report.results.flatMap((result) =>
      result.answers
        .filter(({ evidence }) => evidence === kind)
        .flatMap((answer) =>
          casesOf(result, answer, {
            isGated: gated.has(result.id),
            id: result.id,
            report,
            ...(result.accepted === undefined ? {} : { accepted: result.accepted }),
          }),
        ),
    ),
  }));
}

function notRunSuite({ coverage, results }: Report): Suite {
  const run = new Set(results.map(({ id }) => id));
  const notRun = coverage.checksNotLookedAt.filter(({ id }) => !run.has(id));
  return { name: 'not-run', cases: notRun.map(({ id, because }) => ({ name: id, outcome: { is: 'skipped', message: because } })) };
}

function suppressionSuite({ ratchet }: Report): Suite {
  const cases = (ratchet?.suppressions ?? []).map(
    (each): TestCase => ({
      name: `${each.in} ${each.checks.join(', ')}`,
      outcome: each.state === 'used' ? { is: 'passed' } : { is: 'skipped', message: suppressionNote(each) },
    }),
  );
  return { name: 'suppressions', cases };
}

const known = ({ accepted }: ReportFinding): string => (accepted === undefined ? '' : ` (${acceptanceNote(accepted)})`);

interface Stand {
  readonly id: string;
  /** Why the check's having no answer was accepted. */
  readonly accepted?: Acceptance;
  /** Whether the check decides the run's gate. */
  readonly isGated: boolean;
  readonly report: Report;
}

// Every threshold of a load run is a test of its own, whatever became of the others.
function casesOf(result: ReportResult, answer: ReportAnswer, stand: Stand): readonly TestCase[] {
  const { evidence, findings, looked } = answer;
  if (evidence !== 'load') return [caseOf(result.id, answer, stand)];
  const judged =
    stand.report.load?.thresholds.flatMap((threshold) => (threshold.judged === undefined ? [] : [{ ...threshold, ...threshold.judged }])) ??
    [];
  if (!looked || judged.length === 0) {
    if (findings.length < 2) return [caseOf(result.id, answer, stand)];
    return findings.map((finding) => caseOf(`${result.id}: ${withoutFigures(finding.message)}`, { ...answer, findings: [finding] }, stand));
  }
  const whole = answer.verdict === 'inconclusive' ? [caseOf(result.id, answer, stand)] : [];
  const [first] = findings;
  return [
    ...whole,
    ...judged.map(({ text, verdict, because }) => {
      const name = `${result.id}: ${text}`;
      if (verdict === 'inconclusive' || first === undefined) return caseOf(name, { ...answer, verdict, because, findings: [] }, stand);
      return caseOf(name, { evidence, looked, verdict, findings: [{ ...first, message: because }] }, stand);
    }),
  ];
}

const withoutFigures = (message: string): string => message.replace(/^(?:held|broke) /, '').replace(/ \(was [\s\S]*$/, '');

function caseOf(name: string, answer: ReportAnswer, { id, isGated, accepted, report }: Stand): TestCase {
  const { findings, verdict, looked, because = 'no reason was given' } = answer;
  const first = findings.find(({ accepted }) => accepted === undefined) ?? findings[0];
  const more = findings.length > 1 ? ` (and ${findings.length - 1} more)` : '';
  const seen = first === undefined ? because : `${label(first, report)} ${first.message}${more}`;
  const shared = { name, output: findings.flatMap(({ place }) => (place.kind === 'request' ? [place.curl] : [])) };
  if (!looked) return { ...shared, outcome: { is: 'skipped', message: `not looked at: ${because}` } };
  switch (verdict) {
    case 'pass':
      return { ...shared, outcome: { is: 'passed' } };
    case 'not-applicable':
      return { ...shared, outcome: { is: 'skipped', message: `does not apply: ${because}` } };
    case 'inconclusive':
      if (accepted !== undefined) return { ...shared, outcome: { is: 'skipped', message: `${acceptanceNote(accepted)}: ${because}` } };
      return isGated || because.startsWith('this judge broke')
        ? { ...shared, outcome: { is: 'error', type: 'inconclusive', message: because } }
        : { ...shared, outcome: { is: 'skipped', message: `could not be answered, beyond the gate ${report.gate}: ${because}` } };
    case 'fail': {
      const page = checkPage(report, id);
      const details = [
        ...findings.map((each) => `${label(each, report)} ${each.message}${known(each)}`),
        ...(page === undefined ? [] : [`more: ${page}`]),
      ];
      if (first?.accepted !== undefined && findings.every(({ accepted }) => accepted !== undefined)) {
        return { ...shared, details, outcome: { is: 'skipped', message: `fails, and was ${acceptanceNote(first.accepted)}: ${seen}` } };
      }
      return isGated
        ? { ...shared, details, outcome: { is: 'failure', type: 'error', message: seen } }
        : { ...shared, details, outcome: { is: 'skipped', message: `fails, beyond the gate ${report.gate}: ${seen}` } };
    }
  }
}

function suiteLines({ name, cases }: Suite, report: Report): readonly string[] {
  return [
    `  <testsuite name="${name}" ${counts(cases)} skipped="${countOf(cases, 'skipped')}" time="0.000" timestamp="${escaped(report.startedAt.slice(0, 19))}">`,
    ...cases.flatMap((each) => caseLines(name, each)),
    '  </testsuite>',
  ];
}

function caseLines(suite: string, { name, outcome, details = [], output = [] }: TestCase): readonly string[] {
  const head = `<testcase classname="launchgate.${suite}" name="${escaped(name)}" time="0.000"`;
  const inner: string[] = [];
  if (outcome.is !== 'passed') {
    const type = outcome.type === undefined ? '' : ` type="${outcome.type}"`;
    const start = `      <${outcome.is} message="${escaped(outcome.message)}"${type}`;
    inner.push(details.length === 0 ? `${start}/>` : `${start}>${details.map(escaped).join('\n')}</${outcome.is}>`);
  }
  if (output.length > 0) inner.push(`      <system-out>${output.map(escaped).join('\n')}</system-out>`);
  return inner.length === 0 ? [`    ${head}/>`] : [`    ${head}>`, ...inner, '    </testcase>'];
}

// The file stands in words: `file` and `line` of a test are in no public schema, and Jenkins refuses a report that has them.
function label({ place }: ReportFinding, report: Report): string {
  const at = place.kind === 'file' ? inRepository(report, place) : undefined;
  return placeLabel(at === undefined ? place : { kind: 'file', ...at });
}

const countOf = (cases: readonly TestCase[], is: TestCase['outcome']['is']) => cases.filter(({ outcome }) => outcome.is === is).length;
const counts = (cases: readonly TestCase[]): string =>
  `tests="${cases.length}" failures="${countOf(cases, 'failure')}" errors="${countOf(cases, 'error')}"`;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };
// XML 1.0 has no place for these two, not even escaped.
const escaped = (text: string): string =>
  cleaned(text)
    .replaceAll(/[\uFFFE\uFFFF]/g, '\uFFFD')
    .replaceAll(/[&<>"']/g, (character) => entities[character] ?? character);
