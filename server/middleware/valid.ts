// Reads what a client sent through a schema; what does not fit is told by field and rule, never by value.
import type { z } from 'zod';
import { Problem } from '../problem.ts';
import type { RequestContext } from './state.ts';

/** The body as the schema reads it; else a 400 problem with one entry per faulty field. */
export function bodyOf<S extends z.ZodType>(ctx: RequestContext, schema: S): z.output<S> {
  const read = schema.safeParse(ctx.request.body);
  if (read.success) return read.data;
  const errors = read.error.issues.slice(0, 20).map(({ path, message }) => ({ path: path.join('.'), message }));
  throw new Problem(400, 'Some of the fields are missing or not as they should be.', { errors });
}
