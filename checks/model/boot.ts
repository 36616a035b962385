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
  /** Drills that could not be run, or for which there was no time. */
  readonly drillsLeftOut?: readonly { readonly variable: string; readonly fault: Drill['fault']; readonly because: string }[];
  readonly stop?: StopOutcome;
  /** It ended by itself while probes were sent. */
  readonly exitedWhileProbed?: { readonly code: number | null };
}
export type StartOutcome =
  /** Nothing was started: the port is somebody else's, or there is no such folder. */
  | { readonly kind: 'not-started'; readonly because: string }
  | { readonly kind: 'listening'; readonly afterMs: number; readonly url: string }
  | { readonly kind: 'exited'; readonly code: number | null; readonly afterMs: number; readonly lastLines: readonly string[] }
  | { readonly kind: 'timed-out'; readonly waitedMs: number; readonly lastLines: readonly string[] };
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
}
