// What the threads of one run tell each other.
import type { Place } from '../../scenario/read.ts';
import type { Scenario } from '../../scenario/schema.ts';
import type { Kept, Shared } from '../../scenario/shared.ts';
import type { Value } from '../../scenario/template.ts';
import type { Driven } from '../driven.ts';
import type { Second } from '../recorder.ts';
import type { DrivenText, RecorderText } from './handover.ts';

/** What a plan is made from again in each thread: functions can't be handed over. */
export interface Source {
  readonly scenario: Scenario;
  readonly place: Place;
}
export interface Task {
  readonly source: Source;
  /** Rows, users and the run's own name: of all threads, never of one. */
  readonly shared: Shared;
  readonly index: number;
  readonly of: number;
  /** Whether every second is told with all that was seen until then. */
  readonly tellsAll: boolean;
}
/** Once all are ready: the one moment at which the schedule begins, of the clock that all threads share. Then perhaps that it ends. */
export type ToThread = { readonly startNs: bigint } | 'stop' | { readonly renewed: number; readonly kept: Kept | undefined };
export type FromThread =
  | { readonly kind: 'ready' }
  | { readonly kind: 'second'; readonly second: Second; readonly recorder?: RecorderText }
  | { readonly kind: 'end'; readonly driven: DrivenText; readonly given: ReadonlyMap<string, number> }
  /** Asks for the token of a user; `id` is in the answer. */
  | { readonly kind: 'renew'; readonly id: number; readonly user: number; readonly stale: Value }
  | { readonly kind: 'problem'; readonly problem: string };
export type Stop = NonNullable<Driven['stopped']>;
