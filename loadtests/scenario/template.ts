// `{{name}}` in texts and JSON bodies. Alone knows how a placeholder is written.
import { randomUUID } from 'node:crypto';

/** Whatever JSON holds: a feed has texts and numbers, an answer may hand on a whole list. */
export type Value = unknown;
export type Variables = ReadonlyMap<string, Value>;
export type Fill<T> = (variables: Variables) => T;

const placeholder = /\{\{\s*([\w.-]+)\s*\}\}/g;
/** A new value each time; not in the variables of a journey. */
const made: Readonly<Record<string, () => Value>> = { uuid: randomUUID };
/** Set for every journey. */
export const journeyVariables = ['iteration'] as const;

/** The names that a JSON value mentions. */
export function namesIn(value: unknown): readonly string[] {
  return [...JSON.stringify(value ?? '').matchAll(placeholder)].flatMap(([, name]) => (name === undefined || name in made ? [] : [name]));
}

/** A text with its placeholders filled in; `encode` is applied to what is filled in. */
export function textTemplate(text: string, encode: (value: string) => string = (value) => value): Fill<string> {
  if (!hasPlaceholder(text)) return () => text;
  return (variables) => text.replace(placeholder, (_, name: string) => encode(asText(filledBy(name, variables))));
}

/** JSON whose strings hold placeholders, as text; a string that is nothing but one placeholder becomes the value itself. */
export function jsonTemplate(value: unknown): Fill<string> {
  const written = JSON.stringify(value);
  if (!hasPlaceholder(written)) return () => written;
  const alone = /"\{\{\s*([\w.-]+)\s*\}\}"/g;
  return (variables) =>
    written
      .replace(alone, (_, name: string) => JSON.stringify(filledBy(name, variables)))
      .replace(placeholder, (_, name: string) => JSON.stringify(asText(filledBy(name, variables))).slice(1, -1));
}

const hasPlaceholder = (text: string): boolean => text.search(placeholder) >= 0;

const asText = (value: Value): string => (typeof value === 'object' ? JSON.stringify(value) : String(value));

function filledBy(name: string, variables: Variables): Value {
  return made[name]?.() ?? variables.get(name) ?? null;
}
