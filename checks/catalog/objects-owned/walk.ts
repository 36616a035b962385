// What a walk through a route carries along, and what it notes.
import type { Expression, Unit } from '../../model.ts';
import type { Labels } from './labels.ts';
import type { Environment } from './names.ts';

export interface Seen {
  /** Calls given an id of the request and nothing of who is asking. */
  readonly lookups: Map<Expression, readonly string[]>;
  /** Where an id, or what it found, meets who is asking. */
  readonly meetings: Map<Expression, readonly string[]>;
  /** Where they meet without keeping anybody out, or who is asking goes where nobody could follow. */
  readonly unsure: Map<Expression, string>;
  /** Ids that are looked at anywhere. */
  readonly taken: Set<string>;
  /** Whether who is asking is known at all. */
  knows: boolean;
  /** Whether a token, a cookie or a header is looked at. */
  credential: boolean;
}
export const nothingSeen = (): Seen => ({
  lookups: new Map(),
  meetings: new Map(),
  unsure: new Map(),
  taken: new Set(),
  knows: false,
  credential: false,
});

export interface Walk {
  readonly unit: Unit;
  readonly seen: Seen;
  /** What was hung on the request on the way. */
  readonly hung: Map<string, Labels>;
  /** Functions that are being gone through. */
  readonly open: ReadonlySet<Expression>;
  /** What functions were found to do with the same given: most are reached by many a route. */
  readonly known: Map<
    Expression,
    Map<string, { readonly result: Labels; readonly seen: Seen; readonly hung: ReadonlyMap<string, Labels> }>
  >;
  readonly evaluate: (walk: Walk, node: Expression, environment: Environment) => Labels;
}

/** Adds what was seen elsewhere. */
export function addTo(seen: Seen, more: Seen): void {
  for (const [node, ids] of more.lookups) seen.lookups.set(node, ids);
  for (const [node, ids] of more.meetings) seen.meetings.set(node, ids);
  for (const [node, what] of more.unsure) seen.unsure.set(node, what);
  for (const id of more.taken) seen.taken.add(id);
  seen.knows ||= more.knows;
  seen.credential ||= more.credential;
}
