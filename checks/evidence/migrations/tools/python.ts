// Folders of the Python tools: Alembic's revisions, which point at their parents, and Django's, one history for each app.
import { byVersion, firstLine, folderOf, lastOf, type RawFile, type RawSet, type ReadText } from './raw-set.ts';

const assigned = (name: string): RegExp => new RegExp(`^${name}\\s*(?::[^=\\n]+)?=\\s*(\\([^)]*\\)|\\[[^\\]]*\\]|[^\\n#]*)`, 'm');
const words = (text: string | undefined): readonly string[] => [...(text ?? '').matchAll(/["']([^"']+)["']/g)].map(([, word = '']) => word);

/** `versions/*.py` beside Alembic's `env.py`, parents before children. */
export function alembicSets(paths: readonly string[], read: ReadText): readonly RawSet[] {
  const there = new Set(paths);
  const own = paths.filter((path) => /(?:^|\/)versions\/(?:.+\/)?[^/]+\.py$/.test(path) && there.has(`${besideVersions(path)}env.py`));
  return [...Map.groupBy(own, (path) => `${besideVersions(path)}versions`)].flatMap(([folder, inside]): readonly RawSet[] => {
    const revisions = inside.flatMap((path) => revision(path, read));
    if (revisions.length === 0) return [];
    const known = new Set(revisions.map(({ version }) => version));
    const parents = new Set(revisions.flatMap((each) => each.parents));
    const absent = revisions.flatMap(({ path, parents: own }) =>
      own.filter((parent) => !known.has(parent)).map((version) => ({ version, namedBy: firstLine(path) })),
    );
    const heads = revisions.map(({ version }) => version).filter((version) => !parents.has(version));
    return [{ tool: 'alembic', folder, files: parentsFirst(revisions), passedOver: [], absent, heads: heads.length > 1 ? heads : [] }];
  });
}

const besideVersions = (path: string): string => path.replace(/(^|\/)versions\/.*$/, '$1');

type Linked = RawFile & Required<Pick<RawFile, 'parents'>>;

function revision(path: string, read: ReadText): readonly Linked[] {
  const text = read(path);
  const [version] = words(assigned('revision').exec(text ?? '')?.[1]);
  if (text === undefined || version === undefined) return [];
  const parents = words(assigned('down_revision').exec(text)?.[1]);
  return [{ version, name: lastOf(path).replace(/\.py$/, ''), path, text, parents }];
}

function parentsFirst(files: readonly Linked[]): readonly RawFile[] {
  const ordered = new Map<string, Linked>();
  const visit = (file: Linked, above: ReadonlySet<string>): void => {
    if (ordered.has(file.version) || above.has(file.version)) return;
    for (const parent of files.filter(({ version }) => file.parents.includes(version))) visit(parent, new Set([...above, file.version]));
    ordered.set(file.version, file);
  };
  for (const file of files.toSorted(byVersion)) visit(file, new Set());
  // Two files of one revision: the second is kept, so that both are seen.
  const twice = files.filter((file) => ordered.get(file.version) !== file);
  return [...ordered.values(), ...twice];
}

/** `migrations/*.py` of each app, most of them numbered; its name is the folder's above. */
export function djangoSets(paths: readonly string[], read: ReadText): readonly RawSet[] {
  const there = new Set(paths);
  const own = paths.filter((path) => /(?:^|\/)migrations\/[a-zA-Z0-9]\w*\.py$/.test(path) && there.has(`${folderOf(path)}/__init__.py`));
  return [...Map.groupBy(own, folderOf)].flatMap(([folder, inside]): readonly RawSet[] => {
    const app = lastOf(folderOf(folder));
    const files = inside.flatMap((path): readonly RawFile[] => {
      const text = read(path);
      const name = lastOf(path).replace(/\.py$/, '');
      if (text === undefined || !/^class Migration\b/m.test(text)) return [];
      const replaces = ownNames(app, 'replaces', text).map((each) => `${app}.${each}`);
      return [{ version: `${app}.${name}`, name, path, text, ...(replaces.length === 0 ? {} : { replaces }) }];
    });
    if (files.length === 0) return [];
    const named = new Map(files.map((file) => [file.path, ownNames(app, 'dependencies', file.text)]));
    const known = new Set(files.map(({ name }) => name));
    const absent = files.flatMap(({ path }) =>
      (named.get(path) ?? []).filter((name) => !known.has(name)).map((name) => ({ version: `${app}.${name}`, namedBy: firstLine(path) })),
    );
    const parents = new Set([...named.values()].flat());
    const heads = files.filter(({ name }) => !parents.has(name)).map(({ version }) => version);
    return [{ tool: 'django', folder, files: inOrder(app, files, named), passedOver: [], absent, heads: heads.length > 1 ? heads : [] }];
  });
}

/** By their numbers; by what each names before it where one carries no number. */
function inOrder(app: string, files: readonly RawFile[], named: ReadonlyMap<string, readonly string[]>): readonly RawFile[] {
  if (files.every(({ name }) => /^\d/.test(name))) return files.toSorted(byVersion);
  const own = new Map(files.map((file) => [file.path, file]));
  const linked = files.map((file) => ({ ...file, parents: (named.get(file.path) ?? []).map((name) => `${app}.${name}`) }));
  return parentsFirst(linked).flatMap(({ path }) => own.get(path) ?? []);
}

function ownNames(app: string, field: string, text: string): readonly string[] {
  const list = new RegExp(`\\b${field}\\s*(?::[^=\\n]+)?=\\s*\\[([\\s\\S]*?)\\]`).exec(text)?.[1] ?? '';
  return [...list.matchAll(/\(\s*["']([\w.]+)["']\s*,\s*["'](\w+)["']\s*,?\s*\)/g)].flatMap(([, of, name]) =>
    of === app && name !== undefined && !name.startsWith('__') ? [name] : [],
  );
}
