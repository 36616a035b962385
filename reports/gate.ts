// What a report's results come to: the gate, and the tier reached. The only place that counts checks into a decision.
import type { Tier } from '../checks/model.ts';
import { type FailOn, type Report, type ReportFinding, type ReportResult, type Severity, tiers } from './report.ts';

/** `nothing-checked`: no check up to the gate could be answered, for good or bad; never to be shown as a pass. */
export type GateResult = 'passed' | 'not-passed' | 'nothing-checked';

type Gated = Pick<Report, 'gate' | 'results' | 'failOn' | 'maxWarnings' | 'ratchet'>;

/** Whether the run passed its gate: whatever fails or could not be answered hinders it, unless it was accepted before. */
export function gateResult(report: Gated): GateResult {
  const inGate = resultsUpTo(report.gate, report.results);
  if (!inGate.some(({ verdict }) => verdict === 'pass' || verdict === 'fail')) return 'nothing-checked';
  const { results, tooManyWarnings, stale } = obstacles(report);
  return results.length > 0 || tooManyWarnings || stale > 0 ? 'not-passed' : 'passed';
}

export interface Obstacles {
  /** Checks with something that is new, or that could not be answered. */
  readonly results: readonly ReportResult[];
  readonly tooManyWarnings: boolean;
  /** Entries of the baseline that are fixed and still listed. */
  readonly stale: number;
}
/** What stands between a run and its gate. */
export function obstacles({ gate, results, failOn = 'error', maxWarnings, ratchet }: Gated): Obstacles {
  const decides = (result: ReportResult): boolean => {
    const severity = severityOf(result.tier, gate);
    // What is beyond the gate need not be answered; it must only not be bad where that was asked for.
    if (severity !== 'error') return result.verdict === 'fail' && severities.indexOf(severity) <= severities.indexOf(asSeverity(failOn));
    return result.verdict === 'fail' || result.verdict === 'inconclusive';
  };
  const warnings = results
    .filter((result) => result.verdict === 'fail' && severityOf(result.tier, gate) === 'warning')
    .flatMap(openFindings);
  const baseline = ratchet?.baseline;
  return {
    results: results.filter((result) => decides(result) && isOpen(result)),
    tooManyWarnings: maxWarnings !== undefined && warnings.length > maxWarnings,
    stale: baseline?.staleFails === true ? baseline.fixed.filter(({ listed }) => listed).length : 0,
  };
}

const severities: readonly Severity[] = ['error', 'warning', 'info'];
const asSeverity = (failOn: FailOn): Severity => (failOn === 'never' ? 'error' : failOn);

/** How bad a finding of a tier is to a run with this gate. */
export function severityOf(tier: Tier, gate: Tier): Severity {
  if (tiers.indexOf(tier) <= tiers.indexOf(gate)) return 'error';
  return tier === 'post-launch' ? 'info' : 'warning';
}

/** The findings that carry a result's verdict. */
export function decisiveFindings({ verdict, answers }: ReportResult): readonly ReportFinding[] {
  return answers.filter((answer) => answer.looked && answer.verdict === verdict).flatMap(({ findings }) => findings);
}

/** Those of them that nobody accepted. */
export const openFindings = (result: ReportResult): readonly ReportFinding[] =>
  decisiveFindings(result).filter(({ accepted }) => accepted === undefined);

/** Whether something bad or unanswered of it was never accepted. */
export function isOpen(result: ReportResult): boolean {
  if (result.verdict === 'inconclusive') return result.accepted === undefined;
  return result.verdict === 'fail' && (openFindings(result).length > 0 || decisiveFindings(result).length === 0);
}

/** The results that a gate counts: those of its tier and of the tiers before it. */
export function resultsUpTo<R extends { readonly tier: Tier }>(gate: Tier, results: readonly R[]): readonly R[] {
  const last = tiers.indexOf(gate);
  return results.filter(({ tier }) => tiers.indexOf(tier) <= last);
}

/** The highest tier reached, with the reason for not being higher; `catalog` is every check there is, run or not. */
export function reachedTier(
  results: readonly Pick<ReportResult, 'id' | 'tier' | 'verdict'>[],
  catalog: readonly { readonly id: string; readonly tier: Tier }[],
): { readonly tierReached: Tier | null; readonly tierReachedBecause?: string } {
  let tierReached: Tier | null = null;
  let seenPass = false;
  for (const tier of tiers) {
    const ofTier = results.filter((result) => result.tier === tier);
    seenPass ||= ofTier.some(({ verdict }) => verdict === 'pass');
    const obstacle = obstacleIn(tier, ofTier, catalog, seenPass);
    if (obstacle !== undefined) return { tierReached, tierReachedBecause: obstacle };
    tierReached = tier;
  }
  return { tierReached };
}

function obstacleIn(
  tier: Tier,
  results: readonly Pick<ReportResult, 'id' | 'verdict'>[],
  catalog: readonly { readonly id: string; readonly tier: Tier }[],
  seenPass: boolean,
): string | undefined {
  const bad = results.filter(({ verdict }) => verdict === 'fail').length;
  const unclear = results.filter(({ verdict }) => verdict === 'inconclusive').length;
  if (bad + unclear > 0) {
    const parts = [bad > 0 ? `${bad} failing` : '', unclear > 0 ? `${unclear} inconclusive` : ''].filter((part) => part !== '');
    return `${tier} has ${parts.join(' and ')} ${bad + unclear === 1 ? 'check' : 'checks'}`;
  }
  const run = new Set(results.map(({ id }) => id));
  const known = catalog.filter((check) => check.tier === tier);
  const missing = known.filter(({ id }) => !run.has(id)).length;
  if (missing > 0) {
    const share = missing === known.length ? `none of its ${missing}` : `only ${known.length - missing} of its ${known.length}`;
    return `${tier} can't be said: ${share} checks ${missing === known.length - 1 ? 'was' : 'were'} part of this run`;
  }
  if (results.length === 0) return `${tier} has no checks`;
  return seenPass ? undefined : `${tier} can't be said: nothing in the target that its checks apply to`;
}
