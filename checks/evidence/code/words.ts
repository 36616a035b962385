// The names, members, keys, texts and numbers that stand in a piece of code: what it speaks of, as far as its own text goes.
import type { Expression } from '../../model.ts';

/** In the order they stand; functions written inside count, what is called elsewhere does not. */
export function wordsIn(what: Expression): readonly string[] {
  const words: string[] = [];
  collect(what, words);
  return words;
}

function collect(value: unknown, words: string[]): void {
  if (Array.isArray(value)) {
    for (const each of value) collect(each, words);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  // A name, a member, a keyword, a pattern's name; a key; a text.
  for (const key of ['name', 'key', 'value'] as const) {
    const word: unknown = key in value ? Object.getOwnPropertyDescriptor(value, key)?.value : undefined;
    if (typeof word === 'string' || typeof word === 'number') words.push(String(word));
  }
  for (const [key, inner] of Object.entries(value)) if (key !== 'decorators' && typeof inner === 'object') collect(inner, words);
}
