// Sources that a package loads for the service at run time, by the folder or file that the service names to it.
import { migrationFolder, scriptFolder } from './entries.ts';
import type { SourcePath } from './files.ts';

/** `apiDir: 'app/api'`, `controllersPath: './src/controllers'`. */
const setting =
  /\b(?:\w*_)?(?:api|route|router|controller|handler|endpoint|plugin)s?_?(?:dir|directory|folder|path|root)["']?\s*[:=]\s*["'`]((?:\.{1,2}\/)*[\w-]+(?:\/[\w-]+)*)\/?["'`]/gi;
/** Beside a folder that is listed: `${base}/app/config`, `app/config/${file}`. */
const listed = /["'`](?:\$\{[^}]*\}\/|\.{1,2}\/)*([\w-]+(?:\/[\w-]+)+)(?:\/\$\{[^}]*\}(?:\.[cm]?[jt]s)?)?["'`]/g;
/** What a package is told to load: `autoload(path.join(base, '/middlewares'))`. */
const loaded =
  /\b(?:auto_?load|require_?(?:all|dir|directory|index))\s*\(\s*(?:[^"'`()]*\()?[^"'`()]*["'`](?:\.{0,2}\/)*([\w-]+(?:\/[\w-]+)*)\/?["'`]/gi;
const loaders = /["'](?:auto-load|require-all|require-dir|require-directory|requireindex)["']/;
const file = /["'`](?:\.{1,2}\/)*([\w-]+(?:\/[\w.-]+)+\.[cm]?[jt]s)["'`]/g;

export function foldersNamed(path: string, text: string, sources: readonly SourcePath[]): readonly string[] {
  const loads = /\breaddirSync\s*\(/.test(text);
  const names = (pattern: RegExp): readonly string[] =>
    [...text.matchAll(pattern)].map(([, name = '']) => name.replace(/^(?:\.{1,2}\/)+/, ''));
  const below = [...names(setting), ...(loaders.test(text) ? names(loaded) : [])].flatMap((folder) =>
    inFolder(path, folder, sources, true),
  );
  if (!loads) return below;
  const files = names(file).flatMap((name) => nearest(path, (base) => sources.filter((source) => source.path === base + name)));
  return [...below, ...files, ...names(listed).flatMap((folder) => inFolder(path, folder, sources, false))];
}

function inFolder(path: string, folder: string, sources: readonly SourcePath[], deep: boolean): readonly string[] {
  return nearest(path, (base) =>
    sources.filter((source) => {
      const start = `${base}${folder}/`;
      if (!source.path.startsWith(start) || source.path === path || source.language !== 'typescript') return false;
      return (
        (deep || !source.path.slice(start.length).includes('/')) && !scriptFolder.test(source.path) && !migrationFolder.test(source.path)
      );
    }),
  );
}

/** A path may be meant from the folder of the file or from any above it: the nearest one that holds something. */
function nearest(path: string, find: (base: string) => readonly SourcePath[]): readonly string[] {
  for (let base = path.slice(0, path.lastIndexOf('/') + 1); ; base = base.slice(0, base.slice(0, -1).lastIndexOf('/') + 1)) {
    const found = find(base);
    if (found.length > 0 || base === '') return found.map((source) => source.path);
  }
}

/** Text without which there is nothing of the kind: asked of every file, hence cheap. */
export const mayNameFolders = (text: string): boolean => hint.test(text);
const hint = /readdirSync|auto-load|require-(?:all|dir)|requireindex|(?:dir|directory|folder|path|root)["']?\s*[:=]\s*["'`]/i;
