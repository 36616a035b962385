// What the libraries do by themselves when a model fails.
import type { Seen } from '../../answer.ts';
import { nodesIn } from '../../model/nodes.ts';
import type { Call, ModelCall, Unit, Value } from '../../model.ts';
import { nameOf } from './loops.ts';

const nothing: Seen = { bad: [], good: [] };

interface Habit {
  /** How often it asks again by itself; 0: never. */
  readonly tries: number;
  readonly options: readonly string[];
}
const stainless: Habit = { tries: 2, options: ['maxRetries', 'max_retries'] };
const habits: Readonly<Record<string, Habit>> = {
  OpenAI: stainless,
  Anthropic: stainless,
  Groq: stainless,
  Cohere: stainless,
  'the AI SDK': { tries: 2, options: ['maxRetries'] },
  LangChain: { tries: 2, options: ['maxRetries', 'max_retries'] },
  LlamaIndex: { tries: 3, options: ['maxRetries', 'max_retries'] },
  Bedrock: { tries: 2, options: ['maxAttempts'] },
  Gemini: { tries: 0, options: ['http_options', 'httpOptions', 'retryOptions', 'request_options', 'retry'] },
  Mistral: { tries: 0, options: ['retryConfig', 'retry_config', 'retries'] },
  LiteLLM: { tries: 0, options: ['num_retries', 'max_retries'] },
};

export function judgeClient(unit: Unit, asked: ModelCall): Seen {
  const { call, library, clients } = asked;
  const { place } = call;
  if (library === 'Ollama' || call.symbols.some((symbol) => /\.(?:Chat)?Ollama$/.test(symbol)))
    return { ...nothing, good: [{ message: 'the model behind Ollama runs beside the service', place }] };
  if (asked.overHttp) return overHttp(unit, call);
  if (call.symbols.some((symbol) => /^py:openai\.(?:ChatCompletion|Completion)\./.test(symbol)))
    return { ...nothing, bad: [{ message: 'the model behind OpenAI is asked once: this version of its library never asks again', place }] };
  const habit = habits[library];
  if (habit === undefined) return { ...nothing, unclear: [`what ${library} does when the model fails is not known`] };
  const given = [call, ...clients].map((each) => ({ each, set: retriesOf(each, habit.options) }));
  const never = given.find(({ set }) => set === 0);
  if (never)
    return {
      ...nothing,
      bad: [
        {
          message: `${nameOf(library)} is asked once: its client is told never to ask again, and nothing else does`,
          place: never.each.place,
        },
      ],
    };
  const set = given.find((each) => each.set !== 'absent');
  if (set)
    return {
      ...nothing,
      good: [{ message: `${nameOf(library)} is asked again by its client, after growing pauses with jitter`, place: set.each.place }],
    };
  if (clients.length === 0 && call.symbols.every((symbol) => symbol.startsWith('?')))
    return { ...nothing, unclear: ['how the client of the model was made could not be followed'] };
  if (habit.tries > 0)
    return {
      ...nothing,
      good: [
        {
          message: `${nameOf(library)} is asked again ${habit.tries} times by its client's own default, after growing pauses with jitter`,
          place,
        },
      ],
    };
  return { ...nothing, bad: [{ message: `${nameOf(library)} is asked once: its client does not ask again by itself`, place }] };
}

/** Options of the whole request: they may hold retries and need not. */
const holders = new Set(['http_options', 'httpOptions', 'request_options']);
const holdsRetries = ({ node }: Call, name: string): boolean => {
  const given = nodesIn(node.args).flatMap((each) =>
    each.kind === 'call'
      ? each.args.flatMap((argument) => argument.name ?? [])
      : each.kind === 'object'
        ? each.entries.flatMap(({ key }) => (typeof key === 'string' ? [key] : []))
        : [],
  );
  // Put together elsewhere: told by its name alone.
  return (
    !given.some((each) => /^(?:timeout|headers|base_?url|api_?version)$/i.test(each)) ||
    given.some((each) => each !== name && /retr/i.test(each))
  );
};

function retriesOf(call: Call, options: readonly string[]): number | 'given' | 'absent' {
  for (const name of options) {
    const option = call.option(name);
    if (option === 'absent' || option === 'unknown' || (holders.has(name) && !holdsRetries(call, name))) continue;
    return numberOf(option) ?? 'given';
  }
  return 'absent';
}

function numberOf(value: Value): number | undefined {
  if (value.kind === 'literal') return typeof value.value === 'number' ? value.value : undefined;
  if (value.kind === 'environment') return value.fallback ? numberOf(value.fallback) : undefined;
  if (value.kind !== 'choice') return undefined;
  const numbers = value.among.map((arm) => numberOf(arm.value));
  return numbers.every((each) => each === 0) ? 0 : undefined;
}

/** `axiosRetry(client)` and urllib3's Retry hang on the client, not round the call. */
function overHttp(unit: Unit, call: Call): Seen {
  const { place } = call;
  const isAxios = call.symbols.some((symbol) => symbol.startsWith('npm:axios'));
  const hung = isAxios
    ? unit.calls('npm:axios-retry', 'npm:axios-retry.default')
    : unit.calls('*.Retry').filter(({ symbols }) => symbols.some((symbol) => symbol.startsWith('py:urllib3')));
  const [first] = hung;
  if (first === undefined) return { ...nothing, bad: [{ message: 'the model is asked over plain HTTP, once: nothing asks again', place }] };
  const grows = isAxios ? first.option('retryDelay') : first.option('backoff_factor');
  if (grows === 'absent')
    return {
      ...nothing,
      bad: [
        {
          message: `the model is asked again at once: ${isAxios ? 'axios-retry is given no retryDelay' : 'Retry is given no backoff_factor'}`,
          place: first.place,
        },
      ],
    };
  return { ...nothing, good: [{ message: 'the model is asked again over HTTP after growing pauses', place: first.place }] };
}
