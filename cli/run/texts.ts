// The lines that findings stand in: fingerprints follow a line's content, wherever it moves.
import { readFileSync } from 'node:fs';
import { isAbsolute, join, normalize } from 'node:path';
import type { CheckResult } from '../../checks/audit.ts';
import { redact } from '../../checks/evidence/secret-shapes.ts';

export interface TextsFrom {
  /** Undefined where the files are not at hand. */
  readonly root: string | undefined;
  /** Lines kept with evidence that was gathered earlier. */
  readonly kept: ReadonlyMap<string, string>;
  /** Taken out, so that no fingerprint depends on a secret. */
  readonly secrets: ReadonlyMap<string, string>;
}

/** By path relative to the root, each text empty but for the lines of its findings; files that are gone or lie outside have none. */
export function textsOf(results: readonly CheckResult[], { root, kept, secrets }: TextsFrom): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const [path, lines] of linesOf(results)) {
    const text = kept.get(path) ?? (root === undefined ? undefined : readInside(root, path));
    if (text !== undefined) texts.set(path, redact(onlyLines(text, lines), secrets));
  }
  return texts;
}

function linesOf(results: readonly CheckResult[]): ReadonlyMap<string, ReadonlySet<number>> {
  const places = results
    .flatMap(({ answers }) => answers.flatMap(({ answer }) => ('findings' in answer ? answer.findings : [])))
    .flatMap(({ place }) => (place.kind === 'file' ? [place] : []));
  const byPath = Map.groupBy(places, ({ path }) => path);
  return new Map([...byPath].map(([path, each]) => [path, new Set(each.map(({ line }) => line))]));
}

function onlyLines(text: string, lines: ReadonlySet<number>): string {
  return text
    .split(/\r\n|\n|\r/)
    .map((line, at) => (lines.has(at + 1) ? line : ''))
    .join('\n')
    .trimEnd();
}

function readInside(root: string, path: string): string | undefined {
  if (isAbsolute(path) || normalize(path).startsWith('..')) return undefined;
  try {
    return readFileSync(join(root, path), 'utf8');
  } catch {
    return undefined;
  }
}
