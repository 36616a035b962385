// Checks, answers, findings, places: what a judge says and of what.
import type { BackupEvidence } from './backup.ts';
import type { BootEvidence, DrillName } from './boot.ts';
import type { CodeEvidence, Unit } from './code.ts';
import type { DatabaseEvidence } from './database.ts';
import type { EnvironmentEvidence } from './environment.ts';
import type { HttpEvidence, Probe } from './http.ts';
import type { Idioms } from './idioms.ts';
import type { LoadEvidence } from './load.ts';
import type { MigrationsEvidence } from './migrations.ts';
import type { Place } from './place.ts';

export type Tier = 'testflight' | 'app-store' | 'post-launch';

/** `inconclusive`: was asked for and could not look. `not-applicable`: there is nothing to look at. */
export type Verdict = 'pass' | 'fail' | 'inconclusive' | 'not-applicable';

/** What was seen and where, good or bad. The message holds no line number and no secret. */
export interface Finding {
  readonly message: string;
  readonly place: Place;
  readonly related?: readonly Place[];
}

export type Answer =
  | { readonly verdict: 'pass' | 'fail'; readonly findings: readonly [Finding, ...Finding[]] }
  | { readonly verdict: 'inconclusive' | 'not-applicable'; readonly because: string };

/** What was seen, sorted by whether it is good. */
export interface Seen {
  readonly bad: readonly Finding[];
  readonly good: readonly Finding[];
  /** What should have been looked at and could not be. */
  readonly unclear?: readonly string[];
}

/** What one service shows: plain data, so that the service may be let go, or be looked at elsewhere. */
export interface UnitSeen extends Seen {
  /** What else decides where nothing is seen in any service; words of the check's own. */
  readonly said?: Readonly<Record<string, string>>;
}
/** What stands around the services of a checkout. */
export type Around = Pick<CodeEvidence, 'containers' | 'secrets'>;

/** A judge of source that asks each service for itself, and only then settles. */
export interface CodeJudge {
  (code: CodeEvidence): Answer;
  readonly byUnit?: {
    readonly ofUnit: (unit: Unit, around: Pick<Around, 'containers'>) => UnitSeen;
    /** For what all services showed, in their order. */
    readonly ofAll: (seen: readonly UnitSeen[], around: Around) => Answer;
  };
}

/** What a gatherer brought back, or why it brought nothing; `notAsked` where the run was never told to look there. */
export type Gathered<T> = { readonly found: T } | { readonly missing: string; readonly notAsked?: true };

export interface Evidence<P extends string = string> {
  readonly code: CodeEvidence;
  readonly environment: EnvironmentEvidence;
  readonly http: HttpEvidence<P>;
  readonly boot: BootEvidence;
  readonly load: LoadEvidence;
  readonly migrations: MigrationsEvidence;
  readonly database: DatabaseEvidence;
  readonly backup: BackupEvidence;
}
export type EvidenceKind = keyof Evidence;

export interface Check<P extends string = string> {
  /** The desired state in kebab-case, so that "cors-restricted: fail" reads as a sentence. */
  readonly id: string;
  readonly tier: Tier;
  /** The good state as a sentence. */
  readonly title: string;
  /** Who gets hurt and how. */
  readonly why: string;
  /** Starts with a verb. */
  readonly fix: string;
  /** How the fix is written in the target's own framework. */
  readonly idioms?: Idioms;
  /** CWE, OWASP API 2023, ASVS 5, RFC. */
  readonly refs: readonly string[];
  /** The wording of the user's own checklist, which finds the item there again. */
  readonly checklist?: readonly string[];
  /** Source that mentions none of these (as plain text, any case) cannot matter to the code judge: it is not parsed for it. */
  readonly mentions?: readonly string[];
  readonly probes?: Readonly<Record<P, Probe>>;
  /** Its judge asks for the schema that the migrations end in, which takes seconds to find out. */
  readonly replaysMigrations?: true;
  /** Asks how statements are answered: they are planned on a copy of the database's schema, which takes seconds. */
  readonly plansStatements?: true;
  /** What is to be tried with a service that can be started, for the boot judge. */
  readonly drills?: readonly DrillName[];
  /** Kinds that look at the same thing from two sides: what one of them sees answers what another could not. */
  readonly sameQuestion?: readonly EvidenceKind[];
  /** Naming a judge is what asks for that evidence. */
  readonly judge: { readonly [K in Exclude<EvidenceKind, 'code'>]?: (evidence: Evidence<P>[K]) => Answer } & { readonly code?: CodeJudge };
}
