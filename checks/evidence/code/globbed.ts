// Modules that a pattern of paths names: `glob.sync('plugins/*/server/index.[jt]s').forEach((path) => require(path))`.
import type { SourcePath } from './files.ts';

const globs = /["'](?:glob|fast-glob|globby|tinyglobby|tiny-glob|awilix(?:-koa|-express)?|node:fs(?:\/promises)?)["']/;
const calls = /\bglob(?:by|Sync|bySync|\s*\.\s*sync)?\s*\(|\bfg(?:\.sync)?\s*\(|\bfastGlob\b|\bload(?:Controllers|Modules)\b/;
const pattern = /["'`]([^"'`\n$]*\*[^"'`\n]*\.(?:[cm]?[jt]sx?|\[jt\]s|\{[\w,]+\}|\[\w+\]\w*))["'`]/g;

/** The sources that the patterns in a file's text stand for; it loads them by a name worked out at run time. */
export function globbed(path: string, text: string, sources: readonly SourcePath[]): readonly string[] {
  if (!globs.test(text) || !calls.test(text)) return [];
  const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/') + 1) : '';
  return [...text.matchAll(pattern)].flatMap(([, glob = '']) => {
    const bare = glob.replace(/^(?:\.{0,2}\/)+/, '').replace(/^(?:dist|build|out|lib|src)\//, '');
    // Without a folder of its own it can only mean the file's neighbours.
    const anchored = /^[\w@-]+\//.test(bare) ? '(?:^|/)' : `^${plain(folder)}`;
    const matches = new RegExp(`${anchored}${asRegex(bare)}$`);
    return sources.filter((source) => source.path !== path && matches.test(source.path)).map((source) => source.path);
  });
}

const plain = (text: string): string => text.replace(/[.+^$()|[\]{}\\?*]/g, '\\$&');

/** What is built to `.js` stands as `.ts` in the source. */
function asRegex(glob: string): string {
  const [stem = ''] = glob.split(/\.(?:[cm]?[jt]sx?|\[jt\]s|\{[\w,]+\}|\[\w+\]\w*)$/);
  const parts = stem.split(/(\*\*\/|[!+@?*]\([^)]*\)|\*|\{[^}]*\})/).map((part) => {
    if (part === '**/') return '(?:[^/]+/)*';
    if (part === '*' || /^[!+@?*]\(/.test(part)) return '[^/]*';
    if (part.startsWith('{')) return `(?:${part.slice(1, -1).split(',').map(plain).join('|')})`;
    return plain(part);
  });
  return `${parts.join('')}\\.[cm]?[jt]sx?`;
}
