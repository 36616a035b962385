// What was seen when the target was started by its own command.

export interface BootEvidence {
  readonly command: string;
  readonly start: StartOutcome;
  /** Lines written while probes were sent; secrets redacted, capped. */
  readonly logLines: readonly LogLine[];
  readonly logLinesTruncated: boolean;
  readonly drills: readonly Drill[];
  /** Why no drills were run, where none were. */
  readonly drillsMissing?: string;
  readonly stop?: StopOutcome;
}
export type StartOutcome =
  | { readonly kind: 'listening'; readonly afterMs: number; readonly url: string }
  | { readonly kind: 'exited'; readonly code: number | null; readonly afterMs: number; readonly lastLines: readonly string[] }
  | { readonly kind: 'timed-out'; readonly waitedMs: number; readonly lastLines: readonly string[] };
export interface LogLine {
  readonly stream: 'stdout' | 'stderr';
  readonly text: string;
  /** `start` before it listened, `probes` after. */
  readonly phase: 'start' | 'probes' | 'stop';
}
/** One start with one variable missing or malformed. */
export interface Drill {
  readonly variable: string;
  readonly fault: 'missing' | 'malformed';
  readonly outcome: 'exited' | 'listened' | 'hung';
  readonly exitCode: number | null;
  readonly afterMs: number;
  readonly namesVariable: boolean;
  readonly showsValue: boolean;
}
export interface StopOutcome {
  readonly signal: 'SIGTERM' | 'SIGKILL';
  readonly exitCode: number | null;
  readonly afterMs: number;
}
