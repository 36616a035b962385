// What stands behind `export * from` and `from x import *`: the files of whole trees of them, gathered once per file.
import type { IndexedFile } from './context.ts';
import type { Program } from './program.ts';

export interface Behind {
  /** Files of the checkout, nearest first. */
  readonly files: readonly string[];
  readonly packages: readonly string[];
}

const none: Behind = { files: [], packages: [] };
const anyStar = /\bexport\s*\*|\bimport\s*\(?\s*\*/;

export function behindStars(program: Program, file: IndexedFile): Behind {
  return program.names.once('behind stars', file, none, () => {
    const files = new Set<string>();
    const packages = new Set<string>();
    const open = [file];
    for (const each of open) {
      const { path, language } = each.source;
      for (const module of starredModules(each)) {
        const target = program.resolveModule(path, module, language);
        if (target.kind === 'package') packages.add(target.name);
        if (target.kind !== 'file' || files.has(target.path) || target.path === file.source.path) continue;
        files.add(target.path);
        const inner = mayHoldStar(program, target.path) ? program.file(target.path) : undefined;
        if (inner) open.push(inner);
      }
    }
    return { files: [...files], packages: [...packages] };
  });
}

function starredModules(file: IndexedFile): readonly string[] {
  if (file.source.language === 'python')
    return file.imports.flatMap(({ module, bindings }) => (bindings.some(({ local }) => local === '*') ? [module] : []));
  return file.exports.flatMap(({ exported, from }) => (exported === '*' && from !== undefined ? [from] : []));
}

const mayHoldStar = (program: Program, path: string): boolean => {
  const text = program.text(path);
  return text === undefined || anyStar.test(text);
};

/** False where the file's text surely does not hold the name: then it need not be parsed to know that it offers none. */
export function mayName(program: Program, path: string, name: string): boolean {
  const text = program.text(path);
  if (text === undefined || /[^\w$]/.test(name)) return true;
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + 1))
    if (!isWordPart(text.charCodeAt(at - 1)) && !isWordPart(text.charCodeAt(at + name.length))) return true;
  return false;
}

/** Letters, digits, `_` and `$`; past the ends of a text there is none. */
const isWordPart = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95 || code === 36;
