// What the database answers, as data or as the problem it is for whoever asked. Its own words stay in the log.
import { busy, notFound, unauthorized } from '../problem.ts';

interface Answer {
  readonly data: unknown;
  readonly error: { readonly code?: string; readonly message: string } | null;
  readonly status: number;
}

/** The data of an answer; else throws: 503 where trying later may help, 401 or 404 where the user may not, else a fault of ours. */
export async function dataOf(asked: PromiseLike<Answer>): Promise<unknown> {
  const { data, error, status } = await asked;
  if (error === null) return data;
  const cause = new Error(`the database answered ${status} ${error.code ?? ''}`, { cause: new Error(error.message) });
  if (status === 0 || status === 429 || status >= 500) throw busy(cause);
  if (status === 401) throw unauthorized({ invalid: true, cause });
  if (status === 403) throw notFound();
  throw cause;
}
