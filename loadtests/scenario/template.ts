// `{{name}}` in texts and JSON bodies. Alone knows how a placeholder is written, and which values are made on the spot.
import { randomInt, randomUUID } from 'node:crypto';

/** Whatever JSON holds: a feed has texts and numbers, an answer may hand on a whole list. */
export type Value = unknown;
export type Variables = ReadonlyMap<string, Value>;
export type Fill<T> = (variables: Variables) => T;

const placeholder = /\{\{\s*([\w.-]+)\s*\}\}/g;
// A string that is one placeholder and nothing else, but no key of an object; or a placeholder within a string.
const inJson = /"\{\{\s*([\w.-]+)\s*\}\}"(?!:)|\{\{\s*([\w.-]+)\s*\}\}/g;
/** Set for every journey. */
export const journeyVariables = ['iteration', 'run'] as const;

const between = /^random\.(\d{1,9})\.(\d{1,9})$/;

/** A new value each time: `uuid`, `now`, `random.1.100`; undefined for a name that is none of them. */
function made(name: string): Value {
  if (name === 'uuid') return randomUUID();
  if (name === 'now') return new Date().toISOString();
  const [, least, most] = between.exec(name) ?? [];
  return most === undefined || Number(least) > Number(most) ? undefined : randomInt(Number(least), Number(most) + 1);
}

/** The names that a JSON value mentions, but those made on the spot. */
export function namesIn(value: unknown): readonly string[] {
  const names = [...JSON.stringify(value ?? '').matchAll(placeholder)].flatMap(([, name]) => name ?? []);
  return names.filter((name) => made(name) === undefined);
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
  return (variables) =>
    written.replace(inJson, (_, alone: string | undefined, within: string | undefined) =>
      alone === undefined
        ? JSON.stringify(asText(filledBy(within ?? '', variables))).slice(1, -1)
        : JSON.stringify(filledBy(alone, variables)),
    );
}

const hasPlaceholder = (text: string): boolean => text.search(placeholder) >= 0;

const asText = (value: Value): string => (typeof value === 'object' ? JSON.stringify(value) : String(value));

const filledBy = (name: string, variables: Variables): Value => made(name) ?? variables.get(name) ?? null;
