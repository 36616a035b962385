// What one run brought back: evidence for the judges, facts for the report.
import type { GatheredEvidence } from '../../../checks/audit.ts';
import type { KeptEvidence } from '../../../checks/evidence/replay.ts';
import type { Check, FilePlace } from '../../../checks/model.ts';
import type { Report } from '../../../reports/report.ts';
import type { Settings } from '../../config/settings.ts';
import type { Terminal } from '../../terminal.ts';
import type { KeptAnswer } from './code.ts';

export interface GatherRequest {
  /** Absolute; undefined where only a URL is audited. */
  readonly root: string | undefined;
  readonly settings: Settings;
  /** Absolute paths of env files the user named. */
  readonly envFiles: readonly string[];
  readonly checks: readonly Check[];
  readonly terminal: Terminal;
  readonly load: boolean;
  /** A URL, or the name of the variable that holds one. */
  readonly databaseUrl?: string;
  /** A file or folder, or a command that writes one to its stdout. */
  readonly backup?: { readonly path: string } | { readonly command: string };
  readonly kinds: 'all' | 'environment' | 'database';
  /** Answers to source that has not changed are taken from the run before. */
  readonly cached: boolean;
}
export interface GatheredRun {
  readonly evidence: GatheredEvidence;
  /** The same as plain JSON, for `--save-evidence`; complete once it was judged. */
  readonly kept: () => Omit<KeptEvidence, 'texts'>;
  readonly secrets: ReadonlyMap<string, string>;
  readonly target: Report['target'];
  /** Where the first service begins. */
  readonly entry: () => FilePlace | undefined;
  /** Keeps what the code judges answered for the next run. */
  readonly keepAnswers?: (answers: readonly KeptAnswer[]) => void;
  /** Where the files of findings lie, if that is known. */
  readonly root: string | undefined;
  /** Lines of findings kept with the evidence, by path. */
  readonly texts: ReadonlyMap<string, string>;
  readonly limitsReached: readonly string[];
  /** When kept evidence was gathered. */
  readonly startedAt?: Date;
  /** One line where a service that was to be looked at could not be reached. */
  readonly unreachable?: string;
}
