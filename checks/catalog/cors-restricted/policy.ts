// What a service says of who may read its answers, and how the library at hand takes it.
import type { FilePlace, Site, Value } from '../../model.ts';

/** How a library reads what it is given. */
export interface Semantics {
  readonly name: string;
  /** A `*` in a list admits everybody; elsewhere it is compared as a text and matches nobody. */
  readonly starInList: boolean;
  /** What it does when no origins are given. */
  readonly byDefault: 'anyone' | 'nobody';
  /** `full`: the whole origin must match; `start`: anything may follow; `search`: it may match anywhere. */
  readonly regex: 'full' | 'start' | 'search';
  /** Texts with regex characters are patterns. */
  readonly textIsRegex?: true;
}
/** Whom something lets in: places that admit too many, places that are fine, and what could not be followed. */
export interface Admission {
  readonly bad: readonly { readonly place: FilePlace; readonly what: string }[];
  readonly good: readonly { readonly place: FilePlace; readonly what: string }[];
  readonly unclear: readonly string[];
}
export interface Policy {
  readonly site: Site;
  readonly semantics: Semantics;
  readonly origins: Value | 'absent' | 'unknown';
  /** A text that is a pattern, as Starlette's allow_origin_regex. */
  readonly pattern?: Value | 'absent' | 'unknown';
  readonly credentials: boolean;
}
