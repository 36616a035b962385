// Where a module specifier leads inside the audited root. Packages from outside lead nowhere.
import { posix } from 'node:path';
import { type Aliases, type Package, type ReadText, readAliases, readImportMap, readPackage, type Target, within } from './configs.ts';

export type Resolve = (from: string, specifier: string) => string | undefined;

/** Resolves specifiers as TypeScript, bundlers and Node do. Paths are relative to the audited root, with forward slashes. */
export function makeTypeScriptResolver(files: ReadonlySet<string>, readText: ReadText): Resolve {
  const answers = new Map<string, string | undefined>();
  const resolver = makeResolver(files, remembered(readText));
  return (from, specifier) => {
    const folder = folderOf(from);
    const question = `${folder}\0${specifier}`;
    if (!answers.has(question)) answers.set(question, resolver(folder, specifier.replace(/\?[^/]*$/, '')));
    return answers.get(question);
  };
}

const folderOf = (path: string): string => (path.includes('/') ? posix.dirname(path) : '');

/** Remembers the answers to a question about a path. */
function remembered<T>(ask: (path: string) => T): (path: string) => T {
  const known = new Map<string, { readonly answer: T }>();
  return (path) => {
    const before = known.get(path);
    if (before !== undefined) return before.answer;
    const answer = ask(path);
    known.set(path, { answer });
    return answer;
  };
}

function makeResolver(files: ReadonlySet<string>, readText: ReadText): (folder: string, specifier: string) => string | undefined {
  const packageAt = remembered((folder) => readPackage(folder, readText));
  const fileAt = (path: string | undefined): string | undefined => (path === undefined ? undefined : findFile(path, files, packageAt));
  let workspace: ReadonlyMap<string, Package> | undefined;
  const packageNamed = (name: string): Package | undefined => {
    workspace ??= findPackages(files, packageAt);
    return workspace.get(name);
  };
  const findConfig = (specifier: string): string | undefined => {
    const { name, rest } = splitPackage(specifier);
    const folder = packageNamed(name)?.folder;
    return folder === undefined ? undefined : within(folder, rest === '' ? 'tsconfig.json' : rest);
  };
  const ownAliases = remembered((folder): Aliases | undefined => {
    for (const name of ['tsconfig.json', 'jsconfig.json']) {
      const found = readAliases(within(folder, name) ?? name, readText, findConfig);
      if (found !== undefined) return found;
    }
    return undefined;
  });
  const ownImportMap = remembered((folder): Aliases | undefined => {
    for (const name of ['deno.json', 'deno.jsonc', 'import_map.json']) {
      const found = readImportMap(within(folder, name) ?? name, readText);
      if (found !== undefined) return found;
    }
    return undefined;
  });
  const inAliases = (aliases: Aliases | undefined, specifier: string): string | undefined =>
    aliases &&
    (first(targetsOf(aliases, specifier), fileAt) ?? (aliases.base === undefined ? undefined : fileAt(within(aliases.base, specifier))));

  return (folder, specifier) => {
    if (/^\.{1,2}(?:\/|$)/.test(specifier)) return fileAt(within(folder, specifier));
    if (/^(?:\/|[a-z]+:)/.test(specifier)) return undefined;
    if (specifier.startsWith('#')) {
      const owner = nearest(folder, (each) => (packageAt(each)?.imports === undefined ? undefined : packageAt(each)));
      const found = owner && first(leaves(owner.imports, specifier), (each) => inPackage(owner, each, fileAt));
      if (found !== undefined) return found;
    }
    const aliased = inAliases(nearest(folder, ownAliases), specifier) ?? inAliases(nearest(folder, ownImportMap), specifier);
    if (aliased !== undefined) return aliased;
    const { name, rest } = splitPackage(specifier);
    const owner = packageNamed(name);
    return owner && inWorkspace(owner, rest, fileAt);
  };
}

const substitutes: readonly (readonly [written: string, real: readonly string[]])[] = [
  ['.js', ['.ts', '.tsx']],
  ['.jsx', ['.tsx']],
  ['.mjs', ['.mts']],
  ['.cjs', ['.cts']],
];
const extensions = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs', '.vue', '.svelte', '.json'];

/** The file a path means: TypeScript's own twin of a .js first, then the file itself, then with an extension, then the folder's. */
function findFile(path: string, files: ReadonlySet<string>, packageAt: (folder: string) => Package | undefined): string | undefined {
  const has = (each: string): string | undefined => (files.has(each) ? each : undefined);
  for (const [written, real] of substitutes) {
    if (!path.endsWith(written)) continue;
    const stem = path.slice(0, -written.length);
    const found = first(real, (extension) => has(stem + extension));
    if (found !== undefined) return found;
  }
  const found = has(path) ?? first(extensions, (extension) => has(path + extension));
  if (found !== undefined) return found;
  const folder = path === '' ? '' : `${path}/`;
  const index = first(extensions, (extension) => has(`${folder}index${extension}`));
  const main = packageAt(path)?.mains ?? [];
  return first(main, (each) => firstFile(within(path, each), files)) ?? index;
}

