// Calls that have a language model write: through a library's client or over plain HTTP.
import type { Call, CallExpression, Expression, ModelCall, Value } from '../../model.ts';
import { callsTo } from './call-index.ts';
import { contextOf } from './context.ts';
import { entities } from './entities.ts';
import { callOf } from './found-call.ts';
import { runsWorkersModel, sendsPrompt } from './model-requests.ts';
import type { Program } from './program.ts';
import { worth } from './values.ts';

interface Library {
  readonly name: string;
  /** What the client or the module is called. */
  readonly client: RegExp;
  /** What on it asks the model. */
  readonly asks: RegExp;
}

const stainless =
  /\.(?:chat\.completions|responses|completions|beta\.chat\.completions|beta\.messages|messages)\.(?:create|parse|stream|acreate|runTools)$/;
const openAi = /^(?:npm:openai(?:\.(?:default|OpenAI|AzureOpenAI))?\(\)|py:openai(?:\.\w+)*\.(?:Async)?(?:Azure)?OpenAI\(\))/;
const libraries: readonly Library[] = [
  { name: 'OpenAI', client: openAi, asks: stainless },
  { name: 'OpenAI', client: /^py:openai\./, asks: /\.(?:ChatCompletion|Completion|chat\.completions|responses|completions)\.a?create$/ },
  {
    name: 'Anthropic',
    client: /^(?:npm:@anthropic-ai\/(?:sdk|bedrock-sdk|vertex-sdk)|py:anthropic)\b/,
    asks: /\.(?:messages|completions)\.(?:create|stream|parse)$/,
  },
  { name: 'Groq', client: /^(?:npm:groq-sdk|py:groq)\b/, asks: stainless },
  {
    name: 'Mistral',
    client: /^(?:npm:@mistralai\/mistralai|py:mistralai)\b/,
    asks: /\.(?:chat\.(?:complete|stream)(?:_async)?|chat(?:Stream)?|agents\.complete)$/,
  },
  { name: 'Cohere', client: /^(?:npm:cohere-ai|py:cohere)\b/, asks: /\(\)(?:\.v2)?\.(?:chat|chat_stream|chatStream|generate)$/ },
  {
    name: 'Gemini',
    client: /^(?:npm:@google\/(?:genai|generative-ai)|npm:@google-cloud\/vertexai|py:google\.(?:generativeai|genai)|py:vertexai)\b/,
    asks: /\.(?:generateContent|generateContentStream|generate_content|generate_content_async|generate_content_stream|sendMessage|sendMessageStream|send_message|send_message_async)$/,
  },
  { name: 'the AI SDK', client: /^npm:ai\./, asks: /\.(?:generateText|streamText|generateObject|streamObject)$/ },
  { name: 'TanStack AI', client: /^npm:@tanstack\/ai\./, asks: /\.(?:chat|generate|summarize)$/ },
  { name: 'the OpenAI Agents SDK', client: /^(?:npm:@openai\/agents\b|py:agents\.)/, asks: /\.(?:run|run_sync|run_streamed)$/ },
  { name: 'Pydantic AI', client: /^py:pydantic_ai\b/, asks: /\bAgent\(\)\.(?:run|run_sync|run_stream|iter)$/ },
  { name: 'Genkit', client: /^npm:genkit\b/, asks: /\(\)\.(?:generate|generateStream)$/ },
  { name: 'LiteLLM', client: /^py:litellm\b/, asks: /\.a?(?:text_)?completion$/ },
  {
    name: 'LangChain',
    client:
      /^(?:npm:(?:@langchain\/[\w-]+|langchain\/[\w/-]+)|py:(?:langchain[\w.]*))\.(?:Azure)?(?:Chat)?(?:OpenAI|Anthropic|GoogleGenerativeAI|VertexAI|MistralAI|Groq|Cohere|Ollama|Bedrock(?!Embeddings)\w*|init_chat_model)$/,
    asks: /./,
  },
  {
    name: 'LlamaIndex',
    client:
      /^(?:npm:(?:llamaindex|@llamaindex\/[\w-]+)|py:llama_index\.(?:core\.)?llms[\w.]*)\.(?:Azure)?(?:OpenAI\w*|Anthropic|Gemini|GoogleGenAI|MistralAI|Groq|Cohere|Bedrock\w*|OpenRouter|DeepSeek|Perplexity)$/,
    asks: /./,
  },
  { name: 'Ollama', client: /^(?:npm:ollama|py:ollama)\b/, asks: /\.(?:chat|generate)$/ },
  { name: 'Bedrock', client: /^npm:@aws-sdk\/client-bedrock-runtime\.(?:InvokeModel|Converse)\w*$/, asks: /./ },
];

