// Where Python module names lead inside a checkout: relative imports, and absolute ones from any folder that may be on the path.
import type { ModuleTarget } from './program.ts';

export interface PythonModules {
  readonly resolve: (from: string, module: string) => ModuleTarget;
  readonly child: (folder: string, name: string) => ModuleTarget | undefined;
}

export function makePythonModules(paths: Iterable<string>): PythonModules {
  const files = new Set<string>();
  const folders = new Set<string>();
  const projects = new Set<string>();
  for (const path of paths) {
    if (project.test(path)) projects.add(parent(path) ?? '');
    if (!path.endsWith('.py')) continue;
    files.add(path);
    for (let slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
      const folder = path.slice(0, slash);
      if (folders.has(folder)) break;
      folders.add(folder);
    }
  }
  const ownerOf = (path: string): string | undefined => {
    for (let folder = parent(path); folder !== undefined; folder = parent(folder)) if (projects.has(folder)) return folder;
    return undefined;
  };
  const join = (folder: string, rest: string): string => (folder === '' ? rest : rest === '' ? folder : `${folder}/${rest}`);
  const at = (path: string): ModuleTarget | undefined => {
    if (files.has(`${path}.py`)) return { kind: 'file', path: `${path}.py` };
    const init = join(path, '__init__.py');
    if (files.has(init)) return { kind: 'file', path: init };
    return path !== '' && folders.has(path) ? { kind: 'folder', path } : undefined;
  };
  // What the projects of a workspace install for one another.
  const installed = new Map<string, readonly string[]>();
  for (const path of files) {
    const [, base = '', name] = /^(?:(.*)\/)?([^/]+)\/__init__\.py$/.exec(path) ?? [];
    const owner = base === 'src' ? '' : base.replace(/\/src$/, '');
    if (name !== undefined && projects.has(owner)) installed.set(name, [...(installed.get(name) ?? []), base]);
  }
  // `shop-core/src/shop/core` and `shop-api/src/shop/api` share the name `shop`, which is a package of neither.
  const shared = new Map<string, Set<string>>();
  for (const path of files) {
    const owner = ownerOf(path);
    if (owner === undefined) continue;
    const inside = owner === '' ? path : path.slice(owner.length + 1);
    const base = inside.startsWith('src/') ? join(owner, 'src') : owner;
    const [name = '', second] = inside.replace(/^src\//, '').split('/');
    if (second === undefined || files.has(`${join(base, name)}/__init__.py`)) continue;
    shared.set(name, (shared.get(name) ?? new Set()).add(base));
  }
  const cache = new Map<string, ModuleTarget>();
  const resolve = (from: string, module: string): ModuleTarget => {
    const folder = from.includes('/') ? from.slice(0, from.lastIndexOf('/')) : '';
    const key = `${isOwnName(from, module) ? from : folder} ${module}`;
    const known = cache.get(key);
    if (known) return known;
    const own = module.startsWith('.') ? relative(folder, module) : absolute(folder, module);
    // `import logfire` in logfire.py means the package of that name.
    const found = own?.kind === 'file' && own.path === from && !module.startsWith('.') ? undefined : own;
    // The successor has the names of what it succeeds.
    const target = found ?? { kind: 'package', name: `py:${module.replace(/^\.+/, '').replace(/^httpx2(?=\.|$)/, 'httpx')}` };
    cache.set(key, target);
    return target;
  };
  const relative = (folder: string, module: string): ModuleTarget | undefined => {
    const dots = /^\.+/.exec(module)?.[0].length ?? 0;
    const parts = folder === '' ? [] : folder.split('/');
    const base = parts.slice(0, parts.length - (dots - 1)).join('/');
    return at(join(base, module.slice(dots).replaceAll('.', '/')));
  };
  // The nearest folder upward that holds the first name: a script's own folder, then src layouts and the root.
  const absolute = (folder: string, module: string): ModuleTarget | undefined => {
    const path = module.replaceAll('.', '/');
    for (let base: string | undefined = folder; base !== undefined; base = parent(base)) {
      const found = at(join(base, path)) ?? at(join(join(base, 'src'), path));
      // Inside a package's own packages a neighbour is only meant by its full name; `import jwt` beside a jwt.py there is the library.
      if (found && module.split('.').length === 1 && base === folder && (isNested(base) || (isPackage(base) && standard.test(module))))
        continue;
      // The folder of migrations bears the name of its tool and is no package.
      if (found?.kind === 'folder' && module === 'alembic') continue;
      // `from sqlalchemy import select` in `plans/stores/sqlalchemy/rows.py`: a package deep inside others is not imported by its last name.
      if (
        found &&
        !module.includes('.') &&
        isPackage(base) &&
        isNested(join(base, path)) &&
        `${folder}/`.startsWith(`${join(base, path)}/`)
      )
        continue;
      // A folder of that name that is no package is most likely not what an installed package's name means.
      if (found && (found.kind === 'file' || module.includes('.') || base === folder || base === '')) return found;
    }
    const [name = ''] = path.split('/');
    const [only, ...others] = installed.get(name) ?? [];
    if (only !== undefined) return others.length > 0 ? undefined : at(join(only, path));
    const parts = [...(shared.get(name) ?? [])].map((base) => at(join(base, path))).filter((found) => found?.kind === 'file');
    return module.includes('.') && parts.length === 1 ? parts[0] : undefined;
  };
  const isPackage = (folder: string): boolean => files.has(join(folder, '__init__.py'));
  const isNested = (folder: string): boolean => isPackage(folder) && folder.includes('/') && isPackage(parent(folder) ?? '');
  const child = (folder: string, name: string): ModuleTarget | undefined => at(join(folder.replace(/\/__init__\.py$/, ''), name));
  return { resolve, child };
}

/** What Python brings: beside a package's own file of that name the library is meant. */
const standard =
  /^(?:asyncio|calendar|code|collections|copy|email|enum|functools|html|http|inspect|io|json|logging|math|operator|os|platform|queue|random|re|secrets|select|signal|socket|statistics|string|sys|time|token|types|typing|uuid)$/;
const isOwnName = (from: string, module: string): boolean => from === `${module}.py` || from.endsWith(`/${module}.py`);
const project = /(?:^|\/)(?:pyproject\.toml|setup\.py|setup\.cfg)$/;
const parent = (folder: string): string | undefined =>
  folder === '' ? undefined : folder.includes('/') ? folder.slice(0, folder.lastIndexOf('/')) : '';
