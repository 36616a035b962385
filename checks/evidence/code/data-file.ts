// YAML and JSON as facts: a file that exports one literal, so that configuration is read like any other source.
import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Expression, SourceFile } from '../../model.ts';
import { secretShape } from '../secret-shapes.ts';

export const isDataFile = (path: string): boolean => /\.(?:json|ya?ml)$/.test(path);

/** Its one export is the default one. A file that is no YAML (JSON is) is unreadable; anchors and tags are passed over. */
export function lowerData(path: string, text: string): SourceFile | { readonly unreadable: string } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'silent' });
  const [error] = document.errors;
  if (error) return { unreadable: `line ${lines.linePos(error.pos[0]).line}: no readable ${path.endsWith('.json') ? 'JSON' : 'YAML'}` };
  const value = lower(document.contents, lines, 0);
  return {
    path,
    language: 'typescript',
    lines: lines.lineStarts.length,
    body: [{ kind: 'export', exported: 'default', value, line: 1, column: 1 }],
  };
}

const maxDepth = 40;

function lower(node: unknown, lines: LineCounter, depth: number): Expression {
  const start =
    typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range) && typeof node.range[0] === 'number'
      ? node.range[0]
      : 0;
  const { line, col } = lines.linePos(start);
  const at = { line: Math.max(line, 1), column: Math.max(col, 1) };
  if (depth > maxDepth) return { kind: 'other', what: 'deep data', parts: [], ...at };
  if (isMap(node)) {
    const entries = node.items.flatMap(({ key, value }) =>
      isScalar(key) ? [{ key: String(key.value), value: lower(value, lines, depth + 1) }] : [],
    );
    return { kind: 'object', entries, ...at };
  }
  if (isSeq(node)) return { kind: 'list', items: node.items.map((item) => ({ value: lower(item, lines, depth + 1) })), ...at };
  if (!isScalar(node)) return { kind: 'null', ...at };
  const { value } = node;
  if (typeof value === 'string') {
    const secret = secretShape(value);
    return secret ? { kind: 'string', value: '', secret, ...at } : { kind: 'string', value, ...at };
  }
  if (typeof value === 'number') return { kind: 'number', value, ...at };
  return typeof value === 'boolean' ? { kind: 'boolean', value, ...at } : { kind: 'null', ...at };
}
