// Results and facts of a run in, Report out. Decides order, fingerprints and what was not looked at; has no opinion of its own.
import type { CheckResult, WitnessAnswer } from '../checks/audit.ts';
import type { FilePlace, Finding, LoadEvidence, Place, RequestPlace, Tier } from '../checks/model.ts';
import { excerptsOf } from './excerpts.ts';
import { identityOf } from './fingerprint.ts';
import { reachedTier } from './gate.ts';
import {
  type ReceivedAnswer,
  type Report,
  type ReportAnswer,
  type ReportCoverage,
  type ReportFinding,
  type ReportLoad,
  type ReportResult,
  tiers,
} from './report.ts';

/** Everything of a Report that does not come from the checks' results. */
export interface RunFacts {
  readonly tool: Report['tool'];
  readonly target: Report['target'];
  readonly gate: Tier;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly durationMs: number;
  readonly files: ReportCoverage['files'];
  readonly limitsReached: readonly string[];
  /** Every check there is, so that those that were not part of the run are named. */
  readonly catalog: readonly { readonly id: string; readonly tier: Tier }[];
  /** Why checks were not part of the run: "left out by --only". */
  readonly notPartBecause?: string;
  /** Text of the files that findings stand in, by path, without secrets; fingerprints follow the line's content, not its number. */
  readonly texts: ReadonlyMap<string, string>;
  /** SHA-256 of a text in UTF-8, in hex. */
  readonly sha256: (text: string) => string;
  /** Where in the source a reader best starts for what was seen elsewhere: the route, the line that sets a variable. */
  readonly anchorOf?: (place: Exclude<Place, FilePlace>) => FilePlace | undefined;
  /** What a request was answered with, where that is known. */
  readonly receivedFor?: (place: RequestPlace) => ReceivedAnswer | undefined;
  /** What a load run measured. */
  readonly loadRun?: LoadEvidence;
  /** GitHub's hash of a line; undefined where the file is not at hand or the hash would be made of a secret. */
  readonly lineHashOf?: (place: FilePlace) => string | undefined;
}

export function assemble(checkResults: readonly CheckResult[], facts: RunFacts): Report {
  const lineOf = lineReader(facts.texts);
  const results = tiers.flatMap((tier) =>
    checkResults.filter(({ check }) => check.tier === tier).map((result) => reportResult(result, lineOf, facts)),
  );
  const excerpts = excerptsOf(results, facts.texts);
  return {
    schemaVersion: 1,
    tool: facts.tool,
    target: facts.target,
    gate: facts.gate,
    ...reachedTier(results, facts.catalog),
    startedAt: facts.startedAt,
    durationMs: facts.durationMs,
    coverage: coverage(results, facts),
    results,
    ...(facts.loadRun === undefined ? {} : { load: loadFigures(facts.loadRun) }),
    ...(excerpts.length === 0 ? {} : { excerpts }),
  };
}

function coverage(results: readonly ReportResult[], facts: RunFacts): ReportCoverage {
  const untouched = results.filter(({ answers }) => !answers.some(({ looked }) => looked));
  const run = new Set(results.map(({ id }) => id));
  const notPart = facts.catalog.filter(({ id }) => !run.has(id));
  return {
    checksRun: results.length - untouched.length,
    checksNotLookedAt: [
      ...untouched.map(({ id, because }) => ({ id, because: because ?? 'no judge of it was asked' })),
      ...tiers.flatMap((tier) =>
        notPart
          .filter((check) => check.tier === tier)
          .map(({ id }) => ({ id, because: facts.notPartBecause ?? 'was not part of this run' })),
      ),
    ],
    files: facts.files,
    limitsReached: facts.limitsReached,
  };
}

type LineOf = (place: Place) => string | undefined;

function reportResult({ check, verdict, because, answers }: CheckResult, lineOf: LineOf, facts: RunFacts): ReportResult {
  const seen = new Map<string, number>();
  const fingerprint = ({ place, message }: Finding): string => {
    const identity = identityOf(check.id, place, message, lineOf(place));
    const occurrence = seen.get(identity) ?? 0;
    seen.set(identity, occurrence + 1);
    return facts.sha256(`${identity}\n${occurrence}`);
  };
  return {
    id: check.id,
    tier: check.tier,
    title: check.title,
    verdict,
    ...(because === undefined ? {} : { because }),
    answers: answers.map((answer) => reportAnswer(answer, fingerprint, facts)),
  };
}

