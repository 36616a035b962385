// Finds the services of a checkout: their root, entries and files. Everything else is left out by name.
import type { StartCommand } from '../../model.ts';
import type { Entry } from './entries.ts';
import { entriesOf, entryWords, isSide, migrationFolder, scriptFile, scriptFolder } from './entries.ts';
import { derivedApplications, makesOneOf } from './entry-candidates.ts';
import type { Listing, SourcePath } from './files.ts';
import { type Manifest, manifestFor } from './manifests.ts';
import { type Packages, packagesOf } from './packages.ts';
import type { Program } from './program.ts';
import { type ImportGraph, importersOf, reachFrom } from './reach.ts';
import { isNextInstrumentation, isServerConfig, startCommandsOf } from './start-commands.ts';

/** Why a source is left out that nothing else speaks for or against. */
export const notReached = 'not reached from a service';

export interface FoundUnit {
  readonly root: string;
  readonly entries: readonly Entry[];
  readonly files: ReadonlySet<string>;
  readonly startCommands: readonly StartCommand[];
  readonly packages: () => Packages;
}
export interface Discovery {
  readonly units: readonly FoundUnit[];
  /** Reason each source file that belongs to no service is left out. */
  readonly leftOut: ReadonlyMap<string, string>;
}
interface Given {
  readonly listing: Listing;
  readonly manifests: readonly Manifest[];
  readonly program: Program;
  readonly graph: ImportGraph;
  readonly read: (path: string) => string | undefined;
}

export function discover(given: Given): Discovery {
  const entries = new Map<string, Entry[]>();
  const derived = new Set(given.listing.sources.flatMap(({ path }) => applicationsIn(given.read(path) ?? '')));
  for (const source of given.listing.sources) {
    if (isSide(source.path) || scriptFolder.test(source.path) || scriptFile.test(source.path)) continue;
    for (const entry of entriesIn(given, source, derived)) {
      const root = rootOf(given.manifests, source);
      const known = entries.get(root);
      if (known) known.push(entry);
      else entries.set(root, [entry]);
    }
  }
  const roots = new Set(entries.keys());
  const units = [...entries]
    .map(([root, own]) => ({
      root,
      entries: own,
      files: filesOf(given, root, roots, own),
      startCommands: startCommandsOf(given.listing.all, given.read, root, roots),
      packages: () => packagesOf(given.listing.all, given.read, root),
    }))
    .sort((a, b) => (a.root < b.root ? -1 : 1));
  const joined = joinLibraries(units, given.manifests);
  return { units: joined, leftOut: reasons(given, joined) };
}

/** A workspace package that nothing starts, and whose application another service imports, is part of that service. */
function joinLibraries(units: readonly FoundUnit[], manifests: readonly Manifest[]): readonly FoundUnit[] {
  const isPart = (unit: FoundUnit): boolean =>
    unit.root !== '' && manifests.some(({ folder, kind, isStarted }) => folder === unit.root && kind === 'npm' && !isStarted);
  const holds = (unit: FoundUnit, part: FoundUnit): boolean =>
    unit !== part && !isPart(unit) && part.entries.some(({ place }) => unit.files.has(place.path));
  return units
    .filter((unit) => !isPart(unit) || !units.some((other) => holds(other, unit)))
    .map((unit) => {
      const parts = units.filter((part) => isPart(part) && holds(unit, part));
      const own = parts.flatMap(({ entries }) => entries.filter(({ place }) => unit.files.has(place.path)));
      return own.length === 0 ? unit : { ...unit, entries: [...unit.entries, ...own] };
    });
}

