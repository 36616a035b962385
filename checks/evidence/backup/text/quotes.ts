// Where in SQL text a line ends: between statements, or within a string, a body or a remark. No more of a lexer than that.

/** Within: `'` or `"`, `E'` with backslashes, a `$tag$`, or remarks as deep as they are nested. */
export interface Reading {
  readonly within: string;
  readonly depth: number;
}
export const between: Reading = { within: '', depth: 0 };

const token = /--|\/\*|(?<![\w\u0080-\u00ff])\$(?:[A-Za-z_\u0080-\u00ff][\w\u0080-\u00ff]*)?\$|(?<!\w)[eE]'|'|"/g;

/** After one more line. */
export const after = (before: Reading, line: string): Reading => read(before, line).reading;

export interface Line {
  readonly reading: Reading;
  /** What of it stands in no string, body or remark; a blank where one stood. */
  readonly outside: string;
}

/** One more line, and what of it is code. */
export function read(before: Reading, line: string): Line {
  let reading = before;
  let at = 0;
  let outside = '';
  while (at < line.length) {
    const next: Step | undefined = reading.within === '' ? opened(line, at) : closed(reading, line, at);
    if (reading.within === '') outside += `${line.slice(at, next?.from ?? line.length)} `;
    if (next === undefined) break;
    reading = next.reading;
    at = next.at;
  }
  return { reading, outside };
}

interface Step {
  readonly reading: Reading;
  /** Where the mark begins, and where it ends. */
  readonly from: number;
  readonly at: number;
}

function opened(line: string, start: number): Step | undefined {
  token.lastIndex = start;
  const found = token.exec(line);
  if (found === null) return undefined;
  const [text] = found;
  const from = found.index;
  if (text === '--') return { reading: between, from, at: line.length };
  return { reading: { within: text.toUpperCase() === "E'" ? "E'" : text, depth: 1 }, from, at: from + text.length };
}

function closed({ within, depth }: Reading, line: string, from: number): Step | undefined {
  if (within === '/*') {
    const mark = /\/\*|\*\//g;
    mark.lastIndex = from;
    const found = mark.exec(line);
    if (found === null) return undefined;
    const now = depth + (found[0] === '/*' ? 1 : -1);
    return { reading: now === 0 ? between : { within, depth: now }, from, at: found.index + 2 };
  }
  if (within === "E'") {
    // A quote that is doubled or behind a backslash ends nothing.
    const inside = /(?:[^'\\]|''|\\.)*/sy;
    inside.lastIndex = from;
    inside.exec(line);
    const end = inside.lastIndex;
    return line[end] === "'" ? { reading: between, from, at: end + 1 } : undefined;
  }
  const end = line.indexOf(within, from);
  return end === -1 ? undefined : { reading: between, from, at: end + within.length };
}
