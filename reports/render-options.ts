// What a renderer may be told besides the Report; all of it data, so that the same input gives the same bytes.
import type { ChalkInstance } from 'chalk';
import type { Idioms, Tier } from '../checks/model.ts';
import type { Report } from './report.ts';

export interface RenderOptions {
  /** Its level decides about colour; only `text` asks it. */
  readonly colour: ChalkInstance;
  /** Columns of the reader's terminal. */
  readonly width: number;
  /** `quiet`: failing lines and the verdict. `verbose`: every finding. */
  readonly detail: 'quiet' | 'normal' | 'verbose';
  /** What is known of each check beyond the Report; every Check is one. */
  readonly guides: readonly Guide[];
  readonly checklist?: ChecklistOptions;
  /** SARIF alone asks: also what was accepted before, marked as suppressed. */
  readonly withAccepted?: boolean;
}
export interface Guide {
  readonly id: string;
  readonly tier: Tier;
  readonly title: string;
  readonly why: string;
  readonly fix: string;
  /** The fix as it is written, framework by framework. */
  readonly idioms?: Idioms;
  /** CWE, OWASP API 2023, ASVS 5, RFC. */
  readonly refs?: readonly string[];
  /** The bold titles under which a user's checklist may hold this check. */
  readonly checklist?: readonly string[];
  /** Path shown beside the item in a checklist written anew. */
  readonly area?: string;
}
export interface ChecklistOptions {
  /** Text of the user's own checklist, byte order mark and line ends as they are. */
  readonly existing?: string;
  /** YYYY-MM-DD; without it, the day the audit started. */
  readonly today?: string;
}
/** A Report in, text out; ends in a line end unless it continues a file that does not. */
export type Renderer = (report: Report, options: RenderOptions) => string;
