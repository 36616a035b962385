import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ada, call, personalInfo, responses, type StartedServer, startServer } from '../testing/started-server.ts';
import { piecesOf } from './embed-documents.ts';

let server: StartedServer;
let token: string;
let generateBody: object;
let profileId: unknown;
beforeAll(async () => {
  server = await startServer({ PLAYBOOK_CONTEXT_MATCHING_ENABLED: 'true' });
  token = await server.token(ada);
  const asked = await call(plan('/initial-questions'), { token, body: { personal_info: personalInfo } });
  profileId = asked.at('data.user_profile_id');
  generateBody = {
    personal_info: personalInfo,
    initial_responses: responses,
    initial_questions: asked.at('data.questions'),
    user_profile_id: profileId,
  };
});
afterAll(() => server.stop());
const plan = (path: string) => `${server.url}/api/v1/trainingplan${path}`;

describe('the knowledge base', () => {
  it('says something to a warning that it knows, and that it does not to another', async () => {
    const made = await call(plan('/generate'), { token, body: generateBody });
    const playbook = () => call(plan(`/playbook/${ada}`), { token });
    await vi.waitUntil(async () => (await playbook()).text.includes('bridges and hip hinges'), { timeout: 15_000, interval: 200 });
    const day = {
      plan_id: made.at('data.id'),
      daily_training_id: made.at('data.weekly_schedules.0.daily_trainings.0.id'),
      day_of_week: 'Monday',
    };
    await call(plan('/daily-feedback'), {
      token,
      body: { ...day, completion_percentage: 1, injury_reported: true, injury_description: 'my neck' },
    });
    const lessons = (await playbook()).at('data.playbook.lessons');
    const contexts = Array.isArray(lessons) ? lessons.map(({ tags, requires_context }) => [tags.at(-1), requires_context]) : [];
    expect(contexts).toEqual(
      expect.arrayContaining([
        ['knee', 'context'],
        ['schedule', null],
      ]),
    );
    expect(contexts.find(([tag]) => tag === 'neck')?.[1]).toMatch(/^(context|not_found)$/);
  });

  it('cuts documents at paragraphs, and what is too long anywhere', () => {
    const pieces = piecesOf(`${'a'.repeat(600)}\n\n${'b'.repeat(300)}\n\n${'c'.repeat(600)}\n\n${'d'.repeat(2_500)}`);
    expect(pieces.map(({ length }) => length)).toEqual([902, 600, 1_000, 1_000, 500]);
  });
});

describe('insights', () => {
  it('are worded once for the same numbers', async () => {
    const ask = vi.spyOn(server.services.llm, 'ask');
    const read = () => call(plan('/insights'), { token, body: { user_profile_id: profileId } });
    const [first, second] = [await read(), await read()];
    expect([first.status, second.text, ask.mock.calls.length]).toEqual([200, first.text, 1]);
    const done = { exercise_name: 'Plank', main_muscle: 'Abdominals', sets: 3, completed: true };
    const training_plan = { weekly_schedules: [{ daily_trainings: [{ strength_exercises: [done] }] }] };
    const other = await call(plan('/insights'), { token, body: { user_profile_id: profileId, training_plan } });
    expect([other.at('metrics.trained_days'), ask.mock.calls.length]).toEqual([1, 2]);
  });

  it('are said by rule where the model fails, and asked for again', async () => {
    vi.spyOn(server.services.llm, 'ask').mockRejectedValue(new Error('canary'));
    const training_plan = { weekly_schedules: [{ daily_trainings: [] }] };
    const read = () => call(plan('/insights'), { token, body: { user_profile_id: profileId, training_plan } });
    expect((await read()).at('summary.findings')).toHaveLength(2);
    vi.restoreAllMocks();
    const ask = vi.spyOn(server.services.llm, 'ask');
    expect((await read()).status).toBe(200);
    expect(ask).toHaveBeenCalledOnce();
  });
});
