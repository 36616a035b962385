// Two runs against each other, as plain data.
import type { Tier, Verdict } from '../checks/model.ts';

/** Two runs against each other. */
export interface ReportComparison {
  /** The run this one is held against. */
  readonly with: { readonly startedAt: string; readonly version: string; readonly tierReached: Tier | null };
  /** Checks whose verdict is another one, or that only one of the runs holds. */
  readonly checks: readonly { readonly id: string; readonly before?: Verdict; readonly now?: Verdict }[];
  readonly added: readonly ComparedFinding[];
  readonly fixed: readonly ComparedFinding[];
  /** Findings of before whose check or witness gave no answer this time: nobody knows. */
  readonly unknown: number;
  readonly unchanged: number;
}
export interface ComparedFinding {
  readonly check: string;
  readonly place: string;
  readonly message: string;
}
