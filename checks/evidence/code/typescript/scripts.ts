// The script of a single-file component, at the place where it stands.

const block = /<script\b((?:"[^"]*"|'[^']*'|[^>"'])*)>([\s\S]*?)<\/script\s*>/gi;

export const isComponent = (path: string): boolean => /\.(?:vue|svelte)$/i.test(path);

/** The text of a .vue or .svelte file with everything but its scripts blanked out: lines and columns stay. Other files come back as they are. */
export function scriptOf(path: string, text: string): string {
  if (!isComponent(path)) return text;
  let result = '';
  let done = 0;
  for (const match of text.matchAll(block)) {
    const [whole, attributes = '', script = ''] = match;
    const start = match.index + '<script'.length + attributes.length + 1;
    // A comment in the markup may hold a whole script.
    if (isCommentedOut(text, match.index)) continue;
    result += blanked(text.slice(done, start)) + script;
    done = match.index + whole.length;
    result += blanked(text.slice(start + script.length, done));
  }
  return result + blanked(text.slice(done));
}

const blanked = (text: string): string => text.replace(/[^\r\n]/g, ' ');

function isCommentedOut(text: string, offset: number): boolean {
  const opened = text.lastIndexOf('<!--', offset);
  return opened !== -1 && !text.slice(opened, offset).includes('-->');
}
