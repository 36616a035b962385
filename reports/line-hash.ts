// GitHub's `primaryLocationLineHash`: what code scanning recognises an alert by when its line moves.

const windowLength = 100;
const endOfFile = 65_535;

/**
 * The hash of every line: of 100 characters from the line's start on, spaces and tabs left out, line ends as LF, the file's end as
 * 65535 and then zeros; h = 37 h + c in 64 bits, as unsigned hex, then how many lines so far have had it.
 */
export function lineHashes(text: string): readonly string[] {
  const { characters, starts } = withoutBlanks(text);
  const seen = new Map<string, number>();
  return starts.map((start) => {
    const hash = hashFrom(characters, start);
    const count = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, count);
    return `${hash}:${count}`;
  });
}

function withoutBlanks(text: string): { readonly characters: readonly number[]; readonly starts: readonly number[] } {
  const characters: number[] = [];
  const starts = [0];
  for (const character of text.replaceAll(/\r\n?/g, '\n').replaceAll(/[ \t]/g, '')) {
    for (let unit = 0; unit < character.length; unit++) characters.push(character.charCodeAt(unit));
    if (character === '\n') starts.push(characters.length);
  }
  characters.push(endOfFile);
  return { characters, starts };
}

// 64 bits in two halves: a product of 37 and 32 bits is still exact in a double.
function hashFrom(characters: readonly number[], start: number): string {
  let high = 0;
  let low = 0;
  for (let at = start; at < start + windowLength; at++) {
    const product = low * 37 + (characters[at] ?? 0);
    low = product % 2 ** 32;
    high = (high * 37 + Math.floor(product / 2 ** 32)) % 2 ** 32;
  }
  return high === 0 ? low.toString(16) : `${high.toString(16)}${low.toString(16).padStart(8, '0')}`;
}
