// The source that findings stand in: fingerprints follow a line's content, wherever it moves, and reports show the lines around it.
import { readFileSync } from 'node:fs';
import { isAbsolute, join, normalize } from 'node:path';
import type { CheckResult } from '../../checks/audit.ts';
import type { FilePlace } from '../../checks/model.ts';
import { excerptContext, filePlacesOf } from '../../reports/excerpts.ts';
import { lineHasher } from '../../reports/line-hash.ts';
import { maskOf } from './mask-source.ts';

export interface TextsFrom {
  /** Undefined where the files are not at hand. */
  readonly root: string | undefined;
  /** Lines kept with evidence that was gathered earlier. */
  readonly kept: ReadonlyMap<string, string>;
  /** Taken out, so that neither an excerpt nor a fingerprint shows a secret. */
  readonly secrets: ReadonlyMap<string, string>;
  /** Where hard-coded secrets were seen. */
  readonly secretPlaces: readonly FilePlace[];
}
export interface Texts {
  /** By path relative to the root, each text empty but for the lines around its findings; files that are gone or lie outside have none. */
  readonly shown: ReadonlyMap<string, string>;
  /** GitHub's hash of a line; none where the file is not at hand, or a secret would go into it. */
  readonly lineHashOf: (place: FilePlace) => string | undefined;
}

export function textsOf(results: readonly CheckResult[], from: TextsFrom): Texts {
  const shown = new Map<string, string>();
  const files = new Map<string, Source | undefined>();
  for (const [path, lines] of linesOf(results)) {
    const source = sourceOf(path, from);
    files.set(path, source);
    if (source !== undefined) shown.set(path, onlyAround(source, lines));
  }
  const lineHashOf = ({ path, line }: FilePlace): string | undefined => {
    if (!files.has(path)) files.set(path, sourceOf(path, from));
    const source = files.get(path);
    return source === undefined || hidesSecret(source, line) ? undefined : source.hashOf(line);
  };
  return { shown, lineHashOf };
}

interface Source {
  readonly masked: (at: number) => string;
  /** As they stand in the file, or were kept of an earlier run. */
  readonly lines: readonly string[];
  readonly hashOf: (line: number) => string | undefined;
}

function sourceOf(path: string, { root, kept, secrets, secretPlaces }: TextsFrom): Source | undefined {
  const secretLines = new Set(secretPlaces.flatMap((place) => (place.path === path ? [place.line] : [])));
  const before = kept.get(path);
  const text = before ?? (root === undefined ? undefined : readInside(root, path));
  if (text === undefined) return undefined;
  const lines = text.split(/\r\n|\n|\r/);
  const masked = maskOf(lines, { path, secrets, secretLines });
  if (before !== undefined) return { masked, lines, hashOf: () => undefined };
  let hashOf: Source['hashOf'] | undefined;
  return {
    masked,
    lines,
    hashOf: (line) => {
      hashOf ??= lineHasher(text);
      return hashOf(line);
    },
  };
}

// The hash is made of a hundred characters; with the others known, a short password among them could be tried out.
function hidesSecret({ masked, lines }: Source, line: number): boolean {
  let characters = 0;
  for (let at = line - 1; characters < 100 && at < lines.length; at++) {
    if (masked(at) !== lines[at]) return true;
    characters += (lines[at] ?? '').replaceAll(/[ \t]/g, '').length + 1;
  }
  return false;
}

function linesOf(results: readonly CheckResult[]): ReadonlyMap<string, ReadonlySet<number>> {
  const places = results
    .flatMap(({ answers }) => answers.flatMap(({ answer }) => ('findings' in answer ? answer.findings : [])))
    .flatMap(filePlacesOf);
  const byPath = Map.groupBy(places, ({ path }) => path);
  return new Map([...byPath].map(([path, each]) => [path, new Set(each.map(({ line }) => line))]));
}

function onlyAround({ masked, lines }: Source, meant: ReadonlySet<number>): string {
  const kept = new Set([...meant].flatMap((line) => Array.from({ length: 2 * excerptContext + 1 }, (_, at) => line - excerptContext + at)));
  return lines
    .map((_, at) => (kept.has(at + 1) ? masked(at) : ''))
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
