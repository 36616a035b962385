// What the parser does not know, in a spelling that it does: `except A, B:` (Python 3.14), `except A, e:` (Python 2),
// expressions over several lines in an f-string, `async for` in a dict or set comprehension, `class Box[A, B,]:`, `case a, *b:`, `del a,`. Lines keep their numbers, and nearly all columns theirs.
import { Lexer, TokenType } from 'py-ast';
import { bracketed } from './f-strings.ts';
import type { Columns } from './text.ts';

interface Edit {
  readonly line: number;
  /** 0-based, in UTF-16 units. */
  readonly column: number;
  readonly length: number;
  readonly text: string;
}
type Token = ReturnType<Lexer['tokenize']>[number];

/** The text respelled; the very same text where nothing of the kind stands in it. @throws Error where the text has no tokens. */
export function respell(text: string, columns: Columns): string {
  const tokens = new Lexer(text).tokenize().filter(({ type }) => type !== TokenType.COMMENT);
  const replace = ({ lineno, col_offset }: Token, length: number, inserted: string): Edit => ({
    line: lineno,
    column: columns(lineno, col_offset) - columns(lineno, 0),
    length,
    text: inserted,
  });
  const edits = findEdits(tokens, replace);
  if (edits.length === 0) return text;
  const lines = text.split('\n');
  for (const { line, column, length, text: inserted } of edits.toSorted((a, b) => b.line - a.line || b.column - a.column)) {
    const old = lines[line - 1] ?? '';
    lines[line - 1] = old.slice(0, column) + inserted + old.slice(column + length);
  }
  return lines.join('\n');
}

type Replace = (token: Token, length: number, text: string) => Edit;
const opening: ReadonlySet<TokenType> = new Set([TokenType.LPAR, TokenType.LSQB, TokenType.LBRACE]);
const closing: ReadonlySet<TokenType> = new Set([TokenType.RPAR, TokenType.RSQB, TokenType.RBRACE]);
const starting: ReadonlySet<TokenType | undefined> = new Set([undefined, TokenType.NEWLINE, TokenType.INDENT, TokenType.DEDENT]);

function findEdits(tokens: readonly Token[], replace: Replace): Edit[] {
  const edits: Edit[] = [];
  const open: TokenType[] = [];
  for (const [index, token] of tokens.entries()) {
    const { type } = token;
    if (opening.has(type)) open.push(type);
    else if (closing.has(type)) open.pop();
    else if (type === TokenType.STRING) edits.push(...stringEdits(token, replace));
    else if (type === TokenType.EXCEPT) edits.push(...exceptEdits(tokens, index, replace));
    else if (type === TokenType.NAME && token.value === 'case' && starting.has(tokens[index - 1]?.type))
      edits.push(...caseEdits(tokens, index, replace));
    else if (type === TokenType.ASYNC && open.at(-1) === TokenType.LBRACE) edits.push(replace(token, 5, ' '.repeat(5)));
    else if (
      type === TokenType.COMMA &&
      closing.has(tokens.slice(index + 1).find(isText)?.type ?? TokenType.COMMA) &&
      inTypeParameters(tokens, index)
    )
      edits.push(replace(token, 1, ' '));
    else if (type === TokenType.DEL) edits.push(...deleteEdits(tokens, index, replace));
  }
  return edits;
}

const isText = ({ type }: Token): boolean => type !== TokenType.NEWLINE && !/^NL$/.test(TokenType[type] ?? '');

/** `class Box[A, B,]:`: whether the bracket a comma stands in opens right behind the name of a class, function or type. */
function inTypeParameters(tokens: readonly Token[], comma: number): boolean {
  let depth = 0;
  for (let index = comma - 1; index > 1; index -= 1) {
    const type = tokens[index]?.type;
    if (type === undefined) return false;
    if (closing.has(type)) depth += 1;
    else if (opening.has(type) && depth > 0) depth -= 1;
    else if (opening.has(type)) {
      const keyword = tokens[index - 2]?.type;
      return type === TokenType.LSQB && (keyword === TokenType.CLASS || keyword === TokenType.DEF);
    }
  }
  return false;
}

interface Header {
  readonly first: number;
  readonly commas: readonly number[];
  readonly stars: number;
  /** The `:`, the `as` or the guard's `if`. */
  readonly end: number;
}

/** What stands between a keyword and the end of its clause, outside brackets. */
function header(tokens: readonly Token[], keyword: number): Header | undefined {
  const commas: number[] = [];
  let stars = 0;
  let depth = 0;
  for (let index = keyword + 1; index < tokens.length; index += 1) {
    const type = tokens[index]?.type;
    if (type === undefined || type === TokenType.NEWLINE) return undefined;
    if (opening.has(type)) depth += 1;
    else if (closing.has(type)) depth -= 1;
    if (depth > 0) continue;
    if (type === TokenType.COMMA) commas.push(index);
    else if (type === TokenType.STAR) stars += 1;
    else if (type === TokenType.COLON || type === TokenType.IF) return { first: keyword + 1, commas, stars, end: index };
  }
  return undefined;
}

function wrap(tokens: readonly Token[], from: number, to: number, replace: Replace): Edit[] {
  const first = tokens[from];
  const end = tokens[to];
  return first && end ? [replace(first, 0, '('), replace(end, 0, ')')] : [];
}

function exceptEdits(tokens: readonly Token[], keyword: number, replace: Replace): Edit[] {
  const clause = header(tokens, keyword);
  const [comma] = clause?.commas ?? [];
  if (clause === undefined || comma === undefined) return [];
  const commaToken = tokens[comma];
  // Python 2 names what was caught; hardly anybody writes a class in small letters alone.
  if (commaToken && clause.end === comma + 2 && /^[a-z_]+\d?$/.test(tokens[comma + 1]?.value ?? ''))
    return [replace(commaToken, 1, ' as ')];
  return wrap(tokens, tokens[clause.first]?.type === TokenType.STAR ? clause.first + 1 : clause.first, clause.end, replace);
}

function caseEdits(tokens: readonly Token[], keyword: number, replace: Replace): Edit[] {
  const clause = header(tokens, keyword);
  return clause && clause.commas.length > 0 && clause.stars > 0 ? wrap(tokens, clause.first, clause.end, replace) : [];
}

function stringEdits(token: Token, replace: Replace): Edit[] {
  const { line, column } = replace(token, 0, '');
  return bracketed(token.value).map((each) => ({
    line: line + each.linesBelow,
    column: each.linesBelow === 0 ? column + each.column : each.column,
    length: 0,
    text: each.text,
  }));
}

function deleteEdits(tokens: readonly Token[], keyword: number, replace: Replace): Edit[] {
  const end = tokens.findIndex(({ type }, index) => index > keyword && (type === TokenType.NEWLINE || type === TokenType.SEMI));
  const last = tokens[end - 1];
  return last?.type === TokenType.COMMA ? [replace(last, 1, ' ')] : [];
}