function reportAnswer(
  { evidence, answer, looked }: WitnessAnswer,
  fingerprint: (finding: Finding) => string,
  facts: RunFacts,
): ReportAnswer {
  if ('because' in answer) return { evidence, verdict: answer.verdict, because: answer.because, looked, findings: [] };
  const findings = answer.findings
    .toSorted((one, other) => comparePlaces(one.place, other.place))
    .map(
      (finding): ReportFinding => ({
        message: finding.message,
        fingerprint: fingerprint(finding),
        place: finding.place,
        ...(finding.related === undefined || finding.related.length === 0 ? {} : { related: finding.related }),
        ...inSource(finding.place, facts),
        ...answered(finding.place, facts),
      }),
    );
  return { evidence, verdict: answer.verdict, looked, findings };
}

function answered(place: Place, { receivedFor }: RunFacts): Pick<ReportFinding, 'received'> {
  const received = place.kind === 'request' ? receivedFor?.(place) : undefined;
  return received === undefined ? {} : { received };
}

function loadFigures({ thresholds, doubts, ...figures }: LoadEvidence): ReportLoad {
  const { url, model, connections, warmUpMs, durationMs, requests, failedShare, statuses, requestsPerSecond, p50Ms, p95Ms, p99Ms } =
    figures;
  return {
    url,
    model,
    connections,
    warmUpMs,
    durationMs,
    requests,
    failedShare,
    statuses,
    requestsPerSecond,
    p50Ms,
    p95Ms,
    p99Ms,
    ...(figures.scenario === undefined ? {} : { scenario: figures.scenario }),
    ...(figures.askedPerSecond === undefined ? {} : { askedPerSecond: figures.askedPerSecond }),
    thresholds: thresholds.map(({ text, unit, operator, limit, observed, between, judged }) => ({
      text,
      unit,
      operator,
      limit,
      ...(observed === undefined ? {} : { observed }),
      ...(between === undefined ? {} : { between }),
      ...(judged === undefined ? {} : { judged }),
    })),
    doubts: doubts.map(({ because }) => because),
    ...(figures.steps === undefined ? {} : { steps: figures.steps }),
    ...(figures.moments === undefined ? {} : { moments: figures.moments }),
    ...(figures.percentiles === undefined ? {} : { percentiles: figures.percentiles }),
    ...(figures.repeats === undefined ? {} : { repeats: figures.repeats }),
    ...(figures.stoppedBecause === undefined ? {} : { stoppedBecause: figures.stoppedBecause }),
    ...(figures.timedFromSent === undefined ? {} : { timedFromSent: figures.timedFromSent }),
    ...(figures.engines === undefined ? {} : { engines: figures.engines }),
  };
}

function inSource(place: Place, { anchorOf, lineHashOf }: RunFacts): Pick<ReportFinding, 'anchor' | 'lineHash'> {
  const anchor = place.kind === 'file' ? undefined : anchorOf?.(place);
  const source = place.kind === 'file' ? place : anchor;
  const lineHash = source === undefined ? undefined : lineHashOf?.(source);
  return { ...(anchor === undefined ? {} : { anchor }), ...(lineHash === undefined ? {} : { lineHash }) };
}

// Files first, as one reads them; whatever else keeps the order its judge gave it.
function comparePlaces(one: Place, other: Place): number {
  if (one.kind !== 'file' || other.kind !== 'file') return Number(one.kind !== 'file') - Number(other.kind !== 'file');
  if (one.path !== other.path) return one.path < other.path ? -1 : 1;
  return one.line - other.line || one.column - other.column;
}

function lineReader(texts: ReadonlyMap<string, string>): LineOf {
  const split = new Map<string, readonly string[]>();
  return (place) => {
    if (place.kind !== 'file') return undefined;
    const lines = split.get(place.path) ?? texts.get(place.path)?.split(/\r\n|\n|\r/);
    if (lines === undefined) return undefined;
    split.set(place.path, lines);
    return lines[place.line - 1];
  };
}
