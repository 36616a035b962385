// Which files of a checkout belong to a service: what its entries reach, what loads them, and what frameworks take by their folder.
import { type Entry, isSide, scriptFile, scriptFolder } from './entries.ts';
import type { Listing } from './files.ts';
import { type Manifest, manifestFor } from './manifests.ts';
import type { Program } from './program.ts';
import { type ImportGraph, importersOf, reachFrom } from './reach.ts';
import { isNextConfig, isNextInstrumentation, isServerConfig } from './start-commands.ts';

export interface Checkout {
  readonly listing: Listing;
  readonly manifests: readonly Manifest[];
  readonly program: Program;
  readonly graph: ImportGraph;
  readonly read: (path: string) => string | undefined;
}

/** All of a service whose root is one of several; what other roots have below it is theirs. */
export function filesOf(given: Checkout, root: string, roots: ReadonlySet<string>, entries: readonly Entry[]): ReadonlySet<string> {
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
  const listening = listenersFor(above, own, given);
  const declared = manifests
    .filter(({ folder }) => folder === root)
    .flatMap((manifest) => manifest.starts)
    .filter((path) => own.includes(path));
  const isNext = entries.some(({ framework }) => framework === 'next');
  const loaded = (path: string): boolean => isServerConfig(path) || (isNext && (isNextInstrumentation(path) || isNextConfig(path, root)));
  const begun = [...above, ...listening, ...declared, ...own.filter(loaded)];
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
      (path.endsWith('.py') || !browserFolder.test(path)) &&
      (folders === undefined || folders.has(topFolder(root, path))),
  );
  return reachFrom([...reached.files, ...whole.filter((path) => !runsAlone(path, given))], graph).files;
}

/** Where nothing above the application serves it, what does so among the scripts: `bin/run-server.js`. */
function listenersFor(above: readonly string[], own: readonly string[], { graph, read }: Checkout): readonly string[] {
  const listens = (path: string): boolean => /\.[jt]sx?$|\.[cm][jt]s$/.test(path) && /\.listen\s*\(/.test(read(path) ?? '');
  if (above.some((path) => path.endsWith('.py') || listens(path))) return [];
  const known = new Set(above);
  return own.filter((path) => scriptFolder.test(path) && listens(path) && graph.importsOf(path).files.some((target) => known.has(target)));
}

/** Modules that a package declares under the name of a group which the service's own code looks up. */
function pluggedInto(files: ReadonlySet<string>, root: string, own: readonly string[], { manifests, read }: Checkout): readonly string[] {
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
  { read }: Checkout,
): ReadonlySet<string> | undefined {
  const folders = new Set(files.map((path) => topFolder(root, path)));
  if (folders.size === 1 && folders.has('')) return undefined;
  for (const path of loaders)
    for (const [, name] of (read(path) ?? '').matchAll(/["'`/]([\w-]+)(?:\/|["'`]\s*\))/g)) if (name !== undefined) folders.add(name);
  return folders;
}

/** A Python file that is run by hand and that nothing imports. */
function runsAlone(path: string, { read, listing, graph }: Checkout): boolean {
  const text = read(path) ?? '';
  // What starts a server by hand is how the service is started.
  if (!path.endsWith('.py') || /uvicorn|gunicorn|hypercorn|granian|waitress|app\.run\(/.test(text)) return false;
  if (!/__name__\s*==\s*["']__main__["']/.test(text) && !isCommand(text)) return false;
  return !listing.sources.some(
    (other) =>
      other.path !== path && other.language === 'python' && !isSide(other.path) && graph.importsOf(other.path).files.includes(path),
  );
}

/** A line for the shell at its top, and no application that a server would be told of. */
const isCommand = (text: string): boolean => /^#![^\n]*python/.test(text) && !/^\s*app(?:lication)?\s*[:=]/m.test(text);

const inOther = (path: string, root: string, roots: ReadonlySet<string>): boolean =>
  [...roots].some((other) => other !== root && other.length > root.length && path.startsWith(`${other}/`));
