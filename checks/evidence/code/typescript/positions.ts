// Turns offsets into lines and columns, as editors count them.

export interface Position {
  readonly line: number;
  readonly column: number;
}
export interface Positions {
  readonly lines: number;
  readonly at: (offset: number) => Position;
  readonly lineAt: (offset: number) => number;
}

/** Lines end in LF, CRLF or a lone CR; nothing else does, as in reports and unlike in the language's own grammar. */
export function positionsIn(text: string): Positions {
  const starts = lineStarts(text);
  // Facts are asked for nearly in order, so the last line is the best first guess.
  let current = 0;
  const find = (offset: number): number => {
    if (offset < (starts[current] ?? 0)) current = search(starts, offset, 0, current);
    else if (offset >= (starts[current + 1] ?? Number.POSITIVE_INFINITY)) {
      const next = current + 1;
      current = offset < (starts[next + 1] ?? Number.POSITIVE_INFINITY) ? next : search(starts, offset, next, starts.length);
    }
    return current;
  };
  return {
    lines: starts.length,
    at: (offset) => {
      const line = find(offset);
      return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
    },
    lineAt: (offset) => find(offset) + 1,
  };
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  if (text.includes('\r')) {
    for (const match of text.matchAll(/\r\n?|\n/g)) starts.push(match.index + match[0].length);
    return starts;
  }
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function search(starts: readonly number[], offset: number, from: number, to: number): number {
  let low = from;
  let high = to - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
