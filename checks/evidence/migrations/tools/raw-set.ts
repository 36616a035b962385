// What a tool's folder holds, before any of it is parsed.
import type { MigrationSet, MigrationTool } from '../../../model.ts';

export interface RawFile {
  readonly version: string;
  readonly name: string;
  /** Relative to the audited root. */
  readonly path: string;
  /** The part that is run on the way up, at its own lines; absent where it is written in another language. */
  readonly sql?: string;
  /** All of it. */
  readonly text: string;
  /** Versions right before it, where the tool links them. */
  readonly parents?: readonly string[];
  /** Versions that it stands for, where the tool joins several into one. */
  readonly replaces?: readonly string[];
}
export interface RawSet {
  readonly tool: MigrationTool;
  readonly folder: string;
  readonly files: readonly RawFile[];
  readonly passedOver: MigrationSet['passedOver'];
  readonly absent: MigrationSet['absent'];
  readonly heads: readonly string[];
}
/** Reads a file of the checkout; undefined where it can't be. */
export type ReadText = (path: string) => string | undefined;

export const firstLine = (path: string) => ({ kind: 'file', path, line: 1, column: 1 }) as const;
export const folderOf = (path: string): string => path.split('/').slice(0, -1).join('/');
export const lastOf = (path: string): string => path.split('/').at(-1) ?? path;
export const byVersion = (one: { readonly version: string }, other: { readonly version: string }): number =>
  compareVersions(one.version, other.version);

/** Numbers by their size, part by part; anything else by its letters. */
export function compareVersions(one: string, other: string): number {
  const numeric = /^\d+(?:[._]\d+)*$/;
  if (!numeric.test(one) || !numeric.test(other)) return one < other ? -1 : one > other ? 1 : 0;
  const [first, second] = [partsOf(one), partsOf(other)];
  const at = first.findIndex((part, index) => part !== second[index]);
  if (at === -1) return first.length - second.length;
  return (first[at] ?? 0n) < (second[at] ?? -1n) ? -1 : 1;
}

const partsOf = (version: string): readonly bigint[] => version.split(/[._]/).map(BigInt);
