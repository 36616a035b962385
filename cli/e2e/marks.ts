// Reads the marks that the faulty lines of a target carry (`<- finding <check>, <check>`), and what an audit of it must therefore say.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

export interface Mark {
  readonly check: string;
  /** Relative to the target, forward slashes. */
  readonly path: string;
  /** 1-based. */
  readonly line: number;
  /** The variable that the line sets, in an environment file. */
  readonly variable?: string;
}
export interface Expectation {
  readonly verdict: 'pass' | 'fail';
  /** `path:line`, sorted by path and line. */
  readonly places: readonly string[];
}

/** Those of the checklist's first tier: what is in them stands in code and environment files, line by line. */
export const markedChecks = [
  'cors-restricted',
  'jwt-verified',
  'env-validated-at-startup',
  'error-responses-private',
  'logs-through-logger',
  'service-key-contained',
  'requests-time-out',
  'env-complete',
  'objects-owned',
] as const;
const mark = /(?:#|\/\/)\s*<- finding\s+([a-z][a-z-]*(?:\s*,\s*[a-z][a-z-]*)*)\s*$/;
const looksLikeMark = /(?:#|\/\/)\s*<-/;
const notOurs = new Set(['node_modules', '__pycache__', '.git', 'README.md', 'expected.json']);

/** The marks of every file under a target, sorted by path and line. Throws where a mark is spelt wrong or names no check of the first tier. */
export function readMarks(targetDir: string): readonly Mark[] {
  return filesUnder(targetDir).flatMap((file) => marksIn(relative(targetDir, file).split(sep).join('/'), readFileSync(file, 'utf8')));
}

/** What each check of the first tier must find: a check without a mark must pass. */
export function expectationsOf(marks: readonly Mark[]): Readonly<Record<string, Expectation>> {
  return Object.fromEntries(
    markedChecks.map((check): [string, Expectation] => {
      const places = marks.filter((each) => each.check === check).map(({ path, line }) => `${path}:${line}`);
      return [check, { verdict: places.length === 0 ? 'pass' : 'fail', places: places.sort(byPlace) }];
    }),
  );
}

/** Orders `path:line` by path, then by line. */
export function byPlace(one: string, other: string): number {
  const [path, line] = splitPlace(one);
  const [otherPath, otherLine] = splitPlace(other);
  if (path !== otherPath) return path < otherPath ? -1 : 1;
  return line - otherLine;
}

function splitPlace(place: string): readonly [path: string, line: number] {
  const at = place.lastIndexOf(':');
  return at === -1 ? [place, 0] : [place.slice(0, at), Number(place.slice(at + 1))];
}

export function marksIn(path: string, text: string): readonly Mark[] {
  return text.split(/\r?\n/).flatMap((line, index) => {
    const place = { path, line: index + 1 };
    const checks = mark.exec(line)?.[1]?.split(',') ?? [];
    if (checks.length === 0 && looksLikeMark.test(line)) throw new Error(`${path}:${place.line}: this mark can't be read`);
    const variable = /(?:^|\/)\.env[^/]*$/.test(path) ? /^([A-Za-z_]\w*)\s*=/.exec(line)?.[1] : undefined;
    return checks.map((check) => ({ check: known(check.trim(), place), ...place, ...(variable !== undefined && { variable }) }));
  });
}

function known(check: string, place: { readonly path: string; readonly line: number }): string {
  if (markedChecks.some((each) => each === check)) return check;
  throw new Error(`${place.path}:${place.line}: there is no check ${check} in the first tier`);
}

function filesUnder(dir: string): readonly string[] {
  const entries = readdirSync(dir, { withFileTypes: true }).filter(({ name }) => !notOurs.has(name));
  return entries
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesUnder(join(dir, entry.name)) : [join(dir, entry.name)]));
}
