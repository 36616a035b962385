// The Report: what a run found, as plain data. Stable since schemaVersion 1; every renderer reads this and nothing else.
import type { EvidenceKind, FilePlace, LoadEvidence, MeasuredThreshold, Place, Tier, Verdict } from '../checks/model.ts';
import type { ReportComparison } from './compared.ts';

export type { ComparedFinding, ReportComparison } from './compared.ts';

export interface Report {
  readonly schemaVersion: 1;
  readonly tool: ReportTool;
  readonly target: ReportTarget;
  /** The tier this run had to reach. */
  readonly gate: Tier;
  /** How bad a finding must be to decide the gate; absent: those of the gate's own tiers. */
  readonly failOn?: FailOn;
  /** Warnings that are let pass; absent: any number. */
  readonly maxWarnings?: number;
  /** The highest tier whose every check, and every check before it, passed or does not apply. */
  readonly tierReached: Tier | null;
  /** Why no tier, or no higher one, is reached. */
  readonly tierReachedBecause?: string;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly durationMs: number;
  readonly coverage: ReportCoverage;
  readonly results: readonly ReportResult[];
  /** What was known before and what is suppressed; absent where nothing of the kind was given. */
  readonly ratchet?: ReportRatchet;
  /** What a load run measured, where one was made. */
  readonly load?: ReportLoad;
  /** What changed since an earlier run. */
  readonly comparison?: ReportComparison;
  /** Source around the places in files, by path and line; secrets are taken out. */
  readonly excerpts?: readonly ReportExcerpt[];
}
export interface ReportTool {
  readonly name: string;
  readonly version: string;
  /** Where the pages of the checks lie: `<docs>checks/<id>.html`. */
  readonly docs?: string;
}
export interface ReportExcerpt {
  readonly path: string;
  /** 1-based. */
  readonly startLine: number;
  readonly lines: readonly string[];
}
export interface ReportTarget {
  readonly path?: string;
  readonly url?: string;
  readonly start?: string;
  /** Where the audited folder lies in its repository; absent where it is the whole of it, or in none. */
  readonly inRepository?: string;
  readonly units: readonly ReportUnit[];
}
export interface ReportUnit {
  /** Relative to the audited root; '' is the root itself. */
  readonly root: string;
  readonly languages: readonly string[];
  readonly frameworks: readonly string[];
}
export interface ReportCoverage {
  /** Checks that at least one kind of evidence was looked at for. */
  readonly checksRun: number;
  /** Checks that nothing was looked at for, and checks that were not part of the run. */
  readonly checksNotLookedAt: readonly { readonly id: string; readonly because: string }[];
  readonly files: {
    readonly read: number;
    readonly leftOut: readonly { readonly reason: string; readonly files: number; readonly examples: readonly string[] }[];
    readonly unreadable: readonly { readonly path: string; readonly because: string }[];
  };
  /** Stated limits at which gathering stopped, one sentence each. */
  readonly limitsReached: readonly string[];
}
export interface ReportResult {
  readonly id: string;
  readonly tier: Tier;
  readonly title: string;
  readonly verdict: Verdict;
  readonly because?: string;
  readonly answers: readonly ReportAnswer[];
  /** Why it does not hinder the gate that this check could not be answered. */
  readonly accepted?: Acceptance;
}
export interface ReportAnswer {
  readonly evidence: EvidenceKind;
  readonly verdict: Verdict;
  readonly because?: string;
  /** False where the run was not told to look there; such an answer decides nothing. */
  readonly looked: boolean;
  readonly findings: readonly ReportFinding[];
}
export interface ReportFinding {
  readonly message: string;
  /** SHA-256 in hex; the same for the same content wherever it moves within its file. */
  readonly fingerprint: string;
  readonly place: Place;
  readonly related?: readonly Place[];
  /** Where in the source a reader best starts, for a finding that is seen elsewhere. */
  readonly anchor?: FilePlace;
  /** `primaryLocationLineHash` as GitHub works it out for the place's line, or the anchor's. */
  readonly lineHash?: string;
  readonly accepted?: Acceptance;
  /** What the request was answered with; secrets are taken out. */
  readonly received?: ReceivedAnswer;
}
export interface ReceivedAnswer {
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** Its beginning. */
  readonly body: string;
  readonly truncated: boolean;
}
/** Figures of the load run, as they were measured. */
export interface ReportLoad
  extends Pick<
    LoadEvidence,
    | 'url'
    | 'scenario'
    | 'model'
    | 'connections'
    | 'askedPerSecond'
    | 'warmUpMs'
    | 'durationMs'
    | 'requests'
    | 'failedShare'
    | 'statuses'
    | 'requestsPerSecond'
    | 'p50Ms'
    | 'p95Ms'
    | 'p99Ms'
    | 'steps'
    | 'moments'
    | 'percentiles'
    | 'repeats'
    | 'stoppedBecause'
    | 'timedFromSent'
    | 'engines'
  > {
  readonly thresholds: readonly Pick<MeasuredThreshold, 'text' | 'unit' | 'operator' | 'limit' | 'observed' | 'between' | 'judged'>[];
  /** Why the figures may not hold. */
  readonly doubts: readonly string[];
}
/** Why something does not decide the gate, though it stands, is counted and is shown. */
export interface Acceptance {
  /** `base`: it was there at the revision that the run is compared with. */
  readonly by: 'inline' | 'file' | 'baseline' | 'base';
  /** Where that is written: a path, with `:line` where it has one; the revision for `base`. */
  readonly in: string;
  readonly reason?: string;
  readonly owner?: string;
  /** The last day it holds, YYYY-MM-DD. */
  readonly until?: string;
}
/** `never` decides nothing; each of the others those above it too. */
export type FailOn = 'never' | Severity;
export type Severity = 'error' | 'warning' | 'info';

export interface ReportRatchet {
  /** Revision that suppressions and baseline were read from; absent: the audited files themselves. */
  readonly from?: string;
  /** Revision whose own findings are no news. */
  readonly since?: string;
  readonly baseline?: ReportBaseline;
  readonly suppressions: readonly ReportSuppression[];
}
export interface ReportBaseline {
  readonly file: string;
  readonly entries: number;
  /** Entries that nothing was found for any more, though their checks looked. */
  readonly fixed: readonly FixedEntry[];
  /** Entries of the audited files that are not counted, because the revision governs that was read from. */
  readonly notCounted?: number;
  /** Whether entries that are fixed and still listed hinder the gate. */
  readonly staleFails: boolean;
}
export interface FixedEntry {
  readonly check: string;
  readonly path: string;
  readonly message: string;
  /** The audited files' own baseline still lists it. */
  readonly listed: boolean;
}
export interface ReportSuppression {
  readonly checks: readonly string[];
  readonly by: 'inline' | 'file';
  readonly in: string;
  /** `not-counted`: written in the change that is audited, not in the revision that governs. */
  readonly state: 'used' | 'unused' | 'expired' | 'malformed' | 'not-counted';
  readonly because?: string;
  readonly reason?: string;
  readonly owner?: string;
  readonly until?: string;
  /** How many findings it covers. */
  readonly findings: number;
}

/** Lowest first: reaching one means having reached those before it. */
export const tiers = ['testflight', 'app-store', 'post-launch'] as const satisfies readonly Tier[];
