// What clients send that fits no rule, or only half of it: told as their fault, and never a 500.
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { learn } from './coach/lessons.ts';
import type { Playbook } from './contract/playbook.ts';
import { ada, call, personalInfo, responses, type StartedServer, startServer } from './testing/started-server.ts';

let server: StartedServer;
let token: string;
let ids: { readonly user_profile_id: unknown; readonly plan_id: unknown; readonly daily_training_id: unknown };
const plan = (path: string) => `${server.url}/api/v1/trainingplan${path}`;
const post = (path: string, body: unknown, headers: Readonly<Record<string, string>> = {}) => call(plan(path), { token, body, headers });

beforeAll(async () => {
  server = await startServer({ RATE_LIMIT_PER_MINUTE: '1000', COSTLY_RATE_LIMIT_PER_MINUTE: '1000' });
  token = await server.token(ada);
  const asked = await post('/initial-questions', { personal_info: personalInfo });
  const user_profile_id = asked.at('data.user_profile_id');
  const initial_questions = asked.at('data.questions');
  const made = await post('/generate', { personal_info: personalInfo, initial_responses: responses, initial_questions, user_profile_id });
  ids = {
    user_profile_id,
    plan_id: made.at('data.id'),
    daily_training_id: made.at('data.weekly_schedules.0.daily_trainings.0.id'),
  };
});
afterAll(() => server.stop());

const done = (work: object) => ({
  ...ids,
  training_plan: { weekly_schedules: [{ daily_trainings: [{ strength_exercises: [], endurance_sessions: [], ...work }] }] },
});
const sets = (main_muscle: string, sets: number) => ({ exercise_name: 'Squat', main_muscle, sets, completed: true });

