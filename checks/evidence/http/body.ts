// The body of a probe: the one the route is known to take, one of the wrong types, one that is changed, or filler.
import type { HttpProbe } from '../../model.ts';
import type { Route, TokenPlace } from './options.ts';

/** Undefined where the request has none. */
export function bodyOf(probe: HttpProbe, route: Route, method: string, canary: string, token: string | undefined): string | undefined {
  if (probe.bodyBytes !== undefined) return `{"${canary}":"`.padEnd(Math.max(probe.bodyBytes - 2, 2), 'a').concat('"}');
  const wrong = probe.wrongTypes === true ? wrongTyped(route.body, canary) : undefined;
  if (wrong !== undefined) return withToken(wrong, route.tokenIn, token);
  if (probe.changedBody === true) return withToken(changed(route.body), route.tokenIn, token);
  if (probe.body !== undefined) return probe.body.replaceAll('{canary}', canary);
  if (method !== route.method || method === 'GET' || method === 'HEAD') return undefined;
  return withToken(route.body, route.tokenIn, token);
}

function wrongTyped(body: string | undefined, canary: string): string | undefined {
  const fields = fieldsOf(body);
  if (fields === undefined || Object.keys(fields).length === 0) return undefined;
  // An object where text, number or list is meant, and text where an object is.
  const wrong = Object.entries(fields).map(([name, value]) => {
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return [name, isObject ? canary : { [canary]: canary }];
  });
  return JSON.stringify(Object.fromEntries(wrong));
}

function changed(body: string | undefined): string {
  return JSON.stringify(otherwise(fieldsOf(body) ?? {}).value);
}

/** The first text or number in it, another one. */
function otherwise(value: unknown): { readonly value: unknown; readonly done: boolean } {
  if (typeof value === 'string') return { value: `${value} x`, done: true };
  if (typeof value === 'number') return { value: value + 1, done: true };
  if (typeof value !== 'object' || value === null) return { value, done: false };
  let done = false;
  const entries = Object.entries(value).map(([key, each]) => {
    const next = done ? { value: each, done } : otherwise(each);
    done = next.done;
    return [key, next.value] as const;
  });
  return { value: Array.isArray(value) ? entries.map(([, each]) => each) : Object.fromEntries(entries), done };
}

function fieldsOf(body: string | undefined): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(body ?? '');
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value)) : undefined;
  } catch {
    return undefined;
  }
}

function withToken(body: string | undefined, place: TokenPlace, token: string | undefined): string | undefined {
  if (place.in !== 'body') return body;
  const { [place.name]: _, ...fields } = fieldsOf(body) ?? {};
  return JSON.stringify(token === undefined ? fields : { ...fields, [place.name]: token });
}
