import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { portOf } from '../listen.ts';
import { ada, call, personalInfo, type Reply, responses, type StartedServer, startServer } from '../testing/started-server.ts';

/** An endpoint that speaks as OpenAI's does, or fails, or never answers. */
let mode: 'good' | 'failing' | 'silent' | 'refusing' = 'good';
let calls = 0;
let model: Server;
let server: StartedServer;
const words = { title: 'Strong in spring', summary: 's', justification: 'j', ai_message: 'm', days: [] };
const answerOf = (content: object) => ({
  id: 'r',
  object: 'response',
  status: 'completed',
  output: [{ id: 'm', type: 'message', role: 'assistant', status: 'completed', content: [content] }],
});

beforeAll(async () => {
  model = createServer((_, response) => {
    calls += 1;
    if (mode === 'silent') return;
    const content =
      mode === 'refusing' ? { type: 'refusal', refusal: 'no' } : { type: 'output_text', text: JSON.stringify(words), annotations: [] };
    response.writeHead(mode === 'failing' ? 500 : 200, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify(mode === 'failing' ? { error: { message: 'canary' } } : answerOf(content)));
  });
  await new Promise<void>((resolve) => model.listen(0, '127.0.0.1', resolve));
  server = await startServer({ OPENAI_BASE_URL: `http://127.0.0.1:${portOf(model)}/v1`, LLM_TIMEOUT_MS: '200' });
});
afterAll(async () => {
  model.closeAllConnections();
  model.close();
  await server.stop();
});

let users = 0;
/** Onboards somebody new and asks for their plan, so many times at once; gives the last answer. */
async function plan(on: StartedServer = server, times = 1): Promise<Reply> {
  users += 1;
  const token = await on.token(`${String(users).padStart(8, '0')}${ada.slice(8)}`);
  const asked = await call(`${on.url}/api/v1/trainingplan/initial-questions`, { token, body: { personal_info: personalInfo } });
  const body = {
    personal_info: personalInfo,
    initial_responses: responses,
    initial_questions: asked.at('data.questions'),
    user_profile_id: asked.at('data.user_profile_id'),
  };
  const generate = () => call(`${on.url}/api/v1/trainingplan/generate`, { token, body });
  const replies = await Promise.all(Array.from({ length: times }, generate));
  return replies.at(-1) ?? generate();
}

describe('the model', () => {
  it('words the plan', async () => {
    mode = 'good';
    const reply = await plan();
    expect([reply.status, reply.at('data.title'), reply.at('metadata.generation_method')]).toEqual([200, 'Strong in spring', 'model']);
  });

  it('is asked once by two requests at once', async () => {
    const before = calls;
    const both = await plan(server, 2);
    expect([both.status, calls - before]).toEqual([200, 1]);
  });

  for (const fault of ['refusing', 'silent', 'failing'] as const) {
    it(`gives way to the rules when it is ${fault}`, async () => {
      mode = fault;
      const reply = await plan();
      expect([reply.status, reply.at('metadata.generation_method')]).toEqual([200, 'rules']);
      expect(reply.text).not.toContain('canary');
    });
  }

  it('is left alone after three failures, and health says so', async () => {
    const before = calls;
    expect((await plan()).at('metadata.generation_method')).toBe('rules');
    expect(calls).toBe(before);
    const health = await call(`${server.url}/api/v1/health`);
    expect([health.status, health.at('status'), health.at('checks.llm:circuit.0.observedValue')]).toEqual([200, 'warn', 'open']);
  });

  it('is a 503 where there is no falling back', async () => {
    mode = 'failing';
    const strict = await startServer({
      OPENAI_BASE_URL: `http://127.0.0.1:${portOf(model)}/v1`,
      FALLBACK_TO_FREE: 'false',
      LOG_LEVEL: 'ERROR',
    });
    const reply = await plan(strict);
    expect([reply.status, reply.headers.get('retry-after')]).toEqual([503, '5']);
    expect(reply.text).not.toMatch(/canary|network|connection|timeout|fetch failed/i);
    await strict.stop();
  });

  it('is a local one where none is named, and takes the same path', async () => {
    const alone = await startServer();
    const reply = await plan(alone);
    expect([reply.status, reply.at('metadata.generation_method')]).toEqual([200, 'model']);
    expect(reply.at('data.summary')).toContain('You lift on Monday, Tuesday, Thursday and Friday.');
    expect(reply.at('data.title')).toBe('13 weeks for ada_l');
    await alone.stop();
  });

  it('is not asked where the premium tier is off', async () => {
    const free = await startServer({ PREMIUM_TIER_ENABLED: 'false' });
    expect((await plan(free)).at('metadata.generation_method')).toBe('rules');
    expect((await call(`${free.url}/api/v1/health`)).at('checks.llm:circuit.0.observedValue')).toBe('off');
    await free.stop();
  });
});
