import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ada, bob, call, personalInfo, type Reply, responses, type StartedServer, startServer } from '../testing/started-server.ts';

let server: StartedServer;
let token: string;
beforeAll(async () => {
  server = await startServer();
  token = await server.token(ada);
});
afterAll(() => server.stop());
const plan = (path: string) => `${server.url}/api/v1/trainingplan${path}`;

describe("the app's journey", () => {
  let questions: Reply;
  let generated: readonly Reply[];
  const generateBody = () => ({
    personal_info: personalInfo,
    initial_responses: responses,
    initial_questions: questions.at('data.questions'),
    user_profile_id: questions.at('data.user_profile_id'),
  });
  const feedback = (feedback_message: string) => ({
    user_profile_id: questions.at('data.user_profile_id'),
    plan_id: generated[0]?.at('data.id'),
    week_number: 1,
    feedback_message,
    training_plan: {},
    conversation_history: [],
  });

  it('asks seven to ten questions with every key, and repeats without losing the profile', async () => {
    questions = await call(plan('/initial-questions'), { token, body: { personal_info: personalInfo, user_profile_id: null } });
    expect(questions.status).toBe(200);
    expect(questions.at('data.total_questions')).toBe(8);
    expect(questions.at('data.questions.0')).toEqual(
      expect.objectContaining({ id: 'training_days', order: 1, options: null, max_length: null, placeholder: null, min_value: 2 }),
    );
    const again = await call(plan('/initial-questions/'), { token, body: { personal_info: personalInfo } });
    expect(again.at('data.user_profile_id')).toBe(questions.at('data.user_profile_id'));
  });

  it('makes one plan of two requests at once, whose first week spares the knee', async () => {
    generated = await Promise.all([1, 2].map(() => call(plan('/generate/'), { token, body: generateBody() })));
    expect(generated.map(({ status }) => status)).toEqual([200, 200]);
    expect(new Set(generated.map((reply) => reply.at('data.id'))).size).toBe(1);
    expect(generated[0]?.at('data.weekly_schedules.0.daily_trainings')).toHaveLength(7);
    expect(generated[0]?.text).toContain('"strength_exercises"');
    expect(generated[0]?.text).not.toMatch(/Squat|Lunge|Leg Press/);
    expect(generated[0]?.at('data.weekly_schedules.0.daily_trainings.0.strength_exercises.0.weight')).toEqual(
      expect.arrayContaining([expect.any(Number)]),
    );
  });

  it('gives the stored plan, soon with all thirteen weeks, to who asks again', async () => {
    const ask = () => call(plan('/generate'), { token, body: generateBody() });
    const again = await vi.waitUntil(
      async () => {
        const reply = await ask();
        const weeks = reply.at('data.weekly_schedules');
        return Array.isArray(weeks) && weeks.length > 1 && reply;
      },
      { timeout: 10_000, interval: 500 },
    );
    expect(again.at('metadata')).toEqual(expect.objectContaining({ idempotency: true, plan_id: generated[0]?.at('data.id') }));
    expect(again.at('data.weekly_schedules')).toHaveLength(13);
  });

  it('rewrites the week on request and learns of what hurts', async () => {
    const said = await call(plan('/feedback/'), { token, body: feedback('My shoulder hurts, please change it to 3 days') });
    expect(said.at('plan_updated')).toBe(true);
    const days = said.at('updated_plan.weekly_schedules.0.daily_trainings');
    expect(Array.isArray(days) && days.filter((day) => !day.is_rest_day).length).toBe(3);
    expect(said.text).not.toMatch(/Bench Press|Shoulder Press/);
    expect(said.at('updated_playbook.lessons.0.positive')).toBe(false);
  });

  it('takes contentment for consent', async () => {
    const said = await call(plan('/feedback'), { token, body: feedback('Looks great, thanks') });
    expect([said.at('plan_updated'), said.at('navigate_to_main_app')]).toEqual([false, true]);
  });

  it('writes no days far ahead, so that no week is passed over', async () => {
    const said = await call(plan('/feedback'), { token, body: { ...feedback('make it easier'), week_number: 9 } });
    expect([said.status, said.at('plan_updated'), said.at('updated_plan')]).toEqual([200, false, null]);
    expect(said.at('ai_response')).toContain('week 9 are not written yet');
  });

  it('fills the next week and no other', async () => {
    const body = { user_profile_id: questions.at('data.user_profile_id'), training_plan: {}, personal_info: personalInfo };
    const added = await call(plan('/weeks'), { token, body });
    expect(added.at('metadata.next_week_number')).toBe(2);
    expect(added.at('data.weekly_schedules')).toHaveLength(13);
    const days = added.at('data.weekly_schedules.1.daily_trainings');
    expect(Array.isArray(days) && days.filter((day) => !day.is_rest_day)).toHaveLength(3);
    expect(JSON.stringify(days)).not.toMatch(/Squat|Lunge|Bench Press|Shoulder Press/);
  });

  it('fills one week when two ask at once, and what both were told stays', async () => {
    const body = { user_profile_id: questions.at('data.user_profile_id') };
    const { store } = server.services;
    const fill = store.fillWeek.bind(store);
    const { promise: bothAreHere, resolve: goOn } = Promise.withResolvers<void>();
    const filling = vi.spyOn(store, 'fillWeek').mockImplementation(async (...given) => {
      if (filling.mock.calls.length === 2) goOn();
      await bothAreHere;
      return fill(...given);
    });
    const both = await Promise.all([1, 2].map(() => call(plan('/weeks'), { token, body })));
    filling.mockRestore();
    expect(both.map((reply) => [reply.status, reply.at('metadata.next_week_number')])).toEqual([
      [200, 3],
      [200, 3],
    ]);
    expect(both[0]?.at('data.weekly_schedules.2')).toEqual(both[1]?.at('data.weekly_schedules.2'));
    expect(both[0]?.at('data.weekly_schedules.3.daily_trainings')).toEqual([]);
  });

  it('learns from a day and sees what was done', async () => {
    const id = generated[0]?.at('data.weekly_schedules.0.daily_trainings.0.id');
    const again = await call(plan('/generate'), { token, body: generateBody() });
    const dayId = again.at('data.weekly_schedules.0.daily_trainings.0.id');
    const day = { plan_id: generated[0]?.at('data.id'), day_of_week: 'Monday', completion_percentage: 0.9, enjoyment: 5 };
    const learned = await call(plan('/daily-feedback'), { token, body: { ...day, daily_training_id: dayId } });
    expect(learned.at('data')).toMatchObject({ lessons_generated: 1, lessons_added: 1, lessons_updated: 0 });
    // The week was rewritten since: its old days are gone.
    expect((await call(plan('/daily-feedback'), { token, body: { ...day, daily_training_id: id } })).status).toBe(404);

    const insights = await call(plan('/insights'), {
      token,
      body: { user_profile_id: questions.at('data.user_profile_id'), training_plan: again.at('data') },
    });
    expect([insights.at('success'), insights.at('metrics.trained_days'), insights.at('error')]).toEqual([true, 0, null]);
    expect(insights.at('summary.findings')).toHaveLength(2);
  });

  it('shows the playbook and its numbers', async () => {
    const playbook = await call(plan(`/playbook/${ada}`), { token });
    expect(playbook.at('data.playbook.total_lessons')).toBe(playbook.at('data.stats.total_lessons'));
    expect(playbook.at('data.stats.lessons_by_priority.critical')).toBe(2);
    expect((await call(plan(`/playbook/${ada}/stats`), { token })).at('data.warning_lessons')).toBe(2);
  });

  it("keeps one user's things from another", async () => {
    const stranger = await server.token(bob);
    const tries = [
      call(plan(`/playbook/${ada}`), { token: stranger }),
      call(plan('/generate'), { token: stranger, body: generateBody() }),
      call(plan('/feedback'), { token: stranger, body: feedback('hello there') }),
      call(plan('/daily-feedback'), {
        token: stranger,
        body: { plan_id: generated[0]?.at('data.id'), daily_training_id: 1, day_of_week: 'Monday', completion_percentage: 1 },
      }),
      call(plan('/insights'), { token: stranger, body: { user_profile_id: questions.at('data.user_profile_id') } }),
      call(plan('/weeks'), { token: stranger, body: { user_profile_id: questions.at('data.user_profile_id') } }),
    ];
    for (const { status, text } of await Promise.all(tries)) {
      expect(status).toBe(404);
      expect(text).not.toContain('lesson');
    }
  });
});

describe('names of the shipped app', () => {
  it('answers them with the same, told as deprecated, and takes the token from body or query', async () => {
    const asked = await call(`${server.url}/api/training/initial-questions`, { body: { personal_info: personalInfo, jwt_token: token } });
    expect(asked.status).toBe(200);
    expect(asked.headers.get('deprecation')).toMatch(/^@\d+$/);
    expect(asked.headers.get('link')).toBe('</api/v1/trainingplan/initial-questions>; rel="successor-version"');
    expect((await call(`${server.url}/api/training/playbook/${ada}?jwt_token=${token}`)).status).toBe(200);
    expect((await call(`${server.url}/api/training/playbook/stats/${ada}?jwt_token=${token}`)).status).toBe(200);
  });

  it('takes no token from the query of a new name', async () => {
    expect((await call(`${plan(`/playbook/${ada}`)}?jwt_token=${token}`)).status).toBe(401);
    expect((await call(`${server.url}/api/trainingplan/playbook/${ada}?jwt_token=${token}`)).status).toBe(401);
  });
});
