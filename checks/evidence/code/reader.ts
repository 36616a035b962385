// Reads the files of a checkout, each once. What is no text, or cannot be opened, is told and never thrown.
import { isUtf8 } from 'node:buffer';
import { hash } from 'node:crypto';
import { closeSync, lstatSync, openSync, readFileSync, readSync } from 'node:fs';
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
    const bytes = bytesOf(`${root}/${path}`);
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

// One place for the bytes of all files, each gone with the next: a buffer for each would be as much again as what is read.
let room: Buffer | undefined;
const roomBytes = 256 * 1024;

/** The bytes are there until the next file is read. */
function bytesOf(place: string): Bytes {
  room ??= Buffer.allocUnsafeSlow(roomBytes);
  try {
    const file = openSync(place, 'r');
    try {
      let length = 0;
      // To the end, which only an empty read tells: what is cut short would be judged as if it were whole.
      for (let more = -1; more !== 0 && length < roomBytes; length += more) more = readSync(file, room, length, roomBytes - length, null);
      return { found: length < roomBytes ? room.subarray(0, length) : readFileSync(place) };
    } finally {
      closeSync(file);
    }
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
