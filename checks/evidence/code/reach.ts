// Which files of a package a service is made of: what its entries import, and what imports them.
import type { SourcePath } from './files.ts';
import { foldersNamed, mayNameFolders } from './folders-named.ts';
import { globbed } from './globbed.ts';
import type { ModuleTarget } from './program.ts';
import { pythonImports } from './python.ts';
import { typescriptImports } from './typescript.ts';

export interface ImportGraph {
  readonly importsOf: (path: string) => Imports;
}
export interface Imports {
  readonly files: readonly string[];
  /** Loads what it names only at run time. */
  readonly dynamic: boolean;
}
export interface ModuleLookup {
  readonly typescript: (from: string, specifier: string) => string | undefined;
  readonly python: (from: string, module: string) => ModuleTarget;
  readonly pythonChild: (folder: string, name: string) => ModuleTarget | undefined;
}

const autoload =
  /@fastify\/autoload|fastify-autoload|require-all|requireDirectory|require-directory|pkgutil\.(?:iter_modules|walk_packages)|import_module\(\s*(?!["'])|autodiscover|consign\(|INSTALLED_APPS|ROOT_URLCONF|readdirSync/;

export function makeImportGraph(
  sources: readonly SourcePath[],
  read: (path: string) => string | undefined,
  modules: ModuleLookup,
): ImportGraph {
  const languages = new Map(sources.map(({ path, language }) => [path, language]));
  const known = new Map<string, Imports>();
  const importsOf = (path: string): Imports => {
    const before = known.get(path);
    if (before) return before;
    const text = read(path);
    const found =
      text === undefined
        ? { files: [], dynamic: false }
        : languages.get(path) === 'python'
          ? ofPython(path, text, modules)
          : ofScript(path, text, modules, sources);
    const imports = { files: found.files.filter((file) => languages.has(file) && !isClientFile(read(file))), dynamic: found.dynamic };
    known.set(path, imports);
    return imports;
  };
  return { importsOf };
}

/** `'use client'` at its top: shipped to browsers, whoever imports it. */
const isClientFile = (text: string | undefined): boolean =>
  text !== undefined && /^\s*(?:\/\/[^\n]*\n\s*|\/\*[\s\S]{0,400}?\*\/\s*)*["']use client["']/.test(text);

function ofScript(path: string, text: string, modules: ModuleLookup, sources: readonly SourcePath[]): Imports {
  const { specifiers, dynamic } = typescriptImports(text);
  const files = specifiers.flatMap((specifier) => {
    const target = modules.typescript(path, specifier);
    return target === undefined ? [] : [target];
  });
  const matched = dynamic || /["']awilix/.test(text) ? globbed(path, text, sources) : [];
  const named = mayNameFolders(text) ? foldersNamed(path, text, sources) : [];
  return {
    files: [...files, ...matched, ...named],
    dynamic: dynamic && autoload.test(text) ? true : /@fastify\/autoload|fastify-autoload/.test(text),
  };
}

function ofPython(path: string, text: string, modules: ModuleLookup): Imports {
  const files = pythonImports(text).flatMap(({ module, names }) => {
    const target = modules.python(path, module);
    const packages = parents(path, module, modules);
    if (target.kind === 'package') return packages;
    const folder = target.kind === 'folder' ? target.path : target.path.replace(/(?:^|\/)__init__\.py$/, '');
    const isPackage = target.kind === 'folder' || target.path.endsWith('__init__.py');
    const children = isPackage ? names.flatMap((name) => fileOf(modules.pythonChild(folder, name))) : [];
    return [...packages, ...(target.kind === 'file' ? [target.path] : []), ...children];
  });
  return { files: [...files, ...served(path, text, modules)], dynamic: autoload.test(text) };
}

/** `uvicorn.run("main:app")`: a server is told the app by name. */
function served(path: string, text: string, modules: ModuleLookup): readonly string[] {
  if (!/uvicorn|gunicorn|hypercorn|granian/.test(text)) return [];
  return [...text.matchAll(/["']([A-Za-z_][\w.]*):[A-Za-z_]\w*["']/g)].flatMap(([, module]) =>
    module === undefined ? [] : fileOf(modules.python(path, module)),
  );
}

/** Importing `a.b.c` runs `a/__init__.py` and `a/b/__init__.py` first. */
function parents(path: string, module: string, modules: ModuleLookup): readonly string[] {
  const parts = module.split('.');
  if (module.startsWith('.')) return [];
  return parts.slice(0, -1).flatMap((_, index) => fileOf(modules.python(path, parts.slice(0, index + 1).join('.'))));
}

const fileOf = (target: ModuleTarget | undefined): readonly string[] => (target?.kind === 'file' ? [target.path] : []);

/** All files that the given ones lead to, themselves included. */
export function reachFrom(
  starts: Iterable<string>,
  graph: ImportGraph,
): { readonly files: ReadonlySet<string>; readonly dynamic: readonly string[] } {
  const files = new Set(starts);
  const dynamic: string[] = [];
  for (const path of files) {
    const imports = graph.importsOf(path);
    if (imports.dynamic) dynamic.push(path);
    for (const next of imports.files) files.add(next);
  }
  return { files, dynamic };
}

/** The given files and whatever among `candidates` imports them, directly or not: the start script above the app. */
export function importersOf(starts: readonly string[], candidates: readonly string[], graph: ImportGraph): ReadonlySet<string> {
  const importers = new Map<string, string[]>();
  for (const path of candidates) {
    for (const target of graph.importsOf(path).files) {
      const known = importers.get(target);
      if (known) known.push(path);
      else importers.set(target, [path]);
    }
  }
  const found = new Set(starts);
  for (const path of found) for (const importer of importers.get(path) ?? []) found.add(importer);
  return found;
}
