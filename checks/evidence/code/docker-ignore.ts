// What a .dockerignore keeps out of the context of a build.

/** Whether the last pattern that fits a path, relative to the file's own folder, keeps it out. */
export function ignores(text: string, path: string): boolean {
  let isOut = false;
  for (const line of text.split(/\r?\n/)) {
    const pattern = line.trim();
    if (pattern === '' || pattern.startsWith('#')) continue;
    const keeps = pattern.startsWith('!');
    if (fits(keeps ? pattern.slice(1) : pattern, path)) isOut = !keeps;
  }
  return isOut;
}

/** As Go's filepath.Match with `**`; a pattern that fits a folder holds for all below it. */
function fits(pattern: string, path: string): boolean {
  const parts = pattern.replace(/^\.?\//, '').replace(/\/+$/, '');
  const source = parts
    .split(/(\*\*\/?|\*|\?)/)
    .map((part) => (part === '**/' ? '(?:.*/)?' : part === '**' ? '.*' : part === '*' ? '[^/]*' : part === '?' ? '[^/]' : quoted(part)))
    .join('');
  return new RegExp(`^${source}(?:/.*)?$`).test(path);
}

const quoted = (text: string): string => text.replace(/[.+^${}()|[\]\\]/g, '\\$&');
