// Where a thing was seen.

export interface FilePlace {
  readonly kind: 'file';
  /** Relative to the audited root, forward slashes. */
  readonly path: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based. */
  readonly column: number;
}
export interface RequestPlace {
  readonly kind: 'request';
  readonly method: string;
  readonly url: string;
  /** A command that repeats the request; secrets stand as placeholders. */
  readonly curl: string;
}
export interface EnvironmentPlace {
  readonly kind: 'environment';
  readonly name: string;
  /** `process`, or the path of the file that sets it. */
  readonly source: string;
}
export interface ProcessPlace {
  readonly kind: 'process';
  readonly what: string;
}
export interface DatabasePlace {
  readonly kind: 'database';
  /** `host:port/name`, or a backup's file name; never a credential. */
  readonly database: string;
  /** `table public.plans`, `index public.plans_title`. */
  readonly object: string;
}
export type Place = FilePlace | RequestPlace | EnvironmentPlace | ProcessPlace | DatabasePlace;
