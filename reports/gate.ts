// What a report's results come to: the gate, and the tier reached. The only place that counts checks into a decision.
import type { Tier, Verdict } from '../checks/model.ts';
import { type Report, type ReportResult, tiers } from './report.ts';

/** `nothing-checked`: no check up to the gate could be answered, for good or bad; never to be shown as a pass. */
export type GateResult = 'passed' | 'not-passed' | 'nothing-checked';

/** Whether the run reached its gate: any `fail` or `inconclusive` up to the gate's tier does not pass. */
export function gateResult(report: Pick<Report, 'gate' | 'results'>): GateResult {
  const inGate = resultsUpTo(report.gate, report.results);
  const has = (...verdicts: readonly Verdict[]) => inGate.some(({ verdict }) => verdicts.includes(verdict));
  if (!has('pass', 'fail')) return 'nothing-checked';
  return has('fail', 'inconclusive') ? 'not-passed' : 'passed';
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
