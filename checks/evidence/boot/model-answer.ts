// What an OpenAI-compatible endpoint answers where it answers: a completion, a response or a vector, in the form that was asked for.
import { z } from 'zod';
import { sampleOf } from '../http/sample.ts';

const format = z.looseObject({
  type: z.string().optional(),
  schema: z.unknown().optional(),
  json_schema: z.looseObject({ schema: z.unknown() }).optional(),
});
const asked = z.looseObject({
  model: z.string().catch('model'),
  stream: z.boolean().optional(),
  response_format: format.optional().catch(undefined),
  text: z.looseObject({ format: format.optional() }).optional().catch(undefined),
  input: z.unknown().optional(),
});
type Asked = z.infer<typeof asked>;

export interface ModelAnswer {
  readonly type: string;
  readonly text: string;
}
const plainText = 'This is a drill.';

/** A well-formed answer to a call of this path. */
export function answerTo(path: string, body: unknown): ModelAnswer {
  const parsed = asked.safeParse(body);
  const request: Asked = parsed.success ? parsed.data : { model: 'model' };
  if (path.includes('/embeddings')) return json(embeddings(request));
  const content = contentFor(request);
  if (path.includes('/responses')) return request.stream === true ? responseStream(request, content) : json(responseOf(request, content));
  return request.stream === true ? completionStream(request, content) : json(completion(request, content));
}

function contentFor({ response_format, text }: Asked): string {
  const wanted = response_format ?? text?.format;
  const schema = wanted?.json_schema?.schema ?? wanted?.schema;
  if (schema !== undefined) return JSON.stringify(sampleOf(withCommonReferences(schema), definitionsOf(schema)));
  return wanted?.type?.startsWith('json') === true ? '{}' : plainText;
}

// Schemas of their own keep definitions elsewhere than an OpenAPI document does.
function withCommonReferences(schema: unknown): unknown {
  return JSON.parse(JSON.stringify(schema).replace(/"#\/(?:\$defs|definitions)\//g, '"#/components/schemas/'));
}
function definitionsOf(schema: unknown): Readonly<Record<string, unknown>> {
  const shape = z.looseObject({
    $defs: z.record(z.string(), z.unknown()).optional(),
    definitions: z.record(z.string(), z.unknown()).optional(),
  });
  const { data } = shape.safeParse(withCommonReferences(schema));
  return data?.$defs ?? data?.definitions ?? {};
}

const json = (value: unknown): ModelAnswer => ({ type: 'application/json', text: JSON.stringify(value) });
const created = 1_750_000_000;
const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 };

const completion = ({ model }: Asked, content: string) => ({
  id: 'chatcmpl-drill',
  object: 'chat.completion',
  created,
  model,
  choices: [{ index: 0, message: { role: 'assistant', content, refusal: null }, finish_reason: 'stop', logprobs: null }],
  usage,
});

function completionStream({ model }: Asked, content: string): ModelAnswer {
  const chunk = (delta: object, finish_reason: string | null) => ({
    id: 'chatcmpl-drill',
    object: 'chat.completion.chunk',
    created,
    model,
    choices: [{ index: 0, delta, finish_reason }],
  });
  return events(
    [chunk({ role: 'assistant', content }, null), chunk({}, 'stop')].map((each) => `data: ${JSON.stringify(each)}\n\n`),
    'data: [DONE]\n\n',
  );
}

const responseOf = ({ model }: Asked, text: string) => ({
  id: 'resp_drill',
  object: 'response',
  created_at: created,
  status: 'completed',
  model,
  error: null,
  output: [
    { id: 'msg_drill', type: 'message', role: 'assistant', status: 'completed', content: [{ type: 'output_text', text, annotations: [] }] },
  ],
  usage: { input_tokens: 1, output_tokens: 1, total_tokens: 2 },
});

function responseStream(request: Asked, content: string): ModelAnswer {
  const at = { item_id: 'msg_drill', output_index: 0, content_index: 0 };
  const told = [
    { type: 'response.output_text.delta', ...at, delta: content },
    { type: 'response.completed', response: responseOf(request, content) },
  ];
  return events(
    told.map((each) => `event: ${each.type}\ndata: ${JSON.stringify(each)}\n\n`),
    '',
  );
}

const events = (parts: readonly string[], end: string): ModelAnswer => ({ type: 'text/event-stream', text: parts.join('') + end });

function embeddings({ model, input }: Asked) {
  const inputs = Array.isArray(input) ? input : [input];
  const data = inputs.map((_, index) => ({ object: 'embedding', index, embedding: Array.from({ length: 1_536 }, () => 0.01) }));
  return { object: 'list', data, model, usage };
}
