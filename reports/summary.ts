// Facts that several renderers tell, worked out once: the verdict's sentence, the ladder of tiers, what was not looked at, what to do next.
import type { EvidenceKind, Tier, Verdict } from '../checks/model.ts';
import { acceptedIn } from './acceptance.ts';
import { type GateResult, gateResult, obstacles, openFindings, resultsUpTo, severityOf } from './gate.ts';
import { type Report, type ReportResult, tiers } from './report.ts';

export { placeLabel } from './place-label.ts';

export const tierNames: Readonly<Record<Tier, string>> = {
  testflight: 'TestFlight',
  'app-store': 'the App Store',
  'post-launch': 'life after launch',
};

/** The gate's result as one sentence, without an end mark. */
export function verdictSentence(report: Report): { readonly result: GateResult; readonly text: string } {
  const inGate = resultsUpTo(report.gate, report.results);
  const result = gateResult(report);
  const count = (verdict: Verdict) => inGate.filter((each) => each.verdict === verdict).length;
  const goal = tierNames[report.gate];
  if (result === 'nothing-checked') {
    return { result, text: `Nothing was checked: none of the checks for ${goal} could be answered (${inGate.length} asked)` };
  }
  const parts = [
    some(count('fail'), 'fails', 'fail'),
    some(count('inconclusive'), 'could not be answered', 'could not be answered'),
    some(count('pass'), 'passes', 'pass'),
    some(count('not-applicable'), 'does not apply', 'do not apply'),
  ].filter((part) => part !== '');
  const tally = `of ${counted(inGate.length, 'check')}, ${parts.join(', ')}`;
  return { result, text: `${headline(report, result, goal)}: ${tally}${known(report)}` };
}

function headline(report: Report, result: GateResult, goal: string): string {
  const isBad = resultsUpTo(report.gate, report.results).some(({ verdict }) => verdict === 'fail' || verdict === 'inconclusive');
  if (result === 'not-passed') {
    const { results, tooManyWarnings } = obstacles(report);
    if (results.some(({ tier }) => severityOf(tier, report.gate) === 'error')) return `Not ready for ${goal}`;
    if (results.length > 0) return `Worse than --fail-on ${report.failOn ?? 'error'} allows`;
    return tooManyWarnings ? `More than ${counted(report.maxWarnings ?? 0, 'warning')}` : 'The baseline lists what is fixed';
  }
  if (isBad) return `Nothing new stands between this and ${goal}, but it is not ready`;
  const reached = report.tierReached !== null && tiers.indexOf(report.tierReached) >= tiers.indexOf(report.gate);
  return reached ? `Ready for ${goal}` : `What was run passes for ${goal}, but not all was run`;
}

// What was accepted is said in the same breath as what was found.
function known(report: Report): string {
  const accepted = acceptedIn(report).length;
  if (accepted === 0) return '';
  const open = report.results.filter(({ verdict }) => verdict === 'fail').flatMap(openFindings).length;
  return `; ${counted(open, 'finding')} new, ${accepted} accepted before`;
}

/** Why no higher tier is reached; nothing where the verdict's sentence has just said so. */
export function tierNote(report: Report): string | undefined {
  return gateResult(report) === 'not-passed' ? undefined : report.tierReachedBecause;
}

export interface Rung {
  readonly tier: Tier;
  readonly state: 'reached' | 'missed' | 'unsaid';
  readonly good: number;
  readonly total: number;
}
/** How far up the tiers the target got. */
export function ladder(report: Report): readonly Rung[] {
  const reached = report.tierReached === null ? -1 : tiers.indexOf(report.tierReached);
  return tiers.map((tier, index): Rung => {
    const results = report.results.filter((result) => result.tier === tier);
    const good = results.filter(({ verdict }) => verdict === 'pass' || verdict === 'not-applicable').length;
    const bad = results.some(({ verdict }) => verdict === 'fail');
    return { tier, state: index <= reached ? 'reached' : bad ? 'missed' : 'unsaid', good, total: results.length };
  });
}

export interface NotLooked {
  readonly id: string;
  readonly evidence?: EvidenceKind;
  readonly because: string;
}
/** One entry per check and kind of evidence that the run did not look at, then the checks that were not part of it. */
export function notLookedAt(report: Report): readonly NotLooked[] {
  const run = new Set(report.results.map(({ id }) => id));
  return [
    ...report.results.flatMap(({ id, answers }) =>
      answers.filter(({ looked }) => !looked).map(({ evidence, because }) => ({ id, evidence, because: because ?? 'was not asked for' })),
    ),
    ...report.coverage.checksNotLookedAt.filter(({ id }) => !run.has(id)),
  ];
}

const flags: Readonly<Record<EvidenceKind, { readonly flag: string; readonly does: string }>> = {
  code: { flag: '<path>', does: 'reads the source of the backend' },
  environment: { flag: '--env-file <file>', does: 'reads the settings it will run with' },
  boot: { flag: '--start "<command>"', does: 'starts it and watches' },
  http: { flag: '--url <url>', does: 'sends probes to it while it runs' },
  load: { flag: '--load', does: 'puts load on it' },
  migrations: { flag: '<path>', does: 'reads its migrations' },
  database: { flag: '--database-url <url>', does: 'looks at its database, read-only' },
  backup: { flag: '--backup <file>', does: 'restores its backup into a scratch database' },
};
/** Flags that would have looked at more. */
export function nextSteps(report: Report): readonly { readonly flag: string; readonly does: string; readonly checks: number }[] {
  const open = notLookedAt(report);
  const kinds: readonly EvidenceKind[] = ['code', 'environment', 'boot', 'http', 'load', 'migrations', 'database', 'backup'];
  return kinds.flatMap((kind) => {
    const checks = open.filter(({ evidence }) => evidence === kind).length;
    return checks === 0 ? [] : [{ ...flags[kind], checks }];
  });
}

const severity: readonly Verdict[] = ['fail', 'inconclusive', 'pass', 'not-applicable'];
/** Worst first, lower tiers first among equals. */
export function worstFirst(results: readonly ReportResult[]): readonly ReportResult[] {
  return results.toSorted(
    (one, other) => severity.indexOf(one.verdict) - severity.indexOf(other.verdict) || tiers.indexOf(one.tier) - tiers.indexOf(other.tier),
  );
}

/** Whether anything was looked at for a check. */
export const wasLookedAt = ({ answers }: ReportResult): boolean => answers.some(({ looked }) => looked);

/** "1 file", "2 files". */
export const counted = (count: number, thing: string): string => `${count} ${thing}${count === 1 ? '' : 's'}`;
const some = (count: number, one: string, more: string): string => (count === 0 ? '' : `${count} ${count === 1 ? one : more}`);
