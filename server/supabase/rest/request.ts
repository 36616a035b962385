// A request to the REST half, taken apart once: what is asked for, and how the answer is wanted.
import type { IncomingHttpHeaders } from 'node:http';

export interface RestRequest {
  readonly method: string;
  /** A table's name, or `rpc/` and a function's. */
  readonly path: string;
  readonly url: URLSearchParams;
  readonly body: string;
  readonly prefers: Preferences;
  /** One object instead of a list; anything but one row is then an error. */
  readonly single: boolean;
}
export interface Preferences {
  readonly representation: boolean;
  readonly count: boolean;
  readonly resolution: 'merge-duplicates' | 'ignore-duplicates' | undefined;
}
/** What the database gave, before it becomes an answer. */
export interface RestResult {
  readonly status: number;
  /** JSON; undefined for no body. */
  readonly body: string | undefined;
  readonly rows: number;
  readonly offset: number;
  /** All rows that match, where they were counted. */
  readonly total: number | undefined;
}

export function preferences({ prefer }: IncomingHttpHeaders): Preferences {
  const given = new Set(String(prefer ?? '').split(/\s*,\s*/));
  return {
    representation: given.has('return=representation'),
    count: ['exact', 'planned', 'estimated'].some((kind) => given.has(`count=${kind}`)),
    resolution: given.has('resolution=merge-duplicates')
      ? 'merge-duplicates'
      : given.has('resolution=ignore-duplicates')
        ? 'ignore-duplicates'
        : undefined,
  };
}
