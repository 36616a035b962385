// Every file of a checkout, once: what may be a service's source, and what is left out and why.
import { closeSync, lstatSync, openSync, readdirSync, readSync, type Stats } from 'node:fs';
import type { Language } from '../../model.ts';

export interface Listing {
  /** Source files that may belong to a service, relative, forward slashes, in order. */
  readonly sources: readonly SourcePath[];
  /** Every path seen that is not in a skipped folder: manifests and configuration are looked up here. */
  readonly all: ReadonlySet<string>;
  readonly leftOut: ReadonlyMap<string, readonly string[]>;
}
export interface SourcePath {
  readonly path: string;
  readonly language: Language;
  readonly bytes: number;
}
export interface ListingLimits {
  readonly files: number;
  readonly fileBytes: number;
}
export const defaultLimits: ListingLimits = { files: 200_000, fileBytes: 1024 * 1024 };

const skipped = new Map([
  ['node_modules', 'installed packages'],
  ['site-packages', 'installed packages'],
  ['.venv', 'installed packages'],
  ['venv', 'installed packages'],
  ['.tox', 'installed packages'],
  ['bower_components', 'installed packages'],
  ['.yarn', 'installed packages'],
  ['.git', 'version control'],
  ['.hg', 'version control'],
  ['.svn', 'version control'],
  ['dist', 'built'],
  ['build', 'built'],
  ['out', 'built'],
  ['.next', 'built'],
  ['.nuxt', 'built'],
  ['.expo', 'built'],
  ['.turbo', 'built'],
  ['coverage', 'built'],
  ['__pycache__', 'built'],
  ['.cache', 'built'],
  ['.output', 'built'],
  ['target', 'built'],
  ['vendor', 'vendored'],
  ['vendors', 'vendored'],
  ['third_party', 'vendored'],
  ['thirdparty', 'vendored'],
  ['third-party', 'vendored'],
]);
const languages = new Map<string, Language>([
  ['.ts', 'typescript'],
  ['.tsx', 'typescript'],
  ['.mts', 'typescript'],
  ['.cts', 'typescript'],
  ['.js', 'typescript'],
  ['.jsx', 'typescript'],
  ['.mjs', 'typescript'],
  ['.cjs', 'typescript'],
  ['.py', 'python'],
]);
const generated =
  /(?:^|\/)(?:__generated__|generated|\.generated)\/|\.(?:generated|gen|min|bundle)\.\w+$|_pb2(?:_grpc)?\.py$|\.d\.[mc]?ts$/;
const tests =
  /(?:^|\/)(?:tests?|__(?:tests?|mocks?|fixtures?|snapshots?)__|e2e(?:-[\w-]+)?|(?<!(?:^|\/)(?:app|src)\/)specs?|testing|cypress|playwright|fixtures?|mocks?|integration-tests?|(?:[\w-]+[-_])?test[-_]?(?:utils?|helpers?|suite|kit))\/|(?:^|\/)(?:conftest|test_[\w-]+|[\w-]+_test|tests?)\.py$|(?:^|\/)tests?\.[mc]?[jt]s$|\.(?:test|spec|e2e|e2e-spec|stories|story|mock|fixture|cy)\.[mc]?[jt]sx?$/;

/** Rules, hooks and scripts of editors, linters and assistants; routes may lie in `.well-known`. */
const hidden = /(?:^|\/)\.(?!well-known\/)[^/]+\//;

/** Walks a folder without following symlinks. Never throws for a single entry; `root` itself must be a readable folder. */
export function listFiles(root: string, limits: ListingLimits = defaultLimits): Listing {
  const sources: SourcePath[] = [];
  const all = new Set<string>();
  const leftOut = new Map<string, string[]>();
  const leave = (reason: string, path: string): void => {
    const known = leftOut.get(reason);
    if (known) known.push(path);
    else leftOut.set(reason, [path]);
  };
  const folders = [''];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const entries = readFolder(`${root}/${folder}`, folder, leave).sort((a, b) => (a.name < b.name ? -1 : 1));
    if (folder !== '' && entries.some((entry) => entry.name === 'pyvenv.cfg' && entry.isFile())) {
      leave('installed packages', folder);
      continue;
    }
    const inner: string[] = [];
    for (const entry of entries) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isSymbolicLink()) leave('symbolic link', path);
      else if (entry.isDirectory()) {
        const reason = skipReason(entry.name, `${root}/${path}`);
        if (reason === undefined) inner.push(path);
        else leave(reason, path);
      } else if (entry.isFile()) {
        if (all.size >= limits.files) leave(`beyond the first ${limits.files} files`, path);
        else {
          all.add(path);
          take(root, path, limits, sources, leave);
        }
      } else leave('neither file nor folder', path);
    }
    folders.push(...inner.reverse());
  }
  return { sources, all, leftOut };
}

function readFolder(place: string, folder: string, leave: (reason: string, path: string) => void) {
  try {
    return readdirSync(place, { withFileTypes: true });
  } catch (error) {
    if (folder === '') throw error;
    leave('folder that could not be opened', folder);
    return [];
  }
}

function skipReason(name: string, place: string): string | undefined {
  const known = skipped.get(name);
  // A source folder may be called `build` or `out`; a built one holds no manifest of its own.
  if (known === 'built' && (name === 'build' || name === 'target' || name === 'out') && holds(place, 'package.json')) return undefined;
  // A package of Python may be called so too: `api/coverage/__init__.py`.
  if (known === 'built' && holds(place, '__init__.py')) return undefined;
  if (known !== undefined) return known;
  return name.endsWith('.egg-info') ? 'installed packages' : undefined;
}

/** What lies there; undefined where nothing does, or where we may not look. */
function looked(place: string): Stats | undefined {
  try {
    return lstatSync(place, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

function holds(folder: string, name: string): boolean {
  return looked(`${folder}/${name}`)?.isFile() === true;
}

function take(
  root: string,
  path: string,
  limits: ListingLimits,
  sources: SourcePath[],
  leave: (reason: string, path: string) => void,
): void {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  if (dot === -1 && /(?:^|\/)bin\/[^/]+$/.test(path) && isNodeScript(`${root}/${path}`))
    return void sources.push({ path, language: 'typescript', bytes: 0 });
  if (name.endsWith('.ipynb')) return leave('notebook', path);
  const language = dot > 0 ? languages.get(name.slice(dot)) : undefined;
  if (language === undefined) return;
  if (generated.test(path)) return leave('generated', path);
  if (tests.test(path)) return leave('test', path);
  if (hidden.test(path)) return leave('hidden folder', path);
  const bytes = looked(`${root}/${path}`)?.size ?? 0;
  if (bytes > limits.fileBytes) return leave(`larger than ${Math.round(limits.fileBytes / 1024)} KiB`, path);
  sources.push({ path, language, bytes });
}

/** `bin/www`: a script without an extension, told by its first line. */
function isNodeScript(place: string): boolean {
  try {
    const file = openSync(place, 'r');
    const start = Buffer.alloc(64);
    readSync(file, start, 0, start.length, 0);
    closeSync(file);
    return /^#!.*\b(?:node|tsx|bun|deno)\b/.test(start.toString('latin1'));
  } catch {
    return false;
  }
}
