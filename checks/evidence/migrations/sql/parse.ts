// SQL text → statements, by the parser of PostgreSQL itself. The only file that loads it.
import { loadModule, type ParseResult, parseSync } from 'libpg-query';
import type { FilePlace, Found, SqlStatement } from '../../../model.ts';
import { actsOf } from './acts.ts';

export interface ParsedStatement {
  readonly node: NonNullable<NonNullable<ParseResult['stmts']>[number]['stmt']>;
  readonly place: FilePlace;
  readonly text: string;
  /** Where it begins in its file, in bytes. */
  readonly offset: number;
}

/** Every statement with its place; `missing` with the line that the parser stopped at. Call `readyParser` before. */
export function parseSql(text: string, path: string): Found<readonly ParsedStatement[]> {
  if (leadOf(text) === text.length) return { found: [] };
  const bytes = Buffer.from(text, 'utf8');
  const placeAt = placesIn(bytes, path);
  try {
    const parsed = parseSync(text);
    return {
      found: (parsed.stmts ?? []).flatMap(({ stmt, stmt_location: start = 0, stmt_len: length }) => {
        if (stmt === undefined) return [];
        const own = bytes.subarray(start, length === undefined || length === 0 ? undefined : start + length).toString('utf8');
        const lead = leadOf(own);
        const offset = start + Buffer.byteLength(own.slice(0, lead));
        return [{ node: stmt, text: own.slice(lead), place: placeAt(offset), offset }];
      }),
    };
  } catch (error) {
    return { missing: `PostgreSQL's parser refuses it: ${reasonOf(error, text)}` };
  }
}

/** Loads the parser once. */
export const readyParser = (): Promise<void> => loadModule();

/** The statements as facts. */
export function statementsOf(parsed: readonly ParsedStatement[]): readonly SqlStatement[] {
  return parsed.map(({ node, place }) => ({ place, acts: actsOf(node) }));
}

const leadOf = (text: string): number => /^(?:\s+|--[^\n]*(?:\n|$)|\/\*[\s\S]*?\*\/)*/.exec(text)?.[0].length ?? 0;

/** Where a byte stands; asked for in rising order, the text is gone through once: a dump has thousands of statements. */
function placesIn(bytes: Buffer, path: string): (offset: number) => FilePlace {
  let line = 1;
  let lineStart = 0;
  return (offset) => {
    for (let next = bytes.indexOf(newline, lineStart); next !== -1 && next < offset; next = bytes.indexOf(newline, lineStart)) {
      line += 1;
      lineStart = next + 1;
    }
    return { kind: 'file', path, line, column: bytes.subarray(lineStart, offset).toString('utf8').length + 1 };
  };
}
const newline = 0x0a;

function reasonOf(error: unknown, text: string): string {
  const message = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
  const details = typeof error === 'object' && error !== null && 'sqlDetails' in error ? error.sqlDetails : undefined;
  const at = typeof details === 'object' && details !== null && 'cursorPosition' in details ? details.cursorPosition : undefined;
  return typeof at === 'number' && at > 0 ? `${message} in line ${text.slice(0, at).split('\n').length}` : message;
}
