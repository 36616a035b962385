// Reads the files of a checkout, each once. What is no text, or cannot be opened, is told and never thrown.
import { isUtf8 } from 'node:buffer';
import { hash } from 'node:crypto';
import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Listing } from './files.ts';

/** `contents` gets the digest of each file that is asked for, or `absent`. */
export function makeReader(
  root: string,
  listing: Listing,
  unreadable: Map<string, string>,
  contents: Map<string, string> = new Map(),
): Reader {
  const sources = new Set(listing.sources.map(({ path }) => path));
  const texts = new Map<string, string | undefined>();
  const read = (path: string): string | undefined => {
    if (texts.has(path)) return texts.get(path);
    // A manifest or a configuration that is not there, or no text, is no source that could not be read.
    const bytes = bytesOf(join(root, path));
    contents.set(path, digestOf(bytes));
    const text = textOf(bytes, (because) => sources.has(path) && unreadable.set(path, because));
    texts.set(path, text);
    return text;
  };
  const keepOnly = (paths: ReadonlySet<string>): void => {
    for (const path of texts.keys()) if (!paths.has(path)) texts.delete(path);
  };
  return { read, keepOnly };
}

export interface Reader {
  /** The text of a file; undefined where it is not there or no text. */
  readonly read: (path: string) => string | undefined;
  /** Lets go of all other texts; one that is asked for again is read again. */
  readonly keepOnly: (paths: ReadonlySet<string>) => void;
}

type Bytes = { readonly found: Buffer } | { readonly missing: string };

function bytesOf(place: string): Bytes {
  try {
    return { found: readFileSync(place) };
  } catch (error) {
    return { missing: error instanceof Error && 'code' in error ? String(error.code) : 'error' };
  }
}

const digestOf = (bytes: Bytes): string => ('found' in bytes ? hash('sha256', bytes.found, 'base64') : 'absent');

/** The digest of what lies there now. */
export const contentOf = (place: string): string => digestOf(bytesOf(place));

function textOf(bytes: Bytes, fail: (because: string) => unknown): string | undefined {
  if ('found' in bytes && isUtf8(bytes.found)) return bytes.found.toString('utf8');
  fail('found' in bytes ? 'not UTF-8 text' : `could not be opened (${bytes.missing})`);
  return undefined;
}

/** In bytes; 0 where there is no such file, or where we may not look. */
export function sizeOf(place: string): number {
  try {
    return lstatSync(place, { throwIfNoEntry: false })?.size ?? 0;
  } catch {
    return 0;
  }
}
