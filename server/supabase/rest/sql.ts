// The only ways a part of a request gets into a statement: as a checked and quoted name, or as a parameter.
import type { Value } from '../database.ts';
import { badRequest } from './rest-error.ts';

const plainName = /^[A-Za-z_][A-Za-z0-9_]{0,62}$/;

/** A name as SQL; anything but letters, digits and underscores is refused. */
export function quoted(name: string): string {
  if (!plainName.test(name)) throw badRequest(`"${name.slice(0, 63)}" is no name`);
  return `"${name}"`;
}

/** The parameters of one statement. */
export class Parameters {
  readonly values: Value[] = [];

  /** Where the value will stand: `$1`, `$2` … */
  add(value: Value): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}

/** Splits at a comma that no bracket, brace or quote holds. */
export function splitTopLevel(text: string): readonly string[] {
  const parts: string[] = [''];
  let depth = 0;
  let inQuotes = false;
  for (let index = 0; index < text.length; index += 1) {
    const char = text.charAt(index);
    if (char === '\\' && inQuotes) {
      parts.push(`${parts.pop() ?? ''}${char}${text.charAt(index + 1)}`);
      index += 1;
      continue;
    }
    if (char === '"') inQuotes = !inQuotes;
    if (!inQuotes && (char === '(' || char === '{')) depth += 1;
    if (!inQuotes && (char === ')' || char === '}')) depth -= 1;
    if (char === ',' && depth === 0 && !inQuotes) parts.push('');
    else parts.push(`${parts.pop() ?? ''}${char}`);
  }
  if (depth !== 0 || inQuotes) throw badRequest('a bracket or quote is not closed');
  return parts;
}

/** `"a \"b\""` is a value that may hold commas and brackets. */
export function unquoted(text: string): string {
  return /^".*"$/s.test(text) ? text.slice(1, -1).replace(/\\(.)/gs, '$1') : text;
}
