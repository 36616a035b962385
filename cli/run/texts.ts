// Text of the files that findings stand in: fingerprints follow a line's content.
import { readFileSync } from 'node:fs';
import { isAbsolute, join, normalize } from 'node:path';
import type { CheckResult } from '../../checks/audit.ts';

/** By path relative to the root; files that are gone or lie outside it have no text. */
export function textsOf(results: readonly CheckResult[], root: string | undefined): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  if (root === undefined) return texts;
  for (const { answers } of results) {
    for (const { answer } of answers) {
      for (const { place } of 'findings' in answer ? answer.findings : []) {
        if (place.kind !== 'file' || texts.has(place.path)) continue;
        const text = readInside(root, place.path);
        if (text !== undefined) texts.set(place.path, text);
      }
    }
  }
  return texts;
}

function readInside(root: string, path: string): string | undefined {
  if (isAbsolute(path) || normalize(path).startsWith('..')) return undefined;
  try {
    return readFileSync(join(root, path), 'utf8');
  } catch {
    return undefined;
  }
}