const hosts =
  /(?:api\.openai\.com|openai\.azure\.com|api\.anthropic\.com|generativelanguage\.googleapis\.com|api\.mistral\.ai|api\.groq\.com|openrouter\.ai|api\.deepseek\.com|api\.together\.xyz|api\.cohere\.(?:ai|com)|api\.x\.ai|api\.perplexity\.ai)/;
const writes = /\/(?:chat\/completions|completions|responses|messages|chat)\b|:(?:stream)?generateContent/i;
const senders = [
  'js:fetch',
  'js:globalThis.fetch',
  'npm:node-fetch',
  'npm:undici.*',
  'npm:axios',
  'npm:axios.*',
  'npm:got',
  'npm:got.*',
  'npm:ky.*',
  'py:requests.*',
  'py:httpx.*',
  'py:aiohttp.*',
  '?.post',
  '?.request',
  '?.stream',
];

export function modelCallsOf(program: Program): readonly ModelCall[] {
  return program.memory.once<readonly ModelCall[]>('model calls', program.files, [], () => {
    const found = new Map<Expression, ModelCall>();
    for (const call of callsTo(program, ['npm:*', 'py:*'])) {
      const library = libraries.find(({ client, asks }) => call.symbols.some((symbol) => client.test(symbol) && asks.test(symbol)));
      if (library) found.set(call.node, { call, library: library.name, overHttp: false, clients: clientsOf(program, call) });
    }
    // Whoever made the client: what it is asked for tells.
    for (const call of callsTo(program, [
      '*.chat.completions.create',
      '*.chat.completions.parse',
      '*.messages.create',
      '*.ChatCompletion.create',
      '*.responses.parse',
    ]))
      if (!found.has(call.node) && call.symbols.every((symbol) => symbol.startsWith('?')) && isModelRequest(call))
        found.set(call.node, { call, library: 'OpenAI', overHttp: false, clients: clientsOf(program, call) });
    for (const call of callsTo(program, senders))
      if (!found.has(call.node) && (isSent(program, call) || sendsPrompt(program, call)))
        found.set(call.node, { call, library: 'HTTP', overHttp: true, clients: [] });
    for (const call of callsTo(program, ['*.run']))
      if (!found.has(call.node) && runsWorkersModel(call))
        found.set(call.node, { call, library: 'Workers AI', overHttp: false, clients: [] });
    return [...found.values()];
  });
}

/** `model` and what it is told are given: `client.messages.create` alone may be a chat between people. */
const isModelRequest = (call: Call): boolean =>
  call.option('model') !== 'absent' && ['messages', 'input', 'prompt'].some((name) => call.option(name) !== 'absent');

function isSent(program: Program, call: Call): boolean {
  const texts = [call.argument(0, 'url'), call.argument(1)].flatMap((each) => (each ? textsIn(worth(program, each)) : []));
  const option = call.option('url');
  const all = [...texts, ...(typeof option === 'object' ? textsIn(option) : [])];
  return (
    all.some((text) => hosts.test(text) && writes.test(text)) ||
    (all.some((text) => hosts.test(text)) && all.some((text) => writes.test(text)))
  );
}

function textsIn(value: Value): readonly string[] {
  switch (value.kind) {
    case 'literal':
      return typeof value.value === 'string' ? [value.value] : [];
    case 'text':
      return [value.parts.map((part) => textsIn(part)[0] ?? '').join('')];
    case 'environment':
      return value.fallback ? textsIn(value.fallback) : [];
    case 'choice':
      return value.among.flatMap((arm) => textsIn(arm.value));
    default:
      return [];
  }
}

/** The calls that made what the callee is a member of. */
function clientsOf(program: Program, call: Call): readonly Call[] {
  const made = new Set<CallExpression>();
  for (let each: Expression | undefined = call.node.callee; each?.kind === 'member' || each?.kind === 'call' || each?.kind === 'await'; ) {
    each = each.kind === 'member' ? each.object : each.kind === 'call' ? each.callee : each.value;
    for (const entity of entities(program, each)) if (entity.kind === 'outside' && entity.made) made.add(entity.made);
  }
  const found = [...made].filter((node) => contextOf(node)).map((node) => callOf(program, node));
  if (found.length > 0) return found;
  // A client that hangs on what could not be followed: those of its kind that are made in this service.
  const kinds = call.symbols.flatMap((symbol) => (/^(?:npm|py):.*\(\)/.test(symbol) ? [symbol.slice(0, symbol.indexOf('()'))] : []));
  return callsTo(program, kinds);
}
