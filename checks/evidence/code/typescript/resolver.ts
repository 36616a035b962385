// Where a module specifier leads inside the audited root. Packages from outside lead nowhere.
import { posix } from 'node:path';
import { type Aliases, type Package, type ReadText, readAliases, readImportMap, readPackage, within } from './configs.ts';
import { first, inPackage, inWorkspace, leaves, splitPackage, targetsOf } from './targets.ts';

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
  const importsAt = (folder: string): Package | undefined => (packageAt(folder)?.imports === undefined ? undefined : packageAt(folder));
  const fileAt = (path: string | undefined): string | undefined => (path === undefined ? undefined : findFile(path, files, packageAt));
  let workspace: ReadonlyMap<string, Package> | undefined;
  const packageNamed = (name: string): Package | undefined => {
    workspace ??= findPackages(files, packageAt);
    return workspace.get(name);
  };
  const aliasesAt = remembered((folder) => aliasesIn(folder, readText, packageNamed));
  const importMapAt = remembered((folder) => first(importMaps, (name) => readImportMap(within(folder, name) ?? name, readText)));
  const inAliases = (aliases: Aliases | undefined, specifier: string): string | undefined => {
    if (aliases === undefined) return undefined;
    const { base } = aliases;
    return first(targetsOf(aliases, specifier), fileAt) ?? (base === undefined ? undefined : fileAt(within(base, specifier)));
  };

  return (folder, specifier) => {
    if (/^\.{1,2}(?:\/|$)/.test(specifier)) {
      const path = within(folder, specifier);
      return fileAt(path) ?? first(path === undefined ? [] : defaultsFor(path), fileAt);
    }
    if (/^(?:\/|[a-z]+:)/.test(specifier)) return undefined;
    const importer = specifier.startsWith('#') ? nearest(folder, importsAt) : undefined;
    const internal = importer && first(leaves(importer.imports, specifier), (each) => inPackage(importer, each, fileAt));
    if (internal !== undefined) return internal;
    const aliased = inAliases(nearest(folder, aliasesAt), specifier) ?? inAliases(nearest(folder, importMapAt), specifier);
    if (aliased !== undefined) return aliased;
    const { name, rest } = splitPackage(specifier);
    const owner = packageNamed(name);
    return owner && inWorkspace(owner, rest, fileAt);
  };
}

/** Settings that everybody copies for themselves before the first start, and that are not committed: `config.js` of `config.default.js`. */
function defaultsFor(path: string): readonly string[] {
  const [, stem = '', end = ''] = /^((?:.*\/)?(?:config|settings|configuration))(\.[mc]?[jt]s|\.json)?$/.exec(path) ?? [];
  return stem === '' ? [] : ['.default', '.defaults', '-default', '_default'].map((each) => stem + each + end);
}

const configs = ['tsconfig.json', 'jsconfig.json'];
const importMaps = ['deno.json', 'deno.jsonc', 'import_map.json'];

/** The aliases of a folder's own configuration; what it extends may be another package of the checkout. */
function aliasesIn(folder: string, readText: ReadText, packageNamed: (name: string) => Package | undefined): Aliases | undefined {
  const find = (specifier: string): string | undefined => {
    const { name, rest } = splitPackage(specifier);
    const owner = packageNamed(name)?.folder;
    return owner === undefined ? undefined : within(owner, rest === '' ? 'tsconfig.json' : rest);
  };
  return first(configs, (name) => readAliases(within(folder, name) ?? name, readText, find));
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
