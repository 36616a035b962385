// Python source text made fit for the parser, and the way back from its byte offsets to editor columns.
// Lines keep their numbers.

/** The 1-based column in UTF-16 units for a 0-based offset in UTF-8 bytes. */
export type Columns = (line: number, byteOffset: number) => number;

export interface PreparedText {
  readonly text: string;
  readonly columns: Columns;
  readonly lines: number;
}

const plain: Columns = (_line, byteOffset) => byteOffset + 1;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
const outsideAscii = /[^\x00-\x7f]/;

/** Drops the byte order mark and form feeds, and reads every kind of line end as one. */
export function prepare(source: string): PreparedText {
  let text = source.charCodeAt(0) === 0xfeff ? source.slice(1) : source;
  if (text.includes('\r')) text = text.replace(/\r\n?/g, '\n');
  const shifts = new Map<number, number>();
  if (text.includes('\f')) text = withoutFormFeeds(text, shifts);
  const columns = shifts.size > 0 || outsideAscii.test(text) ? columnsOf(text, shifts) : plain;
  return { text, columns, lines: countLines(text) };
}

function countLines(text: string): number {
  let lines = text === '' || text.endsWith('\n') ? 0 : 1;
  for (let index = text.indexOf('\n'); index !== -1; index = text.indexOf('\n', index + 1)) lines += 1;
  return lines;
}

/** To Python a form feed before the first word of a line starts the indentation anew, and is a blank elsewhere. */
function withoutFormFeeds(text: string, shifts: Map<number, number>): string {
  const lines = text.split('\n').map((line, index) => {
    if (!line.includes('\f')) return line;
    const before = /^[ \t\f]*\f/.exec(line)?.[0].length ?? 0;
    if (before > 0) shifts.set(index + 1, before);
    return line.slice(before).replaceAll('\f', ' ');
  });
  return lines.join('\n');
}

function columnsOf(text: string, shifts: ReadonlyMap<number, number>): Columns {
  const lines = text.split('\n');
  const tables = new Map<number, Uint32Array | undefined>();
  return (line, byteOffset) => {
    let table = tables.get(line);
    if (table === undefined && !tables.has(line)) {
      const content = lines[line - 1] ?? '';
      table = outsideAscii.test(content) ? columnTable(content) : undefined;
      tables.set(line, table);
    }
    return (table?.[byteOffset] ?? byteOffset) + 1 + (shifts.get(line) ?? 0);
  };
}

/** For each byte of the line the UTF-16 unit it belongs to. */
function columnTable(line: string): Uint32Array {
  const table = new Uint32Array(line.length * 3 + 1);
  let byte = 0;
  let unit = 0;
  for (const character of line) {
    const code = character.codePointAt(0) ?? 0;
    const bytes = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    table.fill(unit, byte, byte + bytes);
    byte += bytes;
    unit += character.length;
  }
  table.fill(unit, byte);
  return table;
}