function firstFile(path: string | undefined, files: ReadonlySet<string>): string | undefined {
  return path === undefined ? undefined : findFile(path, files, () => undefined);
}

function first<T, R>(items: Iterable<T>, ask: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const answer = ask(item);
    if (answer !== undefined) return answer;
  }
  return undefined;
}

function nearest<T>(folder: string, ask: (folder: string) => T | undefined): T | undefined {
  for (let each = folder; ; each = folderOf(each)) {
    const answer = ask(each);
    if (answer !== undefined || each === '') return answer;
  }
}

/** Every package.json inside the root by its name; of two with one name, the one nearer to the root. */
function findPackages(files: ReadonlySet<string>, packageAt: (folder: string) => Package | undefined): ReadonlyMap<string, Package> {
  const folders = new Set<string>(['']);
  for (const path of files) {
    for (let folder = folderOf(path); !folders.has(folder); folder = folderOf(folder)) folders.add(folder);
  }
  const packages = new Map<string, Package>();
  for (const folder of [...folders].sort((a, b) => a.length - b.length || (a < b ? -1 : 1))) {
    if (/(?:^|\/)node_modules(?:\/|$)/.test(folder)) continue;
    const found = packageAt(folder);
    if (found?.name !== undefined && !packages.has(found.name)) packages.set(found.name, found);
  }
  return packages;
}

function splitPackage(specifier: string): { readonly name: string; readonly rest: string } {
  const parts = specifier.split('/');
  const length = specifier.startsWith('@') ? 2 : 1;
  return { name: parts.slice(0, length).join('/'), rest: parts.slice(length).join('/') };
}

/** The targets of the patterns that a specifier matches: an exact one first, then the longest prefix. */
function targetsOf({ paths }: Aliases, specifier: string): readonly string[] {
  const matches = paths.flatMap(({ pattern, targets }) => {
    const filled = fill(pattern, specifier);
    return filled === undefined
      ? []
      : [{ length: pattern === specifier ? Number.POSITIVE_INFINITY : pattern.indexOf('*'), targets: targets.map(filled) }];
  });
  return matches.sort((a, b) => b.length - a.length).flatMap(({ targets }) => targets);
}

/** How to put what a pattern's star stands for into a target. Undefined where the pattern does not match. */
function fill(pattern: string, specifier: string): ((target: string) => string) | undefined {
  const star = pattern.indexOf('*');
  if (star === -1) return pattern === specifier ? (target) => target : undefined;
  const [before, after] = [pattern.slice(0, star), pattern.slice(star + 1)];
  if (!specifier.startsWith(before) || !specifier.endsWith(after) || specifier.length < before.length + after.length) return undefined;
  const middle = specifier.slice(before.length, specifier.length - after.length);
  return (target) => target.replaceAll('*', () => middle);
}

const preferred = ['source', 'development', 'import', 'node', 'default', 'require'];

/** Every path that an `exports` or `imports` map may lead to for a name, the likeliest first. */
function leaves(map: Target | undefined, name: string): readonly string[] {
  if (map === undefined || map === null) return [];
  const isTable = typeof map === 'object' && !Array.isArray(map) && Object.keys(map).some((key) => /^[.#]/.test(key));
  if (!isTable) return name === '.' ? paths(map) : [];
  const table = Object.entries(map).map(([pattern, target]) => ({ pattern, targets: paths(target) }));
  return targetsOf({ paths: table }, name);
}

function paths(target: Target): readonly string[] {
  if (target === null) return [];
  if (typeof target === 'string') return [target];
  if (Array.isArray(target)) return target.flatMap(paths);
  const rank = (condition: string): number => (preferred.includes(condition) ? preferred.indexOf(condition) : preferred.length);
  return Object.entries(target)
    .sort(([a], [b]) => rank(a) - rank(b))
    .flatMap(([, each]) => paths(each));
}

type FileAt = (path: string | undefined) => string | undefined;

const built = /^(?:\.\/)?(?:dist|build|lib|out|esm|cjs)\/(?:(?:esm|cjs|src)\/)?/;

/** A path inside a package; where what is built is absent, its source. */
function inPackage({ folder }: Package, path: string, fileAt: FileAt): string | undefined {
  const plain = path.replace(/\.d\.([mc]?ts)$/, '.$1');
  return (
    fileAt(within(folder, path)) ??
    (built.test(path) ? first(['src/', ''], (root) => fileAt(within(folder, plain.replace(built, root)))) : undefined)
  );
}

function inWorkspace(owner: Package, rest: string, fileAt: FileAt): string | undefined {
  const written = leaves(owner.exports, rest === '' ? '.' : `./${rest}`);
  const guesses = rest === '' ? [...owner.mains, 'src/index', 'index'] : [rest, `src/${rest}`];
  return first([...written, ...guesses], (path) => inPackage(owner, path, fileAt));
}
