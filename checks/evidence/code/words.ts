// The names, members, keys, texts and numbers that stand in a piece of code: what it speaks of, as far as its own text goes.
import { eachInside } from '../../model/nodes.ts';
import type { Expression } from '../../model.ts';

/** In the order they stand; functions written inside count, what is called elsewhere does not. */
export function wordsIn(what: Expression): readonly string[] {
  const words: string[] = [];
  collect(what, words);
  return words;
}

function collect(value: object, words: string[]): void {
  if (Array.isArray(value)) {
    for (const each of value) if (typeof each === 'object' && each !== null) collect(each, words);
    return;
  }
  // A name, a member, a keyword, a pattern's name; a key; a text.
  if ('name' in value) add(value.name, words);
  if ('key' in value) add(value.key, words);
  if ('value' in value) add(value.value, words);
  const decorators = 'decorators' in value ? value.decorators : undefined;
  eachInside(value, (inner) => {
    if (inner !== decorators) collect(inner, words);
  });
}

function add(word: unknown, words: string[]): void {
  if (typeof word === 'string' || typeof word === 'number') words.push(String(word));
}