describe('characters that are no text', () => {
  for (const text of ['strong \0 and lean', 'strong \ud800 and lean']) {
    it(`are refused by field: ${JSON.stringify(text)}`, async () => {
      const refused = await Promise.all([
        post('/initial-questions', { personal_info: { ...personalInfo, goal_description: text } }),
        post('/feedback', { ...ids, week_number: 1, feedback_message: text }),
        post('/insights', done({ strength_exercises: [sets(text, 3)] })),
      ]);
      expect(refused.map((reply) => [reply.status, reply.at('errors.0.path')])).toEqual([
        [400, 'personal_info.goal_description'],
        [400, 'feedback_message'],
        [400, 'training_plan.weekly_schedules.0.daily_trainings.0.strength_exercises.0.main_muscle'],
      ]);
    });
  }

  it('are refused in names of answers too, and not repeated', async () => {
    const body = { ...ids, personal_info: personalInfo, initial_questions: [{ id: 'a', text: 'b', response_type: 'slider' }] };
    for (const key of ['na\0me', 'na\udc00me']) {
      const reply = await post('/generate', { ...body, initial_responses: { [key]: 1 } });
      expect([reply.status, reply.at('errors.0.path')]).toEqual([400, 'initial_responses']);
    }
  });

  it('are refused where the bytes are no UTF-8, and are no other name', async () => {
    const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` };
    const named = (name: string) => JSON.stringify({ personal_info: { ...personalInfo, username: name } });
    const sent = async (body: Uint8Array<ArrayBuffer>, encoding: Readonly<Record<string, string>> = {}) =>
      (await fetch(plan('/initial-questions'), { method: 'POST', headers: { ...headers, ...encoding }, body })).status;
    for (const bytes of [Buffer.from(named('Zoë'), 'latin1'), Buffer.from(named('Zo~')).map((byte) => (byte === 0x7e ? 0xff : byte))]) {
      expect(await sent(bytes)).toBe(400);
      expect(await sent(gzipSync(bytes), { 'Content-Encoding': 'gzip' })).toBe(400);
    }
    expect(await sent(Buffer.from(named('Zoë \ufffd')))).toBe(200);
    // A byte order mark, which RFC 8259 (8.1) forbids to send.
    expect(await sent(Buffer.from(`\ufeff${named('Zoë')}`))).toBe(400);
  });

  it('are not needed for names in any script', async () => {
    for (const username of ['Аня Ж', '田中太郎', 'שרה', 'Zoë💪'])
      expect((await post('/initial-questions', { personal_info: { ...personalInfo, username } })).status).toBe(200);
  });
});

describe('bodies that cannot be unpacked', () => {
  const packed = gzipSync(JSON.stringify({ personal_info: personalInfo }));
  const cases = [
    ['whole', packed, 200],
    ['cut off', packed.subarray(0, 30), 400],
    ['never packed', Buffer.from('{}'), 400],
  ] as const;
  for (const [what, body, status] of cases) {
    it(`${what}: ${status}`, async () => {
      const headers = { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip', Authorization: `Bearer ${token}` };
      expect((await fetch(plan('/initial-questions'), { method: 'POST', headers, body })).status).toBe(status);
    });
  }

  it('grow no further than the limit', async () => {
    const headers = { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' };
    const body = gzipSync(Buffer.alloc(5_000_000, 32));
    expect((await fetch(plan('/initial-questions'), { method: 'POST', headers, body })).status).toBe(413);
  });
});

describe('numbers', () => {
  it('are sets and volumes somebody can do, so that their sum is a number', async () => {
    for (const number of [1e308, -1]) {
      const replies = [
        await post('/insights', done({ strength_exercises: [sets('Chest', number), sets('Chest', number)] })),
        await post('/insights', done({ endurance_sessions: [{ training_volume: number, completed: true }] })),
      ];
      expect(replies.map(({ status }) => status)).toEqual([400, 400]);
    }
  });

  it('that are no id are told so', async () => {
    expect((await post('/weeks', {})).at('errors.0')).toEqual({ path: 'user_profile_id', message: 'is no id' });
  });
});

describe('a day', () => {
  const day = { day_of_week: 'Blursday', completion_percentage: 0.9, difficulty: 5 };

  it('is the stored one, whatever the client calls it', async () => {
    await post('/daily-feedback', { ...ids, ...day });
    const { text } = await call(plan(`/playbook/${ada}`), { token });
    expect(text).toContain('The user finds the Monday sessions very hard.');
    expect(text).not.toContain('Blursday');
  });

  it('on which something hurt is remembered, in whatever words', async () => {
    const reply = await post('/daily-feedback', { ...ids, ...day, injury_reported: true, injury_description: 'it went snap' });
    expect(reply.at('data')).toMatchObject({ lessons_generated: 2, lessons_added: 1, lessons_updated: 1 });
    expect((await call(plan(`/playbook/${ada}/stats`), { token })).at('data.most_common_tags')).toContain('injury');
  });
});

describe('lessons', () => {
  it('that find no place among the twenty are not counted', async () => {
    const facts = Array.from({ length: 20 }, (_, n) => ({ text: `Fact ${n}.`, tags: ['fact'], positive: true, confidence: 1 }));
    const twice = (known: Playbook | undefined) => learn(ada, learn(ada, known, facts, '1', ''), facts, '1', '');
    await server.services.store.updatePlaybook(twice, { userId: ada, accessToken: token, signal: AbortSignal.timeout(20_000) });
    const said = await post('/daily-feedback', { ...ids, day_of_week: 'Monday', completion_percentage: 0.9, difficulty: 1 });
    expect(said.at('data')).toEqual({ lessons_generated: 1, lessons_added: 0, lessons_updated: 0, total_lessons: 20 });
  });
});

describe('what is known already', () => {
  it('is not sent again, whether its tag came through a packing proxy or not', async () => {
    const url = `${server.url}/openapi.json`;
    const etag = (await call(url)).headers.get('etag') ?? '';
    const asked = [etag, `W/${etag}`, `"other" , W/${etag}`, '*', '"other"', `${etag}"`];
    const statuses = await Promise.all(asked.map(async (tags) => (await call(url, { headers: { 'If-None-Match': tags } })).status));
    expect(statuses).toEqual([304, 304, 304, 304, 200, 200]);
  });

  it('has the same headers without its body', async () => {
    const [get, head] = [await call(`${server.url}/`), await call(`${server.url}/`, { method: 'HEAD' })];
    for (const name of ['etag', 'content-length', 'content-type', 'cache-control'])
      expect(head.headers.get(name)).toBe(get.headers.get(name));
    expect([head.text, get.headers.get('etag')]).toEqual(['', expect.stringMatching(/^"/)]);
  });

  it('is what a repeat with one key is told, of insights as of all else', async () => {
    const ask = (body: object) => post('/insights', { ...ids, ...body }, { 'Idempotency-Key': 'insights-1' });
    const [first, second] = [await ask({}), await ask({})];
    expect([second.text, second.headers.get('idempotency-replayed')]).toEqual([first.text, 'true']);
    expect((await ask({ training_plan: { weekly_schedules: [] } })).status).toBe(422);
  });
});
