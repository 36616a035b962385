// Expressions inside f-strings that go over several lines: the parser reads them only in brackets of their own.

export interface Insertion {
  /** Lines below the one the string begins on. */
  readonly linesBelow: number;
  /** In UTF-16 units; from the string's own beginning on its first line, from the line's beginning below it. */
  readonly column: number;
  readonly text: '(' | ')';
}

const prefixed = /^(?:[fFtT][rR]?|[rR][fFtT])("""|'''|"|')/;

/** The brackets to put round each expression of an f-string (`written` with prefix and quotes) that holds a line break. */
export function bracketed(written: string): readonly Insertion[] {
  const opening = prefixed.exec(written);
  if (opening === null || !written.includes('\n') || !written.includes('{')) return [];
  const found: Insertion[] = [];
  for (let at = opening[0].length; at < written.length; at += 1) {
    if (written[at] !== '{') continue;
    if (written[at + 1] === '{') {
      at += 1;
      continue;
    }
    const end = endOfExpression(written, at + 1);
    if (written.slice(at + 1, end).includes('\n'))
      found.push({ ...position(written, at + 1), text: '(' }, { ...position(written, end), text: ')' });
    at = endOfField(written, end);
  }
  return found;
}

/** Where the expression that begins here ends: before `!r`, `:format`, `=` or `}`. */
function endOfExpression(written: string, from: number): number {
  let depth = 0;
  for (let at = from; at < written.length; at += 1) {
    const letter = written[at] ?? '';
    if (letter === '"' || letter === "'") at = endOfText(written, at);
    else if ('([{'.includes(letter)) depth += 1;
    else if (depth > 0 && ')]}'.includes(letter)) depth -= 1;
    else if (depth === 0 && (letter === '}' || letter === ':' || (letter === '!' && written[at + 1] !== '='))) return at;
    else if (depth === 0 && letter === '=' && /^=\s*[}!:]/.test(written.slice(at, at + 8)) && !/[=!<>]/.test(written[at - 1] ?? ''))
      return at;
  }
  return written.length;
}

function endOfText(written: string, from: number): number {
  const quote = written.startsWith(written.slice(from, from + 1).repeat(3), from) ? 3 : 1;
  const mark = written.slice(from, from + quote);
  for (let at = from + quote; at < written.length; at += 1) {
    if (written[at] === '\\') at += 1;
    else if (written.startsWith(mark, at)) return at + quote - 1;
  }
  return written.length;
}

function endOfField(written: string, from: number): number {
  let depth = 0;
  for (let at = from; at < written.length; at += 1) {
    if (written[at] === '{') depth += 1;
    if (written[at] === '}' && depth === 0) return at;
    if (written[at] === '}') depth -= 1;
  }
  return written.length;
}

function position(written: string, at: number): { readonly linesBelow: number; readonly column: number } {
  const before = written.slice(0, at).split('\n');
  return { linesBelow: before.length - 1, column: before.at(-1)?.length ?? 0 };
}
