// Where in SQL text a line ends: between statements, or within a string, a body or a remark. No more of a lexer than that.

/** Within: `'` or `"`, `E'` with backslashes, a `$tag$`, or remarks as deep as they are nested. */
export interface Reading {
  readonly within: string;
  readonly depth: number;
}
export const between: Reading = { within: '', depth: 0 };

const token = /--|\/\*|\$(?:[A-Za-z_\u0080-\u00ff][\w\u0080-\u00ff]*)?\$|(?<!\w)[eE]'|'|"/g;

/** After one more line. */
export function after(before: Reading, line: string): Reading {
  let reading = before;
  let at = 0;
  while (at < line.length) {
    const next = reading.within === '' ? opened(line, at) : closed(reading, line, at);
    if (next === undefined) break;
    reading = next.reading;
    at = next.at;
  }
  return reading;
}

interface Step {
  readonly reading: Reading;
  readonly at: number;
}

function opened(line: string, from: number): Step | undefined {
  token.lastIndex = from;
  const found = token.exec(line);
  if (found === null || found[0] === '--') return undefined;
  const [text] = found;
  return { reading: { within: text === '/*' ? text : text.toUpperCase() === "E'" ? "E'" : text, depth: 1 }, at: found.index + text.length };
}

function closed({ within, depth }: Reading, line: string, from: number): Step | undefined {
  if (within === '/*') {
    const mark = /\/\*|\*\//g;
    mark.lastIndex = from;
    const found = mark.exec(line);
    if (found === null) return undefined;
    const now = depth + (found[0] === '/*' ? 1 : -1);
    return { reading: now === 0 ? between : { within, depth: now }, at: found.index + 2 };
  }
  if (within === "E'") {
    // A quote that is doubled or behind a backslash ends nothing.
    const inside = /(?:[^'\\]|''|\\.)*/y;
    inside.lastIndex = from;
    inside.exec(line);
    const end = inside.lastIndex;
    return line[end] === "'" ? { reading: between, at: end + 1 } : undefined;
  }
  const end = line.indexOf(within, from);
  return end === -1 ? undefined : { reading: between, at: end + within.length };
}
