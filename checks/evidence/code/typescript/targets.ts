// Which paths a specifier may mean by the maps of a package or a tsconfig, the likeliest first.
import { type Aliases, type Package, type Target, within } from './configs.ts';

export function first<T, R>(items: Iterable<T>, ask: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const answer = ask(item);
    if (answer !== undefined) return answer;
  }
  return undefined;
}

export function splitPackage(specifier: string): { readonly name: string; readonly rest: string } {
  const parts = specifier.split('/');
  const length = specifier.startsWith('@') ? 2 : 1;
  return { name: parts.slice(0, length).join('/'), rest: parts.slice(length).join('/') };
}

/** The targets of the patterns that a specifier matches: an exact one first, then the longest prefix. */
export function targetsOf({ paths }: Aliases, specifier: string): readonly string[] {
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
export function leaves(map: Target | undefined, name: string): readonly string[] {
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

export type FileAt = (path: string | undefined) => string | undefined;

const built = /^(?:\.\/)?(?:dist|build|lib|out|esm|cjs)\/(?:(?:esm|cjs|src)\/)?/;

/** A path inside a package; where what is built is absent, its source. */
export function inPackage({ folder }: Package, path: string, fileAt: FileAt): string | undefined {
  const plain = path.replace(/\.d\.([mc]?ts)$/, '.$1');
  return (
    fileAt(within(folder, path)) ??
    (built.test(path) ? first(['src/', ''], (root) => fileAt(within(folder, plain.replace(built, root)))) : undefined)
  );
}

export function inWorkspace(owner: Package, rest: string, fileAt: FileAt): string | undefined {
  const written = leaves(owner.exports, rest === '' ? '.' : `./${rest}`);
  const guesses = rest === '' ? [...owner.mains, 'src/index', 'index'] : [rest, `src/${rest}`];
  return first([...written, ...guesses], (path) => inPackage(owner, path, fileAt));
}
