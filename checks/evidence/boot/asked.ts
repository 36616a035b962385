// One request to a service that we started, and its answer, as drills see them.
import type { RequestPlace } from '../../model.ts';
import { curlOf } from '../http/curl.ts';

export interface Ask {
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly timeoutMs?: number;
}
export interface Reply {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  /** At most 64 KiB. */
  readonly body: string;
}

/** The request as a place of a finding; each of `secrets` (value to name) stands as a placeholder. */
export function placeOf(base: string, { method, path, headers = {}, body }: Ask, secrets: ReadonlyMap<string, string>): RequestPlace {
  const shown = body === undefined ? headers : { ...headers, 'content-type': 'application/json' };
  const url = new URL(path, base).href;
  const curl = curlOf({ method, url, headers: Object.entries(shown), body, fillerBytes: undefined }, secrets);
  return { kind: 'request', method, url, curl };
}
