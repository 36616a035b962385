// A stand-in for the model on this machine: it speaks as OpenAI's API does, and what it says comes from rules.
// With it the embedded mode takes the same path as production: the SDK, its limits, the breaker and the schema of the answer.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { z } from 'zod';
import { bodyWithin } from '../bounded-body.ts';
import { portOf } from '../listen.ts';
import { embedByRule, wordByRule } from './word-by-rule.ts';

const LARGEST_BODY = 4_000_000;
const request = z.object({
  model: z.string(),
  input: z.string().max(1_000_000),
  text: z.object({ format: z.object({ type: z.literal('json_schema'), name: z.string() }) }),
});

const embeddingRequest = z.object({ model: z.string(), input: z.string().max(100_000) });

export interface LocalModel {
  readonly url: string;
  stop(): Promise<void>;
}

/** Listens on a free port of the loopback address, for who knows the key. */
export async function startLocalModel(apiKey: string): Promise<LocalModel> {
  const limits = { requestTimeout: 10_000, headersTimeout: 5_000, connectionsCheckingInterval: 1_000 };
  const server = createServer(limits, (incoming, response) => {
    answer(incoming, response, apiKey).catch(() => send(response, 500, problem('the request could not be answered')));
  });
  await listening(server);
  return {
    url: `http://127.0.0.1:${portOf(server)}/v1`,
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function listening(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
}

async function answer(incoming: IncomingMessage, response: ServerResponse, apiKey: string): Promise<void> {
  if (incoming.headers.authorization !== `Bearer ${apiKey}`) return send(response, 401, problem('the key is not known'));
  if (incoming.method === 'POST' && incoming.url === '/v1/embeddings') return embed(incoming, response);
  if (incoming.method !== 'POST' || incoming.url !== '/v1/responses')
    return send(response, 404, problem('only POST /v1/responses and /v1/embeddings are known'));
  const asked = request.safeParse(parsed(await bodyWithin(LARGEST_BODY, incoming)));
  const words = asked.success ? wordByRule(asked.data.text.format.name, parsed(asked.data.input)) : undefined;
  if (!asked.success || words === undefined) return send(response, 400, problem('this cannot be answered by rule'));
  send(response, 200, completed(asked.data.model, JSON.stringify(words)));
}

async function embed(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
  const asked = embeddingRequest.safeParse(parsed(await bodyWithin(LARGEST_BODY, incoming)));
  if (!asked.success) return send(response, 400, problem('this cannot be embedded by rule'));
  const { input, model } = asked.data;
  const usage = { prompt_tokens: 0, total_tokens: 0 };
  send(response, 200, { object: 'list', model, usage, data: [{ object: 'embedding', index: 0, embedding: embedByRule(input) }] });
}

function parsed(json: string | undefined): unknown {
  try {
    return json === undefined ? undefined : JSON.parse(json);
  } catch {
    return undefined;
  }
}

const problem = (message: string): object => ({ error: { message, type: 'invalid_request_error', param: null, code: null } });

function completed(model: string, words: string): object {
  const content = [{ type: 'output_text', text: words, annotations: [] }];
  return {
    id: 'resp_by_rule',
    object: 'response',
    created_at: Math.floor(Date.now() / 1_000),
    model,
    status: 'completed',
    output: [{ id: 'msg_by_rule', type: 'message', role: 'assistant', status: 'completed', content }],
    usage: { input_tokens: 0, output_tokens: 0, total_tokens: 0 },
  };
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}
