// Finds the services of a checkout: their root, entries and files. Everything else is left out by name.
import type { StartCommand } from '../../model.ts';
import type { Entry, Importers } from './entries.ts';
import { entriesOf, entryWords, isSide, migrationFolder, scriptFile, scriptFolder } from './entries.ts';
import { derivedApplications, handsOver, makesOneOf, workersIn } from './entry-candidates.ts';
import type { SourcePath } from './files.ts';
import { type Manifest, manifestFor } from './manifests.ts';
import { besidePackages, type Packages, packagesOf } from './packages.ts';
import { startCommandsOf, startHoldersIn } from './start-commands.ts';
import { type Checkout, filesOf } from './unit-files.ts';

/** Why a source is left out that nothing else speaks for or against. */
export const notReached = 'not reached from a service';

export interface FoundUnit {
  readonly root: string;
  readonly entries: readonly Entry[];
  readonly files: ReadonlySet<string>;
  readonly startCommands: readonly StartCommand[];
  readonly packages: () => Packages;
  /** Names of packages that lie beside it, here or not. */
  readonly beside: () => readonly string[];
}
export interface Discovery {
  readonly units: readonly FoundUnit[];
  /** Reason each source file that belongs to no service is left out. */
  readonly leftOut: ReadonlyMap<string, string>;
}
export function discover(given: Checkout): Discovery {
  const entries = new Map<string, Entry[]>();
  const worded = new Set(given.listing.sources.flatMap(({ path }) => (entryWords.test(given.read(path) ?? '') ? [path] : [])));
  const derived = new Set([...worded].flatMap((path) => derivedApplications(given.read(path) ?? '')));
  const workers = new Set([...worded].flatMap((path) => workersIn(given.read(path) ?? '')));
  for (const source of given.listing.sources) {
    if (isSide(source.path) || scriptFolder.test(source.path) || scriptFile.test(source.path)) continue;
    for (const entry of entriesIn(given, source, { worded, derived, workers })) add(entries, rootOf(given.manifests, source), entry);
  }
  for (const { root, entry } of lessLikely(given, new Set(entries.keys()), { worded, derived, workers })) add(entries, root, entry);
  const roots = new Set(entries.keys());
  const holders = startHoldersIn(given.listing.all, given.read);
  const units = [...entries]
    .map(([root, own]) => ({
      root,
      entries: own,
      files: filesOf(given, root, roots, own),
      startCommands: startCommandsOf(holders, given.read, root, roots),
      packages: () => packagesOf(given.listing.all, given.read, root),
      beside: () => besidePackages(given.listing.all, given.read, root),
    }))
    .sort((a, b) => (a.root < b.root ? -1 : 1));
  const joined = joinLibraries(units, given.manifests);
  return { units: joined, leftOut: reasons(given, joined) };
}

function add(entries: Map<string, Entry[]>, root: string, entry: Entry): void {
  const known = entries.get(root);
  if (known) known.push(entry);
  else entries.set(root, [entry]);
}

/**
 * Where nothing else serves: an application made in a folder of scripts by a package that needs its framework to run or starts it,
 * and a server made in a class or function that what imports it runs.
 */
function lessLikely(
  given: Checkout,
  roots: ReadonlySet<string>,
  candidates: Candidates,
): readonly { readonly root: string; readonly entry: Entry }[] {
  const importers = importersIn(given);
  return given.listing.sources.flatMap((source) => {
    const { path, language } = source;
    if (language === 'python' || isSide(path) || scriptFile.test(path) || neverServes.test(path)) return [];
    const root = rootOf(given.manifests, source);
    if ([...roots].some((other) => root === '' || other === root || other.startsWith(`${root}/`))) return [];
    const manifest = manifestFor(given.manifests, path, 'npm');
    const isScript = scriptFolder.test(path);
    if (isScript && !(manifest?.starts.includes(path) || (manifest?.serves && !manifest.isLibrary))) return [];
    return entriesIn(given, source, candidates, importers)
      .filter(({ framework }) => !isScript || framework !== 'node-http')
      .map((entry) => ({ root, entry }));
  });
}
const neverServes = /(?:^|\/)(?:migrations?|seeds?|seeders?|notebooks?)\//i;

/** What imports a file, worked out when it is first asked for; of the scripts those that the package is started by. */
function importersIn({ listing, graph, program, manifests }: Checkout): Importers {
  let known: Map<string, string[]> | undefined;
  const all = (): Map<string, string[]> => {
    const found = new Map<string, string[]>();
    for (const { path, language } of listing.sources) {
      if (language === 'python' || isSide(path)) continue;
      if (scriptFolder.test(path) && manifestFor(manifests, path, 'npm')?.starts.includes(path) !== true) continue;
      for (const target of graph.importsOf(path).files) found.set(target, [...(found.get(target) ?? []), path]);
    }
    return found;
  };
  return (path) => {
    known ??= all();
    return (known.get(path) ?? []).flatMap((importer) => program.file(importer) ?? []);
  };
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

const edgeFunctions = /(?:^|\/)supabase\/functions\//;

interface Candidates {
  /** Paths of files that speak of a framework. */
  readonly worded: ReadonlySet<string>;
  /** Names of the checkout's own application classes, and of the objects it hands to a host. */
  readonly derived: ReadonlySet<string>;
  readonly workers: ReadonlySet<string>;
}

function entriesIn(
  { program, manifests, read }: Checkout,
  source: SourcePath,
  { worded, derived, workers }: Candidates,
  importers?: Importers,
): readonly Entry[] {
  const { path, language } = source;
  const manifest = manifestFor(manifests, path, language === 'python' ? 'python' : 'npm');
  const text = read(path);
  // Edge functions stand in the package of the app that calls them.
  if (text === undefined || (language !== 'python' && manifest?.isClient && !edgeFunctions.test(path))) return [];
  const byPath = frameworkByPath(path, text);
  if (byPath) return [{ place: { kind: 'file', path, line: lineOf(text, /DJANGO_SETTINGS_MODULE/), column: 1 }, framework: byPath }];
  if (manifest?.plugins.includes(path))
    return [
      { place: { kind: 'file', path, line: lineOf(text, /\bexport\s+default\b|\bmodule\.exports\b/), column: 1 }, framework: 'fastify' },
    ];
  if (!worded.has(path) && !makesOneOf(text, derived) && !handsOver(text, workers)) return [];
  const file = program.file(path);
  if (file === undefined) return [];
  const found = entriesOf(program, file, derived, importers);
  return manifest?.isLibrary ? found.filter(({ framework }) => framework !== 'node-http') : found;
}

function lineOf(text: string, word: RegExp): number {
  const at = text.search(word);
  return at < 0 ? 1 : text.slice(0, at).split('\n').length;
}

function frameworkByPath(path: string, text: string): string | undefined {
  if (/(?:^|\/)app\/(?:.*\/)?route\.[jt]sx?$/.test(path) && /\bexport\b[^;]*\b(?:GET|POST|PUT|PATCH|DELETE)\b/.test(text)) return 'next';
  // A client of the API that was put there handles nothing.
  if (
    /(?:^|\/)pages\/api\/.*\.[jt]sx?$/.test(path) &&
    /\bexport\s+default\b/.test(text) &&
    /[(,\s]_?req(?:uest)?\s*[,:)]|\b_?req(?:uest)?\s*=>|NextApi|NextRequest|handler|NextAuth|\bexport\s+default\s+(?:async\s+)?(?:function\b|\()/i.test(
      text,
    )
  )
    return 'next';
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

function reasons({ listing, manifests }: Checkout, units: readonly FoundUnit[]): ReadonlyMap<string, string> {
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
