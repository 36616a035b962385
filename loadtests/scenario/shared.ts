// What the threads of one run have in common, as data that can be handed over: each makes the plan again, and it is the same plan.
import type { Row } from './schema.ts';
import type { Value } from './template.ts';

/** The rows of a feed, those made for this run included, and how many were given out before. */
export interface SharedFeed {
  readonly rows: readonly Row[];
  readonly given: number;
}
/** What is known of a user beyond their row: the token, and whatever else signing in gave. */
export type Kept = ReadonlyMap<string, Value>;
export interface Shared {
  readonly run: string;
  readonly feeds: ReadonlyMap<string, SharedFeed>;
  /** In the order of the rows of their feed. */
  readonly users: readonly Kept[];
}
/** Gets a user's token renewed where all threads' users are looked after; undefined where there is none to be had. */
export type RenewElsewhere = (user: number, stale: Value) => Promise<Kept | undefined>;