function rootOf(manifests: readonly Manifest[], { path, language }: SourcePath): string {
  const manifest = manifestFor(manifests, path, language === 'python' ? 'python' : 'npm');
  if (/(?:^|\/)supabase\/functions\//.test(path)) return path.slice(0, path.indexOf('supabase/functions/') + 'supabase/functions'.length);
  if (manifest) return manifest.folder;
  // Without a manifest the folder of the entry is the service's: `backend/main.py`.
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
}

function entriesIn({ program, manifests, read }: Given, source: SourcePath, derived: ReadonlySet<string>): readonly Entry[] {
  const { path, language } = source;
  const manifest = manifestFor(manifests, path, language === 'python' ? 'python' : 'npm');
  const text = read(path);
  if (text === undefined || (language !== 'python' && manifest?.isClient)) return [];
  const byPath = frameworkByPath(path, text);
  if (byPath) return [{ place: { kind: 'file', path, line: lineOf(text, /DJANGO_SETTINGS_MODULE/), column: 1 }, framework: byPath }];
  if (manifest?.plugins.includes(path))
    return [
      { place: { kind: 'file', path, line: lineOf(text, /\bexport\s+default\b|\bmodule\.exports\b/), column: 1 }, framework: 'fastify' },
    ];
  if (!entryWords.test(text) && !makesOneOf(text, derived)) return [];
  const file = program.file(path);
  if (file === undefined) return [];
  const found = entriesOf(program, file, derived);
  return manifest?.isLibrary ? found.filter(({ framework }) => framework !== 'node-http') : found;
}

const applicationsIn = (text: string): readonly string[] => (entryWords.test(text) ? derivedApplications(text) : []);

function lineOf(text: string, word: RegExp): number {
  const at = text.search(word);
  return at < 0 ? 1 : text.slice(0, at).split('\n').length;
}

function frameworkByPath(path: string, text: string): string | undefined {
  if (/(?:^|\/)app\/(?:.*\/)?route\.[jt]sx?$/.test(path) && /\bexport\b[^;]*\b(?:GET|POST|PUT|PATCH|DELETE)\b/.test(text)) return 'next';
  if (/(?:^|\/)pages\/api\/.*\.[jt]sx?$/.test(path) && /\bexport\s+default\b/.test(text)) return 'next';
  if (/(?:^|\/)supabase\/functions\/[^/_][^/]*\/index\.[jt]s$/.test(path)) return 'supabase-function';
  // `fastify start` makes the server and loads the plugin.
  if (
    /(?:^|\/)app\.[cm]?[jt]s$/.test(path) &&
    /@fastify\/autoload|fastify-autoload/.test(text) &&
    /\bexport\s+default\b|module\.exports/.test(text)
  )
    return 'fastify';
  if (/(?:^|\/)manage\.py$/.test(path) && /DJANGO_SETTINGS_MODULE/.test(text)) return 'django';
  return undefined;
}

function filesOf(given: Given, root: string, roots: ReadonlySet<string>, entries: readonly Entry[]): ReadonlySet<string> {
  const { listing, graph, manifests } = given;
  const inside = listing.sources
    .map(({ path }) => path)
    .filter((path) => (root === '' || path.startsWith(`${root}/`)) && !inOther(path, root, roots));
  const own = inside.filter((path) => !isSide(path) && manifestFor(manifests, path, 'npm')?.isClient !== true);
  const starts = entries.map(({ place }) => place.path);
  const above = [
    ...importersOf(
      starts,
      own.filter((path) => !scriptFolder.test(path)),
      graph,
    ),
  ].filter((path) => starts.includes(path) || !runsAlone(path, given));
  const declared = manifests
    .filter(({ folder }) => folder === root)
    .flatMap((manifest) => manifest.starts)
    .filter((path) => own.includes(path));
  const isNext = entries.some(({ framework }) => framework === 'next');
  const begun = [...above, ...declared, ...own.filter((path) => isServerConfig(path) || (isNext && isNextInstrumentation(path)))];
  const plugged = pluggedInto(reachFrom(begun, graph).files, root, own, given);
  const reached = reachFrom([...begun, ...plugged], graph);
  // Django and loaders that go by folder name files only at run time: the folders they may mean are taken whole.
  const isDjango = entries.some(({ framework }) => framework === 'django');
  if (reached.dynamic.length === 0 && !isDjango) return reached.files;
  const folders = isDjango ? undefined : loadedFolders(root, [...starts, ...reached.dynamic], reached.dynamic, given);
  const whole = own.filter(
    (path) =>
      !scriptFolder.test(path) &&
      !scriptFile.test(path) &&
      !browserFolder.test(path) &&
      (folders === undefined || folders.has(topFolder(root, path))),
  );
  return reachFrom([...reached.files, ...whole.filter((path) => !runsAlone(path, given))], graph).files;
}

/** Modules that a package declares under the name of a group which the service's own code looks up. */
function pluggedInto(files: ReadonlySet<string>, root: string, own: readonly string[], { manifests, read }: Given): readonly string[] {
  const declared = manifests.filter(
    ({ folder, kind }) => kind === 'python' && (folder === root || root.startsWith(`${folder}/`) || folder === ''),
  );
  return declared
    .flatMap(({ plugged }) => plugged)
    .filter(({ group }) => [...files].some((path) => path.endsWith('.py') && (read(path) ?? '').includes(group)))
    .flatMap((each) => each.files.filter((path) => own.includes(path)));
}

const browserFolder = /(?:^|\/)(?:client|frontend|components|scenes|public|static|assets)\//;
const topFolder = (root: string, path: string): string => {
  const inside = root === '' ? path : path.slice(root.length + 1);
  return inside.includes('/') ? inside.slice(0, inside.indexOf('/')) : '';
};

/** The folders that hold the service and its loaders, and those the loaders name. Undefined: they may be anywhere. */
function loadedFolders(
  root: string,
  files: readonly string[],
  loaders: readonly string[],
  { read }: Given,
): ReadonlySet<string> | undefined {
  const folders = new Set(files.map((path) => topFolder(root, path)));
  if (folders.size === 1 && folders.has('')) return undefined;
  for (const path of loaders)
    for (const [, name] of (read(path) ?? '').matchAll(/["'`/]([\w-]+)(?:\/|["'`]\s*\))/g)) if (name !== undefined) folders.add(name);
  return folders;
}

/** A Python file that is run by hand and that nothing imports. */
function runsAlone(path: string, { read, listing, graph }: Given): boolean {
  const text = read(path) ?? '';
  // What starts a server by hand is how the service is started.
  if (!path.endsWith('.py') || /uvicorn|gunicorn|hypercorn|granian|waitress|app\.run\(/.test(text)) return false;
  if (!/__name__\s*==\s*["']__main__["']/.test(text)) return false;
  return !listing.sources.some(
    (other) => other.path !== path && other.language === 'python' && graph.importsOf(other.path).files.includes(path),
  );
}

const inOther = (path: string, root: string, roots: ReadonlySet<string>): boolean =>
  [...roots].some((other) => other !== root && other.length > root.length && path.startsWith(`${other}/`));

function reasons({ listing, manifests }: Given, units: readonly FoundUnit[]): ReadonlyMap<string, string> {
  const taken = new Set(units.flatMap(({ files }) => [...files]));
  const left = new Map<string, string>();
  for (const { path, language } of listing.sources) {
    if (taken.has(path)) continue;
    const client = language !== 'python' && manifestFor(manifests, path, 'npm')?.isClient === true;
    left.set(path, client ? 'client app' : sideReason(path));
  }
  return left;
}

function sideReason(path: string): string {
  if (isSide(path)) return 'example or documentation';
  if (migrationFolder.test(path)) return 'migration';
  return scriptFolder.test(path) || scriptFile.test(path) ? 'script' : notReached;
}
