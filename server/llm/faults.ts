// What went wrong with a call of the model: whether it is worth a repeat, and whether it speaks against the model.
import { APIConnectionError, APIError, APIUserAbortError } from 'openai';
import { ZodError } from 'zod';

/** The model answered, and the answer is none. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
  readonly why: 'refused' | 'truncated' | 'unfit';

  constructor(why: 'refused' | 'truncated' | 'unfit', cause?: unknown) {
    super(`the model's answer is ${why}`, { cause });
    this.why = why;
  }
}
/** The user's budget for today is spent. */
export class OverBudget extends Error {
  override readonly name = 'OverBudget';
}

export type Outcome = 'answered' | 'refused' | 'truncated' | 'unfit' | 'left' | 'busy' | 'quota' | 'unreachable' | 'failing' | 'wrong';

/** In one word, for the log and for metrics. */
export function outcomeOf(error: unknown): Outcome {
  if (error instanceof NoAnswer) return error.why;
  // What is no JSON at all, or not in the form of the API.
  if (error instanceof SyntaxError || error instanceof ZodError) return 'unfit';
  if (error instanceof APIUserAbortError) return 'left';
  if (error instanceof APIConnectionError) return 'unreachable';
  if (!(error instanceof APIError) || typeof error.status !== 'number') return 'wrong';
  if (error.status === 429) return error.code === 'insufficient_quota' ? 'quota' : 'busy';
  return error.status >= 500 || error.status === 408 || error.status === 409 ? 'failing' : 'wrong';
}

const passing: ReadonlySet<Outcome> = new Set(['unfit', 'busy', 'unreachable', 'failing']);
/** An empty account does not fill by asking again, and who was refused is refused again. */
export const isWorthRepeating = (error: unknown): boolean =>
  passing.has(outcomeOf(error)) && (toldToWaitMs(error) ?? 0) <= LONGEST_TOLD_WAIT_MS;

const harmless: ReadonlySet<Outcome> = new Set(['left', 'refused', 'truncated']);
/** A caller who left, and an answer that is only not wanted, say nothing about the model. */
export const isFault = (error: unknown): boolean => !harmless.has(outcomeOf(error));

/** Beyond this the rules answer instead. */
const LONGEST_TOLD_WAIT_MS = 10_000;

/** What Retry-After asks for, as seconds or as a date. */
export function toldToWaitMs(error: unknown): number | undefined {
  const headers = error instanceof APIError ? error.headers : undefined;
  const ms = Number.parseFloat(headers?.get('retry-after-ms') ?? '');
  if (Number.isFinite(ms)) return Math.max(0, ms);
  const told = headers?.get('retry-after') ?? '';
  if (told === '') return undefined;
  const waitMs = /^\d+(\.\d+)?$/.test(told) ? Number(told) * 1_000 : Date.parse(told) - Date.now();
  return Number.isFinite(waitMs) ? Math.max(0, waitMs) : undefined;
}
