// Turns what zod finds in a settings layer into one line that names the key.
import type { z } from 'zod';
import { deepest } from '../../loadtests/scenario/first-issue.ts';
import { didYouMean } from '../nearest.ts';
import { Problem } from '../problem.ts';
import { keysAt, type SettingsLayer, settingsSchema } from './schema.ts';

/** The layer, checked; a Problem that names `from` and the faulty key. */
export function checkLayer(from: string, value: unknown): SettingsLayer {
  const parsed = settingsSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [first, ...more] = parsed.error.issues;
  const rest = more.length === 0 ? '' : ` (and ${more.length} more)`;
  throw new Problem(`${from}: ${first === undefined ? 'is not a configuration' : lineOf(deepest(first), value)}${rest}`);
}

function lineOf(issue: z.core.$ZodIssue, value: unknown): string {
  const where = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') {
    const key = issue.keys[0] ?? '';
    return `unknown key "${[...issue.path.map(String), key].join('.')}"${didYouMean(key, keysAt(issue.path) ?? [])}`;
  }
  if (where === '') return 'must hold an object of settings';
  // zod's own wording, without quoting the value: it may be a secret in the wrong place.
  if (issue.code === 'invalid_value') {
    const words = issue.values.map(String);
    const given = valueAt(value, issue.path);
    return `"${where}" must be one of ${words.join(', ')}${typeof given === 'string' ? didYouMean(given, words) : ''}`;
  }
  if (issue.code === 'invalid_type') return `"${where}" must be ${article(issue.expected === 'record' ? 'object' : issue.expected)}`;
  if (issue.code === 'too_small' && issue.origin === 'string') return `"${where}" is empty`;
  if (issue.code === 'too_small' && issue.origin === 'number')
    return `"${where}" must be ${issue.inclusive === true ? 'at least' : 'more than'} ${issue.minimum}`;
  if (issue.code === 'too_big' && issue.origin === 'number')
    return `"${where}" must be ${issue.inclusive === true ? 'at most' : 'less than'} ${issue.maximum}`;
  if (issue.code === 'invalid_union') return `"${where}" has none of the forms it may have; the configuration schema lists them`;
  return `"${where}" ${issue.message.replace(/^(?:Invalid|Too) /, (start) => `is ${start.toLowerCase()}`)}`;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined), value);
}

const article = (type: string): string => `${/^[aeiou]/.test(type) ? 'an' : 'a'} ${type}`;
