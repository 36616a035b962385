// What the rest of the server knows of the language model: questions in, answers that fit a schema out, or a failure.
import type { z } from 'zod';

export interface Question<T> {
  readonly name: string;
  /** What the model is to do: ours alone. */
  readonly instructions: string;
  /** What users wrote: data, and told to the model as such. */
  readonly data: unknown;
  readonly answer: z.ZodType<T>;
  /** Who asks, and whose budget it costs. */
  readonly userId: string;
}
export interface Llm {
  readonly state: () => 'off' | 'closed' | 'open';
  /** Fails when the model is off, failing, too slow, too dear for this user, refuses or answers what does not fit. */
  ask<T>(question: Question<T>, signal: AbortSignal): Promise<T>;
  /** What a text is about, as numbers: near ones are about the same. Fails as `ask` does. */
  embed(text: string, signal: AbortSignal): Promise<readonly number[]>;
  close(): Promise<void>;
}

const off = () => Promise.reject(new Error('the model is switched off'));
export const llmOff: Llm = { state: () => 'off', ask: off, embed: off, close: () => Promise.resolve() };
