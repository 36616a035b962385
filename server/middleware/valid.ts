// Reads what a client sent through a schema; what does not fit is told by field and rule, never by value.
import type { z } from 'zod';
import { type FieldError, Problem } from '../problem.ts';
import type { RequestContext } from './state.ts';

const MOST_ERRORS = 20;

/** The body as the schema reads it; else a 400 problem with one entry per faulty field. */
export function bodyOf<S extends z.ZodType>(ctx: RequestContext, schema: S): z.output<S> {
  const read = schema.safeParse(ctx.request.body);
  const errors = read.success
    ? unstorable(read.data)
    : read.error.issues.map(({ path, message }) => ({ path: path.filter((each) => !isUnstorable(each)).join('.'), message }));
  if (read.success && errors.length === 0) return read.data;
  throw new Problem(400, 'Some of the fields are missing or not as they should be.', { errors: errors.slice(0, MOST_ERRORS) });
}

/** JSON can say what no Postgres text can hold: the character 0, and halves of a surrogate pair. */
function unstorable(value: unknown, path: readonly string[] = []): readonly FieldError[] {
  if (isUnstorable(value)) return [{ path: path.join('.'), message: 'holds characters that are no text' }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    isUnstorable(key) ? [{ path: path.join('.'), message: 'has a key that is no text' }] : unstorable(each, [...path, key]),
  );
}

const isUnstorable = (value: unknown): boolean => typeof value === 'string' && (value.includes('\0') || !value.isWellFormed());
