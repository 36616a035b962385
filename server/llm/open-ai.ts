// The language model behind OpenAI's SDK: limited in time, in tokens and per user; its answers must fit a schema.
import { createHash } from 'node:crypto';
import OpenAI from 'openai';
import { zodTextFormat } from 'openai/helpers/zod';
import type { Config } from '../config/config.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics/metrics.ts';
import { outbound } from '../outbound.ts';
import type { Budget } from './budget.ts';
import { NoAnswer, outcomeOf } from './faults.ts';
import { guard, MOST_AT_ONCE } from './guard.ts';
import type { Llm, Question } from './llm.ts';

const MOST_OUTPUT_TOKENS = 4_000;
/** No token is shorter than a byte, and most are longer: a bound, not an estimate. */
const mostTokensOf = (text: string): number => MOST_OUTPUT_TOKENS + Math.ceil(Buffer.byteLength(text) / 2);

export interface OpenAiParts {
  readonly config: Config;
  readonly budget: Budget;
  readonly metrics: Pick<Metrics, 'llmCalls' | 'llmTokens'>;
  readonly log: Log;
  readonly baseUrl?: string | undefined;
}

export function openAi({ config, budget, metrics, log, baseUrl = config.OPENAI_BASE_URL }: OpenAiParts): Llm {
  const { fetch, close } = outbound({ connections: MOST_AT_ONCE, timeoutMs: config.LLM_TIMEOUT_MS });
  // Retries are the guard's alone: two layers of them would multiply.
  const client = new OpenAI({
    apiKey: config.OPENAI_API_KEY,
    baseURL: baseUrl ?? 'https://api.openai.com/v1',
    fetch,
    timeout: config.LLM_TIMEOUT_MS,
    maxRetries: 0,
  });
  const guarded = guard({ cooldownMs: config.LLM_COOLDOWN_MS });
  const timed = async <T>(call: () => Promise<T>): Promise<T> => {
    const took = metrics.llmCalls.startTimer();
    try {
      const answer = await call();
      took({ outcome: 'answered' });
      return answer;
    } catch (error) {
      const outcome = outcomeOf(error);
      took({ outcome });
      log.info({ outcome }, 'a call of the model failed');
      throw error;
    }
  };
  return {
    state: () => (guarded.isOpen() ? 'open' : 'closed'),
    ask: (question, signal) => {
      const input = JSON.stringify(question.data);
      return budget.spend(question.userId, mostTokensOf(question.instructions + input), async () => {
        const { answer, usage } = await guarded.execute(() => timed(() => askOnce(client, config, question, input, signal)), signal);
        metrics.llmTokens.inc({ kind: 'input' }, usage?.input_tokens ?? 0);
        metrics.llmTokens.inc({ kind: 'output' }, usage?.output_tokens ?? 0);
        return { answer, tokens: usage?.total_tokens ?? mostTokensOf(input) };
      });
    },
    embed: (text, signal) => guarded.execute(() => timed(() => embedOnce(client, config, text, signal)), signal),
    close,
  };
}

async function askOnce<T>(client: OpenAI, config: Config, question: Question<T>, input: string, signal: AbortSignal) {
  const response = await client.responses.parse(
    {
      model: config.OPENAI_MODEL,
      temperature: config.OPENAI_TEMPERATURE,
      max_output_tokens: MOST_OUTPUT_TOKENS,
      store: false,
      // A stable pseudonym, for the provider's abuse handling.
      safety_identifier: createHash('sha256').update(question.userId).digest('hex').slice(0, 32),
      instructions: question.instructions,
      input,
      text: { format: zodTextFormat(question.answer, question.name) },
    },
    { signal },
  );
  if (response.status === 'incomplete') throw new NoAnswer('truncated');
  const contents = response.output?.flatMap((item) => (item.type === 'message' ? item.content : [])) ?? [];
  if (contents.some(({ type }) => type === 'refusal')) throw new NoAnswer('refused');
  const read = question.answer.safeParse(response.output_parsed);
  if (!read.success) throw new NoAnswer('unfit', read.error);
  return { answer: read.data, usage: response.usage };
}

async function embedOnce(client: OpenAI, config: Config, text: string, signal: AbortSignal): Promise<readonly number[]> {
  const { data } = await client.embeddings.create(
    { model: config.OPENAI_EMBEDDING_MODEL, input: text, encoding_format: 'float' },
    { signal },
  );
  const [first] = data;
  if (first === undefined || first.embedding.length === 0) throw new NoAnswer('unfit');
  return first.embedding;
}
