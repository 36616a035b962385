// Whether a checkout still holds what was read of it: one digest over its paths and over the bytes of every file that was asked for.
import { hash } from 'node:crypto';
import type { Listing } from './files.ts';
import { contentOf, sizeOf } from './reader.ts';
import { mayHoldSecrets, mostSecretBytes } from './seen-secrets.ts';

/** What the answers of a run rest on. The digest is one for all: nothing can be learned of a single file from it. */
export interface Looked {
  /** Every file whose bytes were asked for. */
  readonly paths: readonly string[];
  readonly digest: string;
}

/** `contents` are the digests of the files that were read, by path. */
export function lookedAt(root: string, listing: Listing, contents: ReadonlyMap<string, string>): Looked {
  const paths = [...contents.keys()].sort();
  const parts = [
    ...[...listing.all].sort(),
    ...listing.sources.map(({ path, language }) => `${language} ${path}`),
    ...[...listing.leftOut].flatMap(([reason, left]) => [reason, ...left]),
    // Whether these are looked into hangs on their size.
    ...[...listing.all].filter((path) => mayHoldSecrets(path) && sizeOf(`${root}/${path}`) > mostSecretBytes),
    ...paths.map((path) => `${path} ${contents.get(path)}`),
  ];
  return { paths, digest: hash('sha256', JSON.stringify(parts), 'base64') };
}

/** Of these paths, and of these contents (digests by path). */
export function digestOver(all: ReadonlySet<string>, contents: ReadonlyMap<string, string>): string {
  return hash('sha256', JSON.stringify([[...all].sort(), [...contents].sort()]), 'base64');
}

/** Reads the files again: false where anything that was looked at is another now. */
export function isAsItWas(root: string, listing: Listing, looked: Looked): boolean {
  const contents = new Map(looked.paths.map((path) => [path, contentOf(`${root}/${path}`)]));
  return lookedAt(root, listing, contents).digest === looked.digest;
}
