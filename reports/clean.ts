// Makes foreign text harmless: what a target says may hold terminal escapes, markup and invisible characters.

// Controls, line separators, and format characters that reorder or hide text; not the joiners, which emoji and scripts need.
const unsafe = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** One line without control characters: white space becomes a space, anything else is shown as `\u{1b}`. */
export function cleaned(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[ \t]*[\r\n\t\v\f\u2028\u2029]+[ \t]*/g, ' ')
    .replaceAll(unsafe, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}

/** The same JSON with characters escaped that a terminal would obey or hide. */
export function cleanedJson(json: string): string {
  const escaped = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return json.replaceAll(unsafe, (character) => (character === '\n' ? character : character.replaceAll(/[\s\S]/g, escaped)));
}

/** Text cut to a number of characters, ending in … where it was longer. */
export function shortened(text: string, most: number): string {
  const characters = [...text];
  return characters.length <= most
    ? text
    : `${characters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}
