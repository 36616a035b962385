// What was seen when the target was started by its own command.
import type { Exchange } from './http.ts';
import type { RequestPlace } from './place.ts';

export interface BootEvidence {
  readonly command: string;
  readonly start: StartOutcome;
  /** Lines written while probes were sent; secrets redacted, capped. */
  readonly logLines: readonly LogLine[];
  readonly logLinesTruncated: boolean;
  readonly drills: readonly Drill[];
  /** Why no drills were run, where none were. */
  readonly drillsMissing?: string;
  /** The code was read, and every setting it reads has a default of its own. */
  readonly nothingRequired?: true;
  /** Drills that could not be run, or for which there was no time. */
  readonly drillsLeftOut?: readonly { readonly variable: string; readonly fault: Drill['fault']; readonly because: string }[];
  /** A few requests, one after the other, to a service freshly started, and what it wrote meanwhile. */
  readonly traffic?: DrillOutcome<TrafficDrill>;
  readonly levels?: DrillOutcome<LevelDrill>;
  readonly database?: DrillOutcome<DatabaseDrill>;
  readonly llm?: DrillOutcome<LlmDrill>;
  readonly queries?: DrillOutcome<QueriesDrill>;
  readonly shutdown?: DrillOutcome<ShutdownDrill>;
  readonly stop?: StopOutcome;
  /** What drills asked and were answered, in order; secrets redacted. */
  readonly exchanges?: readonly Exchange[];
  /** It ended by itself while probes were sent. */
  readonly exitedWhileProbed?: { readonly code: number | null };
}
export type StartOutcome =
  /** Nothing was started: the port is somebody else's, or there is no such folder. */
  | { readonly kind: 'not-started'; readonly because: string }
  | { readonly kind: 'listening'; readonly afterMs: number; readonly url: string }
  | { readonly kind: 'exited'; readonly code: number | null; readonly afterMs: number; readonly lastLines: readonly string[] }
  | {
      readonly kind: 'timed-out';
      readonly waitedMs: number;
      /** Ports that it listens on all the same. */
      readonly listensOn?: readonly number[];
      readonly lastLines: readonly string[];
    };
export interface LogLine {
  readonly stream: 'stdout' | 'stderr';
  readonly text: string;
  /** `start` before it listened, `probes` after. */
  readonly phase: 'start' | 'probes' | 'stop';
}
/** One start with one variable missing or malformed; `empty` where an environment file would bring a missing one back. */
export interface Drill {
  readonly variable: string;
  readonly fault: 'missing' | 'malformed' | 'empty';
  /** Nothing says that the service needs it; it only has no default. */
  readonly perhapsOptional?: true;
  /** What a malformed value should have been. A service can tell a number and a URL at start; a key only by asking its issuer. */
  readonly as?: 'number' | 'url' | 'key';
  readonly outcome: 'exited' | 'listened' | 'hung';
  readonly exitCode: number | null;
  readonly afterMs: number;
  readonly namesVariable: boolean;
  /** What it wrote holds a secret, whole or in part, or the malformed stand-in of one. */
  readonly showsValue: boolean;
}
export interface StopOutcome {
  readonly signal: 'SIGTERM' | 'SIGKILL';
  readonly exitCode: number | null;
  readonly afterMs: number;
  /** Processes that were still there when the limit came, although the one that was started had ended. */
  readonly leftBehind?: number;
}

/** What a check asks to be tried with a service that can be started; absent from a run whose checks ask for none. */
export type DrillName = 'settings' | 'traffic' | 'levels' | 'database' | 'llm' | 'queries' | 'shutdown';

/** What a drill brought back, or why it could not be run. */
export type DrillOutcome<T> = { readonly found: T } | { readonly missing: string; readonly doesNotApply?: true };

/** Statements that reached the database while one request after the other was answered. */
export interface QueriesDrill {
  readonly variable: string;
  readonly requests: readonly StatementsOfRequest[];
}
export interface StatementsOfRequest {
  readonly request: RequestPlace;
  readonly status: number;
  /** Those of transactions and sessions are not counted. */
  readonly statements: number;
  /** Sent over and over for this one request; literals are put aside. */
  readonly repeated: readonly { readonly text: string; readonly times: number }[];
}
export interface TrafficDrill {
  readonly requests: readonly LoggedRequest[];
  /** Lines written from the first request on until all was quiet; secrets and canaries redacted. */
  readonly lines: readonly string[];
  /** What was sent as a secret and stands in those lines. */
  readonly canaryIn: readonly ('token' | 'cookie' | 'body')[];
}
export interface LoggedRequest {
  readonly request: RequestPlace;
  readonly status: number;
  /** Ids that name the request: the one it was sent with, the one in its answer. */
  readonly ids: readonly string[];
  /** The trace that it was sent as a part of (W3C Trace Context). */
  readonly traceId?: string;
}

export interface LevelDrill {
  readonly variable: string;
  /** False where only the name is a guess: neither the source nor the operator tells it. */
  readonly known: boolean;
  readonly verbose: LevelVolume;
  readonly quiet: LevelVolume;
}
/** What was written for the same start and the same requests. */
export interface LevelVolume {
  readonly value: string;
  readonly lines: number;
  /** Lines that differ by more than numbers and ids. */
  readonly kinds: number;
}

export interface HealthReading {
  readonly request: RequestPlace;
  readonly status: number;
  readonly body: string;
}
export interface DatabaseDrill {
  readonly variable: string;
  /** `cut`: the database was there at the start, and its connections were cut later. `dead`: it was never there. */
  readonly how: 'cut' | 'dead';
  /** Connections that the service tried to make to it while it was away. */
  readonly attempts: number;
  readonly whileWell: readonly HealthReading[];
  readonly whileDead: readonly HealthReading[];
  /** Once the connections were let through again. */
  readonly afterwards?: readonly HealthReading[];
}

export interface LlmDrill {
  readonly variable: string;
  readonly request: RequestPlace;
  /** The endpoint fails twice for each, then answers. */
  readonly retried: readonly LlmAttempt[];
  /** The endpoint says once how long to wait, then answers. */
  readonly toldToWait?: LlmAttempt & { readonly retryAfterMs: number };
  /** The endpoint fails all the time. */
  readonly outage: readonly LlmAttempt[];
  /** The endpoint answers again. */
  readonly recovery?: { readonly waitedMs: number; readonly recovered: boolean };
}
/** One request to the service, and the calls of the model that it made. */
export interface LlmAttempt {
  /** Absent where the service gave no answer. */
  readonly status?: number;
  readonly tookMs: number;
  readonly calls: readonly { readonly atMs: number; readonly answered: number }[];
}

export interface ShutdownDrill {
  /** Null where a signal ended it. */
  readonly exitCode: number | null;
  /** It did not end by itself in time. */
  readonly killed: boolean;
  readonly afterMs: number;
  readonly limitMs: number;
  /** What readiness said from the signal on, in order, repetitions left out; absent where no such route is known. */
  readonly readiness?: { readonly request: RequestPlace; readonly statuses: readonly number[] };
  /** Requests whose bodies were still on their way when the signal came. */
  readonly open: { readonly sent: number; readonly answered: number; readonly request?: RequestPlace };
  /** Whole requests around the signal, sent until readiness said no or nobody took connections any more. */
  readonly steady: { readonly sent: number; readonly answered: number; readonly request: RequestPlace };
  readonly processesLeft: number;
  readonly portOpen: boolean;
  /** Left in the folder for temporary files that it was given. */
  readonly filesLeft?: number;
}
