// Foreign text inside GitHub Markdown: no markup, no mention and no link comes out of it.
import { cleaned } from './clean.ts';

// A backslash does not keep GitHub from seeing a mention or an issue number; an empty comment does.
const replacements: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '@': '@<!-- -->',
  '#': '#<!-- -->',
};

/** Text as prose; safe in a paragraph, a list item and a table cell. */
export function prose(text: string): string {
  return cleaned(text)
    .replaceAll(/[\\`*[|~$]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&')
    .replaceAll(/[&<>@#]/g, (character) => replacements[character] ?? character)
    .replaceAll('://', ':<!-- -->//');
}

/** Text as a code span. */
export function code(text: string): string {
  const shown = cleaned(text);
  const longest = Math.max(0, ...(shown.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = shown === '' || /^[`\s]|[`\s]$/.test(shown) ? ' ' : '';
  return `${fence}${pad}${shown}${pad}${fence}`;
}

/** A code span inside a table, where a bar would end the cell. */
export const codeInTable = (text: string): string => code(text).replaceAll('|', '\\|');

/** Text inside an HTML tag that Markdown leaves alone. */
export const html = (text: string): string => cleaned(text).replaceAll(/[&<>@#]/g, (character) => replacements[character] ?? character);

/** A code block that its own text cannot end. */
export function codeBlock(text: string, indent: string): readonly string[] {
  const fence = '`'.repeat(Math.max(3, ...(text.match(/`+/g) ?? []).map((run) => run.length + 1)));
  return [`${indent}${fence}sh`, `${indent}${cleaned(text)}`, `${indent}${fence}`];
}

/** Each block's lines as one text; a block without lines is left out. No spaces at the end of a line, never two empty lines. */
export const tidied = (blocks: readonly (readonly string[])[]): readonly string[] =>
  blocks
    .filter((lines) => lines.length > 0)
    .map((lines) =>
      lines
        .join('\n')
        .replaceAll(/[ \t]+$/gm, '')
        .replaceAll(/\n{3,}/g, '\n\n'),
    );
