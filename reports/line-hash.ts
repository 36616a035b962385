// GitHub's `primaryLocationLineHash`: what code scanning recognises an alert by when its line moves.

const windowLength = 100;
const endOfFile = 65_535;
// Of so many lines each is looked at alone, of more all at once.
const fewLines = 20;

/**
 * The hash of a line (1-based; undefined where there is none): of 100 characters from its start on, spaces and tabs left out, line ends
 * as LF, the file's end as 65535 and then zeros; h = 37 h + c in 64 bits, as unsigned hex, then how many lines so far have had it.
 */
export function lineHasher(text: string): (line: number) => string | undefined {
  const { characters, starts } = withoutBlanks(text);
  let asked = 0;
  let all: readonly string[] | undefined;
  return (line) => {
    const start = starts[line - 1];
    if (start === undefined) return undefined;
    if (asked++ >= fewLines) {
      all ??= everyHash(characters, starts);
      return all[line - 1];
    }
    // The hundred characters are compared and not their hashes: mostly few lines of a file have findings, and hashing is dear.
    const count = starts.slice(0, line).filter((other) => haveTheSame(characters, start, other)).length;
    return `${hashFrom(characters, start)}:${count}`;
  };
}

function everyHash(characters: Uint16Array, starts: readonly number[]): readonly string[] {
  const seen = new Map<string, number>();
  return starts.map((start) => {
    const hash = hashFrom(characters, start);
    const count = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, count);
    return `${hash}:${count}`;
  });
}

function haveTheSame(characters: Uint16Array, start: number, other: number): boolean {
  for (let at = 0; at < windowLength; at++) if ((characters[start + at] ?? 0) !== (characters[other + at] ?? 0)) return false;
  return true;
}

function withoutBlanks(text: string): { readonly characters: Uint16Array; readonly starts: readonly number[] } {
  const kept = text.replaceAll(/\r\n?/g, '\n').replaceAll(/[ \t]/g, '');
  const characters = new Uint16Array(kept.length + 1);
  const starts = [0];
  for (let at = 0; at < kept.length; at++) {
    const code = kept.charCodeAt(at);
    characters[at] = code;
    if (code === lineEnd) starts.push(at + 1);
  }
  characters[kept.length] = endOfFile;
  return { characters, starts };
}

const lineEnd = 10;

// 64 bits in two halves: a product of 37 and 32 bits is still exact in a double.
function hashFrom(characters: Uint16Array, start: number): string {
  let high = 0;
  let low = 0;
  for (let at = start; at < start + windowLength; at++) {
    const product = low * 37 + (characters[at] ?? 0);
    low = product >>> 0;
    high = (Math.imul(high, 37) + (product - low) / 2 ** 32) >>> 0;
  }
  return high === 0 ? low.toString(16) : `${high.toString(16)}${low.toString(16).padStart(8, '0')}`;
}
