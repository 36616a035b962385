// One environment file read and taken apart. Whatever is wrong with the file is told in one line; nothing throws.
import { readFile, stat } from 'node:fs/promises';
import { parse } from 'dotenv';

/** Values stay in memory; evidence keeps only what `shape.ts` says of them. */
export interface Assigned {
  readonly name: string;
  readonly value: string;
  /** 1-based; 0 where there are no lines. */
  readonly line: number;
}
export type ParsedFile =
  | {
      readonly assigned: readonly Assigned[];
      /** Assignments that are commented out: an example file documents optional variables so. */
      readonly commentedOut: readonly Assigned[];
    }
  | { readonly problem: string };

const largestBytes = 1024 * 1024;

/** Reads a file of up to 1 MiB. */
export async function readEnvironmentFile(path: string): Promise<ParsedFile> {
  try {
    const about = await stat(path);
    if (about.isDirectory()) return { problem: 'is a folder' };
    if (!about.isFile()) return { problem: 'is no regular file' };
    if (about.size > largestBytes) return { problem: `has ${Math.round(about.size / largestBytes)} MB: too large for an environment file` };
    return parseEnvironment(await readFile(path));
  } catch (error) {
    return { problem: `cannot be read (${codeOf(error)})` };
  }
}

export function parseEnvironment(bytes: Uint8Array): ParsedFile {
  const text = decoded(bytes);
  if (text === undefined) return { problem: 'is not UTF-8 text' };
  const lines = lineNumbers(text);
  // The parser's default reading takes seconds for a file of empty lines; its scanner reads the same in one pass.
  const assigned = Object.entries(parse(text, { fast: true })).map(([name, value]) => ({ name, value, line: lines.get(name) ?? 1 }));
  return { assigned, commentedOut: commentedOut(text).filter(({ name }) => !lines.has(name)) };
}

function commentedOut(text: string): readonly Assigned[] {
  return text.split(/\r\n?|\n/).flatMap((line, index) => {
    const name = /^\s*#+\s*(?:export\s+)?([A-Z][A-Z0-9_]*)=/.exec(line)?.[1];
    return name === undefined ? [] : [{ name, value: '', line: index + 1 }];
  });
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}

// The parser keeps the last assignment of a name and no lines.
function lineNumbers(text: string): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const [index, line] of text.split(/\r\n?|\n/).entries()) {
    const name = /^\s*(?:export\s+)?([\w.-]+)\s*[=:]/.exec(line)?.[1];
    if (name !== undefined) found.set(name, index + 1);
  }
  return found;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown error';
}
