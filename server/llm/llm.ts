// The language model, bounded: a time limit, one retry with backoff, a circuit breaker, and answers that must fit a schema.
import { bulkhead, CircuitState, ConsecutiveBreaker, circuitBreaker, handleWhen, wrap } from 'cockatiel';
import OpenAI, { APIUserAbortError } from 'openai';
import { zodTextFormat } from 'openai/helpers/zod';
import type { z } from 'zod';
import type { Config } from '../config/config.ts';
import { outbound } from '../outbound.ts';

export interface Question<T> {
  readonly name: string;
  /** What the model is to do: ours alone. */
  readonly instructions: string;
  /** What users wrote: data, and told to the model as such. */
  readonly data: unknown;
  readonly answer: z.ZodType<T>;
  /** A stable pseudonym of the user, for the provider's abuse handling. */
  readonly pseudonym: string;
}
export interface Llm {
  readonly state: () => 'off' | 'closed' | 'open';
  /** Fails when the model is off, failing, too slow, refuses or answers what does not fit. */
  ask<T>(question: Question<T>, signal: AbortSignal): Promise<T>;
  close(): Promise<void>;
}

export const llmOff: Llm = {
  state: () => 'off',
  ask: () => Promise.reject(new Error('the model is switched off')),
  close: () => Promise.resolve(),
};

const MOST_OUTPUT_TOKENS = 4_000;
const MOST_AT_ONCE = 16;

export function openAi(config: Config, baseURL = config.OPENAI_BASE_URL ?? 'https://api.openai.com/v1'): Llm {
  const { fetch, close } = outbound({ connections: MOST_AT_ONCE, timeoutMs: config.LLM_TIMEOUT_MS });
  const client = new OpenAI({
    apiKey: config.OPENAI_API_KEY,
    baseURL,
    fetch,
    timeout: config.LLM_TIMEOUT_MS,
    maxRetries: 1,
  });
  // As many again may wait: the rest fall back to the rules instead of piling up sockets.
  const seats = bulkhead(MOST_AT_ONCE, MOST_AT_ONCE);
  const breaker = circuitBreaker(handleWhen(isFault), { halfOpenAfter: 30_000, breaker: new ConsecutiveBreaker(3) });
  const guarded = wrap(seats, breaker);
  return {
    state: () => (breaker.state === CircuitState.Open ? 'open' : 'closed'),
    ask: (question, signal) => guarded.execute(() => askOnce(client, config, question, signal)),
    close,
  };
}

async function askOnce<T>(client: OpenAI, config: Config, question: Question<T>, signal: AbortSignal): Promise<T> {
  const response = await client.responses.parse(
    {
      model: config.OPENAI_MODEL,
      temperature: config.OPENAI_TEMPERATURE,
      max_output_tokens: MOST_OUTPUT_TOKENS,
      store: false,
      safety_identifier: question.pseudonym,
      instructions: question.instructions,
      input: JSON.stringify(question.data),
      text: { format: zodTextFormat(question.answer, question.name) },
    },
    { signal },
  );
  if (response.output_parsed === null) throw new Error('the model gave no answer');
  return question.answer.parse(response.output_parsed);
}

/** A caller who left says nothing about the model; a call that took too long does. */
const isFault = (error: unknown): boolean => !(error instanceof APIUserAbortError);
