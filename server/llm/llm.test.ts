import { createServer, type Server } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { portOf } from '../listen.ts';
import { ada, call, personalInfo, type Reply, responses, type StartedServer, startServer } from '../testing/started-server.ts';
import { pauseMs } from './guard.ts';

/** What an endpoint that speaks as OpenAI's does may do; taken in turn, the last one for ever. */
type Behaviour = 'good' | 'failing' | 'busy' | 'silent' | 'refusing' | 'truncated' | 'garbage' | 'unfit' | 'broke';
let plays: Behaviour[] = ['good'];
let calls: { readonly at: number; readonly body: string }[] = [];
let model: Server;
let server: StartedServer;
const words = { title: 'Strong in spring', summary: 's', justification: 'j', ai_message: 'm', days: [] };
const answerOf = (content: object, status = 'completed') => ({
  id: 'r',
  object: 'response',
  status,
  output: [{ id: 'm', type: 'message', role: 'assistant', status: 'completed', content: [content] }],
  usage: { input_tokens: 70, output_tokens: 30, total_tokens: 100 },
});
const said = (message: unknown) => ({
  type: 'output_text',
  text: typeof message === 'string' ? message : JSON.stringify(message),
  annotations: [],
});
const answers: Readonly<Record<Exclude<Behaviour, 'silent'>, readonly [status: number, body: unknown, headers?: Record<string, string>]>> =
  {
    good: [200, answerOf(said(words))],
    failing: [500, { error: { message: 'canary' } }],
    busy: [429, { error: { message: 'canary', code: 'rate_limit_exceeded' } }, { 'retry-after-ms': '700' }],
    refusing: [200, answerOf({ type: 'refusal', refusal: 'canary' })],
    truncated: [200, answerOf(said('{"title":"cana'), 'incomplete')],
    garbage: [200, 'canary <html>'],
    unfit: [200, answerOf(said({ title: 7 }))],
    broke: [429, { error: { message: 'canary', code: 'insufficient_quota' } }],
  };

beforeAll(async () => {
  model = createServer(async (request, response) => {
    calls.push({ at: performance.now(), body: await text(request) });
    const play = (plays.length > 1 ? plays.shift() : plays[0]) ?? 'good';
    if (play === 'silent') return;
    const [status, body, headers = {}] = answers[play];
    response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  });
  await new Promise<void>((resolve) => model.listen(0, '127.0.0.1', resolve));
  server = await startServer(settings());
});
afterAll(async () => {
  model.closeAllConnections();
  model.close();
  await server.stop();
});
beforeEach(() => {
  calls = [];
});
const settings = (more: Readonly<Record<string, string>> = {}) => ({
  OPENAI_BASE_URL: `http://127.0.0.1:${portOf(model)}/v1`,
  LLM_TIMEOUT_MS: '300',
  // Long enough for two requests on a busy machine.
  LLM_COOLDOWN_MS: '4000',
  ...more,
});

let users = 0;
const nextUser = () => {
  users += 1;
  return `${String(users).padStart(8, '0')}${ada.slice(8)}`;
};
/** Onboards somebody new and asks for their plan, so many times at once; gives the last answer. */
async function plan(on: StartedServer = server, times = 1): Promise<Reply> {
  const token = await on.token(nextUser());
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
const methodOf = async (...these: Behaviour[]) => {
  plays = these;
  const reply = await plan();
  expect(reply.status).toBe(200);
  expect(reply.text).not.toContain('canary');
  return reply.at('metadata.generation_method');
};

describe('the model', () => {
  it('words the plan, bounded in tokens, and sees a pseudonym of the user', async () => {
    plays = ['good'];
    const reply = await plan();
    expect([reply.status, reply.at('data.title'), reply.at('metadata.generation_method')]).toEqual([200, 'Strong in spring', 'model']);
    expect(JSON.parse(calls[0]?.body ?? '')).toMatchObject({ max_output_tokens: 4_000, store: false });
    expect(calls[0]?.body).not.toContain(`${String(users).padStart(8, '0')}${ada.slice(8)}`);
  });

  it('is asked once by two requests at once', async () => {
    expect((await plan(server, 2)).status).toBe(200);
    expect(calls).toHaveLength(1);
  });

  it('is asked again after a growing pause where a repeat may help', async () => {
    expect(await methodOf('failing', 'unfit', 'good')).toBe('model');
    const [first, second, third] = calls.map(({ at }) => at);
    expect((second ?? 0) - (first ?? 0)).toBeGreaterThan(190);
    expect((third ?? 0) - (second ?? 0)).toBeGreaterThan(390);
  });

  it('is given the time it asks for', async () => {
    expect(await methodOf('busy', 'good')).toBe('model');
    expect((calls[1]?.at ?? 0) - (calls[0]?.at ?? 0)).toBeGreaterThan(690);
  });

  for (const [fault, times] of [
    ['refusing', 1],
    ['truncated', 1],
    ['broke', 1],
    ['garbage', 3],
    ['silent', 3],
  ] as const) {
    it(`gives way to the rules when it is ${fault}, after ${times} tries`, async () => {
      await methodOf('good');
      calls = [];
      expect(await methodOf(fault)).toBe('rules');
      expect(calls).toHaveLength(times);
    });
  }

  it('is left alone after five faults, which health tells, and taken back when it is well', async () => {
    expect(await methodOf('failing')).toBe('rules');
    expect(await methodOf('failing')).toBe('rules');
    const before = calls.length;
    const state = async () => {
      const health = await call(`${server.url}/api/v1/health`);
      expect(health.status).toBe(200);
      return health.at('checks.llm:circuit.0.observedValue');
    };
    expect(await state()).toBe('open');
    expect(await methodOf('good')).toBe('rules');
    expect(calls).toHaveLength(before);
    await vi.waitUntil(async () => (await methodOf('good')) === 'model', { timeout: 30_000, interval: 300 });
    expect(await state()).toBe('closed');
    expect((await call(`${server.url}/metrics`)).text).toMatch(/llm_call_duration_seconds_count\{outcome="failing"\} [1-9]/);
  });

  it('is a 503 where there is no falling back', async () => {
    plays = ['failing'];
    const strict = await startServer(settings({ FALLBACK_TO_FREE: 'false' }));
    const reply = await plan(strict);
    expect([reply.status, reply.headers.get('retry-after')]).toEqual([503, '5']);
    expect(reply.text).not.toMatch(/canary|network|connection|timeout|fetch failed/i);
    await strict.stop();
  });

  it('costs a user no more a day than allowed', async () => {
    plays = ['good'];
    const strict = await startServer(settings({ LLM_TOKENS_PER_USER_AND_DAY: '5000', FALLBACK_TO_FREE: 'false' }));
    const reply = await plan(strict);
    expect([reply.status, reply.at('type'), calls.length]).toEqual([429, expect.stringContaining('quota-exceeded'), 0]);
    expect(Number(reply.headers.get('retry-after'))).toBeGreaterThan(0);
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

describe('the pause before a repeat', () => {
  const pauses = (attempt: number) => Array.from({ length: 200 }, () => pauseMs({ attempt, result: { error: new Error('x') } }));
  it('doubles, is spread, and ends at five seconds', () => {
    for (const [attempt, most] of [
      [1, 400],
      [2, 800],
      [3, 1_600],
      [12, 5_000],
    ] as const) {
      const all = pauses(attempt);
      expect(Math.min(...all)).toBeGreaterThanOrEqual(most / 2);
      expect(Math.max(...all)).toBeLessThanOrEqual(most);
      expect(new Set(all).size).toBeGreaterThan(100);
    }
  });
});
