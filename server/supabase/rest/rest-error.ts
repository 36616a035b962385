// Errors as PostgREST tells them: a status, a code of its own or of Postgres, and a message for developers.
import { z } from 'zod';

export class RestError extends Error {
  override readonly name = 'RestError';
  readonly status: number;
  readonly code: string;
  readonly details: string | null;
  readonly hint: string | null;

  constructor(
    status: number,
    code: string,
    message: string,
    more: { readonly details?: string | null; readonly hint?: string | null } = {},
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.details = more.details ?? null;
    this.hint = more.hint ?? null;
  }
}

export const badRequest = (message: string): RestError => new RestError(400, 'PGRST100', message);
export const noSuchTable = (name: string): RestError =>
  new RestError(404, 'PGRST205', `Could not find the table 'public.${name}' in the schema cache`);
export const noSuchFunction = (name: string): RestError =>
  new RestError(404, 'PGRST202', `Could not find the function public.${name} with the given arguments in the schema cache`);

const postgresError = z.object({
  code: z.string().regex(/^[0-9A-Z]{5}$/),
  message: z.string(),
  detail: z.string().nullish(),
  hint: z.string().nullish(),
});

/** What Postgres refused, told as PostgREST would; undefined for an error that is not Postgres's. */
export function fromPostgres(error: unknown, signedIn: boolean): RestError | undefined {
  const read = postgresError.safeParse(error);
  if (!read.success) return undefined;
  const { code, message, detail = null, hint = null } = read.data;
  return new RestError(statusOf(code, signedIn), code, message, { details: detail, hint });
}

const statuses: Readonly<Record<string, number>> = { '23503': 409, '23505': 409, '25006': 405, '42883': 404, '42P01': 404, '57014': 504 };

function statusOf(code: string, signedIn: boolean): number {
  if (code === '42501') return signedIn ? 403 : 401;
  const custom = /^PT([45]\d\d)$/.exec(code)?.[1];
  if (custom !== undefined) return Number(custom);
  if (/^(?:08|53)/.test(code)) return 503;
  return statuses[code] ?? (/^(?:40|54|57|58|XX)/.test(code) ? 500 : 400);
}
