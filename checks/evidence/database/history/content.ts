// Whether what was applied is what the file says today.
import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { scanSync } from 'libpg-query';

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** As Flyway counts: every line without its ending. */
export function flywayChecksum(text: string): number {
  let sum = 0;
  for (const line of text.split(/\r\n|\n|\r/)) sum = crc32(line, sum);
  return sum | 0;
}

/** Comments, blanks and the ends of statements left aside. The parser must be loaded. */
export function sameSql(one: string, other: string): boolean | undefined {
  const [first, second] = [wordsOf(one), wordsOf(other)];
  if (first === undefined || second === undefined) return undefined;
  return first.length === second.length && first.every((word, at) => word === second[at]);
}

function wordsOf(sql: string): readonly string[] | undefined {
  try {
    const { tokens } = scanSync(sql);
    return tokens.filter(({ tokenName }) => !/COMMENT/.test(tokenName)).flatMap(({ text }) => (text === ';' ? [] : [text]));
  } catch {
    return undefined;
  }
}
