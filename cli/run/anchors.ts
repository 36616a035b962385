// Where in the source a reader best starts for what was seen in the running service or in its environment.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import type { CodeEvidence, FilePlace, Gathered, Place, RequestPlace, Route } from '../../checks/model.ts';

export interface AnchorsFrom {
  /** Undefined where the files are not at hand, or must not be looked at again. */
  readonly root: string | undefined;
  readonly configFile: string | undefined;
  readonly code: Gathered<CodeEvidence>;
  /** Where the first service begins. */
  readonly entry: () => FilePlace | undefined;
}

/** The line of the configuration that names the target, else the route, else the service's entry; an environment file's own line. */
export function anchorsOf(from: AnchorsFrom): (place: Exclude<Place, FilePlace>) => FilePlace | undefined {
  const declared = (key: string): FilePlace | undefined => lineIn(from.root, inRoot(from.root, from.configFile), key);
  const [url, start] = [declared('url'), declared('start')];
  return (place) => {
    switch (place.kind) {
      case 'request':
        return url ?? routeOf(place, routesOf(from.code))?.place ?? from.entry();
      case 'environment':
        return (place.source === 'process' ? undefined : setIn(from.root, place.source, place.name)) ?? from.entry();
      case 'process':
        return start ?? from.entry();
      case 'database':
        return undefined;
    }
  };
}

const routesOf = (code: Gathered<CodeEvidence>): readonly Route[] =>
  'found' in code ? code.found.units.flatMap((unit) => unit.routes) : [];

function routeOf({ method, url }: RequestPlace, routes: readonly Route[]): Route | undefined {
  const pathname = URL.parse(url)?.pathname ?? url;
  const asked = segments(pathname);
  return routes.find((route) => {
    const own = segments(route.path);
    const sameMethod = route.method === '*' || route.method === method.toUpperCase();
    return sameMethod && own.length === asked.length && own.every((part, at) => /^[:{<?*]/.test(part) || part === asked[at]);
  });
}

const segments = (path: string): readonly string[] => path.split('/').filter((part) => part !== '');

function setIn(root: string | undefined, source: string, name: string): FilePlace | undefined {
  if (isAbsolute(source) || source.startsWith('..') || (root !== undefined && !existsSync(join(root, source)))) return undefined;
  return lineIn(root, source, name) ?? { kind: 'file', path: source, line: 1, column: 1 };
}

function lineIn(root: string | undefined, path: string | undefined, key: string): FilePlace | undefined {
  if (root === undefined || path === undefined) return undefined;
  const lines = read(join(root, path)).split(/\r\n|\n|\r/);
  const at = lines.findIndex((line) => {
    const [, found] = /^\s*(?:export\s+)?["']?([\w.-]+)["']?\s*[:=]/.exec(line) ?? [];
    return found === key;
  });
  return at === -1 ? undefined : { kind: 'file', path, line: at + 1, column: 1 };
}

function inRoot(root: string | undefined, file: string | undefined): string | undefined {
  if (root === undefined || file === undefined) return undefined;
  const way = relative(root, file).split(sep).join('/');
  return way.startsWith('..') || isAbsolute(way) ? undefined : way;
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** The audited folder as seen from the root of its repository; undefined where it is the root, or in none. */
export function placeInRepository(root: string | undefined): string | undefined {
  if (root === undefined) return undefined;
  for (let folder = root; ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) return relative(folder, root).split(sep).join('/') || undefined;
    if (dirname(folder) === folder) return undefined;
  }
}
