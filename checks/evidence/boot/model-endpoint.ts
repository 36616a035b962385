// An OpenAI-compatible endpoint of ours, which fails as it is told and notes when it was called.
import { createServer, type ServerResponse } from 'node:http';
import { answerTo } from './model-answer.ts';
import { bodyOf } from './model-call.ts';

/** What the endpoint does with a call: fails with this status, or answers. */
export type Part = { readonly fails: number; readonly retryAfterSeconds?: number; readonly asksNoRetry?: true } | 'answers';

export interface ModelEndpoint {
  /** As SDKs want it: with the version. */
  readonly url: string;
  /** The calls to come: each of `parts` in turn, then `rest` for ever. Forgets the calls before. */
  play(parts: readonly Part[], rest: Part): void;
  /** Since the last `play`: time since then, and the status it was answered with. */
  calls(): readonly { readonly atMs: number; readonly answered: number }[];
  close(): Promise<void>;
}

/** Listens on a free port of the loopback address. */
export async function openModelEndpoint(): Promise<ModelEndpoint> {
  let queue: Part[] = [];
  let last: Part = 'answers';
  let since = performance.now();
  let calls: { atMs: number; answered: number }[] = [];
  const server = createServer((request, response) => {
    if (request.method !== 'POST') {
      request.resume();
      return send(response, 200, { object: 'list', data: [] });
    }
    const atMs = performance.now() - since;
    const part = queue.shift() ?? last;
    const answered = part === 'answers' ? 200 : part.fails;
    calls.push({ atMs, answered });
    void bodyOf(request).then((body) => {
      if (part !== 'answers') return fail(response, part);
      const { type, text } = answerTo(request.url ?? '', body);
      response.writeHead(200, { 'content-type': type }).end(text);
    });
  });
  await new Promise<void>((done, failed) => server.once('error', failed).listen(0, '127.0.0.1', done));
  const at = server.address();
  return {
    url: `http://127.0.0.1:${typeof at === 'object' && at !== null ? at.port : 0}/v1`,
    play(parts, rest) {
      queue = [...parts];
      last = rest;
      calls = [];
      since = performance.now();
    },
    calls: () => [...calls],
    close: () => {
      server.closeAllConnections();
      return new Promise((done) => server.close(() => done()));
    },
  };
}

function fail(response: ServerResponse, { fails, retryAfterSeconds, asksNoRetry }: Exclude<Part, 'answers'>): void {
  if (retryAfterSeconds !== undefined) response.setHeader('retry-after', String(retryAfterSeconds));
  // The SDKs' own header: without it each of many failures would take as long as all their retries.
  if (asksNoRetry === true) response.setHeader('x-should-retry', 'false');
  const type = fails === 429 ? 'rate_limit_error' : 'server_error';
  send(response, fails, { error: { message: 'This endpoint fails on purpose.', type, code: null, param: null } });
}

function send(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}
