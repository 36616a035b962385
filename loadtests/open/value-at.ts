// Values out of a JSON answer.
import type { Value } from '../scenario/template.ts';

/** What is at a path; undefined where there is nothing, or null. */
export function valueAt(body: string | undefined, path: readonly string[]): Value {
  let at: unknown;
  try {
    at = JSON.parse(body ?? '');
  } catch {
    return undefined;
  }
  for (const key of path.filter((part) => part !== '')) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined;
    at = Reflect.get(at, key);
  }
  return at ?? undefined;
}

/** Puts every wanted value into the variables; false where one is not there. */
export function extractInto(
  variables: Map<string, Value>,
  wanted: readonly { readonly name: string; readonly path: readonly string[] }[],
  body: string | undefined,
): boolean {
  for (const { name, path } of wanted) {
    const value = valueAt(body, path);
    if (value === undefined) return false;
    variables.set(name, value);
  }
  return true;
}
