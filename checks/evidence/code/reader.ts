// Reads the files of a checkout, each once. What is no text, or cannot be opened, is told and never thrown.
import { isUtf8 } from 'node:buffer';
import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Listing } from './files.ts';

export function makeReader(root: string, listing: Listing, unreadable: Map<string, string>): (path: string) => string | undefined {
  const sources = new Set(listing.sources.map(({ path }) => path));
  const texts = new Map<string, string | undefined>();
  return (path) => {
    if (texts.has(path)) return texts.get(path);
    // A manifest or a configuration that is not there, or no text, is no source that could not be read.
    const text = readText(join(root, path), (because) => sources.has(path) && unreadable.set(path, because));
    texts.set(path, text);
    return text;
  };
}

function readText(place: string, fail: (because: string) => unknown): string | undefined {
  let bytes: Buffer;
  try {
    bytes = readFileSync(place);
  } catch (error) {
    fail(`could not be opened (${error instanceof Error && 'code' in error ? String(error.code) : 'error'})`);
    return undefined;
  }
  if (!isUtf8(bytes)) {
    fail('not UTF-8 text');
    return undefined;
  }
  return bytes.toString('utf8');
}

/** In bytes; 0 where there is no such file. */
export const sizeOf = (place: string): number => lstatSync(place, { throwIfNoEntry: false })?.size ?? 0;
