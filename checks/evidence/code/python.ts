// The Python front end: source text in, language-neutral facts out. Only this file and its folder know the Python parser.
import { parse } from 'py-ast';
import type { SourceFile } from '../../model.ts';
import type { Lowering } from './python/context.ts';
import { lowerExpression } from './python/expressions.ts';
import { respell } from './python/respell.ts';
import { lowerStatements } from './python/statements.ts';
import { type PreparedText, prepare } from './python/text.ts';

export { pythonImports } from './python/imports.ts';

/** The facts of one Python file, or why it could not be read: never throws. `path` is relative to the audited root. */
export function lowerPython(path: string, text: string): SourceFile | { unreadable: string } {
  const zero = text.indexOf('\0');
  if (zero !== -1) return { unreadable: `line ${text.slice(0, zero).split('\n').length}: a null byte` };
  const prepared = prepare(text);
  try {
    return { path, language: 'python', lines: prepared.lines, body: lower(prepared) };
  } catch (error) {
    return { unreadable: reason(error, prepared.text) };
  }
}

function lower(prepared: PreparedText): SourceFile['body'] {
  const module = parseAnySpelling(prepared);
  const lowering: Lowering = {
    columns: prepared.columns,
    expression: (node) => lowerExpression(node, lowering),
    statements: (body) => lowerStatements(body, lowering),
    depth: 0,
    typeOnly: false,
  };
  return lowering.statements(module.body);
}

function parseAnySpelling({ text, columns }: PreparedText): ReturnType<typeof parse> {
  try {
    return parse(text);
  } catch (error) {
    if (error instanceof RangeError) throw error;
    const rewritten = respell(text, columns);
    if (rewritten === text) throw error;
    return parse(rewritten);
  }
}

/** The parser's message without its positions. It quotes at most one character of the source. */
function reason(error: unknown, text: string): string {
  const message = error instanceof Error ? error.message : 'the parser failed';
  if (error instanceof RangeError) return message.includes('code point') ? 'an escape beyond Unicode' : 'nested too deeply';
  const place = typeof error === 'object' && error !== null && 'lineno' in error ? Number(error.lineno) : undefined;
  const line = place ?? Number(/at line (\d+)/.exec(message)?.[1] ?? Number.NaN);
  if (Number.isNaN(line)) return message;
  const source = text.split('\n', line)[line - 1] ?? '';
  const old = /(?:^|[:;])\s*(print|exec)\s+[^\s=(.,:)]/.exec(source)?.[1];
  if (old !== undefined) return `line ${line}: a Python 2 ${old} statement`;
  if (source.includes('\ufffd')) return `line ${line}: not UTF-8`;
  return `line ${line}: ${message.replace(/ at line \d+(?:, column \d+)?/, '')}`;
}
