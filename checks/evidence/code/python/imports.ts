// Which modules a Python file imports, read off its text in one pass without parsing it: for following imports over thousands of files.

export interface PythonImport {
  /** With its leading dots. */
  readonly module: string;
  /** What is taken from it; empty for `import module`. A name may be a submodule. */
  readonly names: readonly string[];
}

const interesting = /["'#]|\b(?:import|from|TYPE_CHECKING|import_module|__import__)\b/g;

/** The imports of a file, those inside functions and literal calls of `import_module` too, without those under `if TYPE_CHECKING:`. */
export function pythonImports(text: string): PythonImport[] {
  const found: PythonImport[] = [];
  const finder = new RegExp(interesting);
  /** Before this position only types are imported. */
  let typesUntil = 0;
  for (let hit = finder.exec(text); hit !== null; hit = finder.exec(text)) {
    const [word] = hit;
    const after = finder.lastIndex;
    if (word === '#') finder.lastIndex = lineEnd(text, after);
    else if (word === '"' || word === "'") finder.lastIndex = stringEnd(text, hit.index);
    else if (word === 'TYPE_CHECKING') typesUntil = Math.max(typesUntil, typeBlockEnd(text, hit.index, after));
    else if (word === 'import' || word === 'from') {
      if (!startsStatement(text, hit.index)) continue;
      const end =
        word === 'from'
          ? readFrom(text, after, hit.index < typesUntil ? [] : found)
          : readImport(text, after, hit.index < typesUntil ? [] : found);
      finder.lastIndex = Math.max(after, end);
    } else if (hit.index >= typesUntil) readCall(text, after, found);
  }
  return text.includes('.from_object(') ? [...found, ...settingsNamed(text)] : found;
}

/** What Flask imports by name: `from_object("config")`, and of a table beside it `"config.ProductionConfig"`. */
const settingsNamed = (text: string): readonly PythonImport[] =>
  [...text.matchAll(/["']([A-Za-z_]\w*(?:\.[a-z_]\w*)*)\.([A-Z]\w*)["']|\.from_object\(\s*["']([\w.]+)["']/g)].map(
    ([, module, name, whole = '']) =>
      module === undefined ? { module: whole, names: [] } : { module, names: name === undefined ? [] : [name] },
  );

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}

/** Just behind the string that opens here; behind its line where it is not closed. */
function stringEnd(text: string, open: number): number {
  const quote = text.charAt(open);
  if (text.startsWith(quote.repeat(3), open)) {
    const mark = quote.repeat(3);
    let end = text.indexOf(mark, open + 3);
    while (end !== -1 && isEscaped(text, end)) end = text.indexOf(mark, end + 1);
    return end === -1 ? text.length : end + 3;
  }
  for (let index = open + 1; index < text.length; index += 1) {
    const character = text.charCodeAt(index);
    if (character === 92) index += text.startsWith('\r\n', index + 1) ? 2 : 1;
    else if (character === quote.charCodeAt(0)) return index + 1;
    else if (character === 10) return index;
  }
  return text.length;
}

function isEscaped(text: string, index: number): boolean {
  let slashes = 0;
  while (text.charCodeAt(index - 1 - slashes) === 92) slashes += 1;
  return slashes % 2 === 1;
}

/** Whether only blanks stand between here and the line's start, a `;` or the `:` of a header. */
function startsStatement(text: string, index: number): boolean {
  let before = index - 1;
  while (before >= 0 && isBlank(text.charCodeAt(before))) before -= 1;
  if (before < 0) return true;
  const character = text.charAt(before);
  if (character === ';' || character === ':') return true;
  if (character !== '\n' && character !== '\r') return false;
  const previous = text.charAt(before - 1) === '\r' ? before - 2 : before - 1;
  return text.charAt(previous) !== '\\' || isWithinComment(text, previous);
}

const isBlank = (code: number): boolean => code === 32 || code === 9 || code === 12 || code === 0xfeff;

/** A backslash that ends a comment continues nothing. */
function isWithinComment(text: string, index: number): boolean {
  return /^\s*#/.test(text.slice(text.lastIndexOf('\n', index) + 1, index));
}

/** Where the block of `if TYPE_CHECKING:` ends: 0 for any other mention. */
function typeBlockEnd(text: string, index: number, after: number): number {
  const start = text.lastIndexOf('\n', index) + 1;
  const indentation = /^([ \t]*)(?:if|elif)[ \t(]+(?:[\w.]+\.)?$/.exec(text.slice(start, index))?.[1];
  if (indentation === undefined || !/^[ \t)]*:/.test(text.slice(after, lineEnd(text, after)))) return 0;
  let line = lineEnd(text, after) + 1;
  while (line < text.length) {
    const end = lineEnd(text, line);
    const width = /^[ \t]*(?=[^\s#])/.exec(text.slice(line, end))?.[0].length;
    if (width !== undefined && width <= indentation.length) return line;
    line = end + 1;
  }
  return text.length;
}

const blanks = /(?:[ \t\f]|\\\r?\n)*/y;
const blanksAndLines = /(?:[\s\\]|#[^\n]*)*/y;
const dottedName = /[\p{L}_][\p{L}\p{N}_]*(?:[ \t]*\.[ \t]*[\p{L}_][\p{L}\p{N}_]*){0,99}/uy;
const relativeName =
  /(?:[. \t\f]|\\\r?\n)*(?:(?!import(?![\p{L}\p{N}_]))[\p{L}_][\p{L}\p{N}_]*(?:[ \t]*\.[ \t]*[\p{L}_][\p{L}\p{N}_]*){0,99})?/uy;
const importWord = /import(?![\p{L}\p{N}_])/uy;
const asName = /as[ \t\\\r\n]+[\p{L}_][\p{L}\p{N}_]*/uy;
const literalCall = /\s*\(\s*(["'])([\w.]+)\1\s*[,)]/y;

/** Where the pattern, which fits here, ends; -1 where it does not fit. */
function skip(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

const withoutBlanks = (text: string): string => text.replace(/[\s\\]+/g, '');

function readImport(text: string, from: number, found: PythonImport[]): number {
  let position = from;
  for (;;) {
    const start = skip(blanks, text, position);
    const end = skip(dottedName, text, start);
    if (end === -1) return position;
    found.push({ module: withoutBlanks(text.slice(start, end)), names: [] });
    position = skip(blanks, text, end);
    const renamed = skip(asName, text, position);
    if (renamed !== -1) position = skip(blanks, text, renamed);
    if (text.charAt(position) !== ',') return position;
    position += 1;
  }
}

function readFrom(text: string, from: number, found: PythonImport[]): number {
  const moduleEnd = skip(relativeName, text, from);
  const module = withoutBlanks(text.slice(from, moduleEnd));
  const word = skip(blanks, text, moduleEnd);
  const names = skip(importWord, text, word);
  if (module === '' || names === -1) return from;
  let position = skip(blanks, text, names);
  const list: string[] = [];
  const within = text.charAt(position) === '(' ? blanksAndLines : blanks;
  if (within === blanksAndLines) position += 1;
  for (;;) {
    position = skip(within, text, position);
    if (text.charAt(position) === '*') list.push('*');
    const end = skip(dottedName, text, position);
    if (end === -1) break;
    list.push(text.slice(position, end));
    position = skip(within, text, end);
    const renamed = skip(asName, text, position);
    if (renamed !== -1) position = skip(within, text, renamed);
    if (text.charAt(position) !== ',') break;
    position += 1;
  }
  if (list.length > 0) found.push({ module, names: list });
  return position;
}

function readCall(text: string, from: number, found: PythonImport[]): void {
  literalCall.lastIndex = from;
  const module = literalCall.exec(text)?.[2];
  if (module !== undefined) found.push({ module, names: [] });
}
