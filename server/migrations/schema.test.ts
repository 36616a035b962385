// The schema itself, over both databases: whose rows are whose, and what stays whole when two act at once.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAthlete } from '../coach/athlete.ts';
import { firstMonday, ruleBasedPlan } from '../coach/plan.ts';
import { fullWeek } from '../coach/week.ts';
import { personalInfo as schema } from '../contract/personal-info.ts';
import { startEndpoint, type TestEndpoint, worlds } from '../testing/endpoint.ts';
import { personalInfo, responses } from '../testing/started-server.ts';
import { ada, bob } from '../testing/tokens.ts';

const info = schema.parse(personalInfo);
const athlete = readAthlete(info, responses);
const monday = firstMonday(new Date());
const draft = ruleBasedPlan(athlete, info, monday);
const tables = ['user_profiles', 'training_plans', 'weekly_schedules', 'daily_training', 'strength_exercise', 'endurance_session'];
const forTheServer = ['jobs', 'ai_exercises', 'documents', 'document_embeddings', 'latency', 'idempotency_keys', 'llm_spend'];

describe.each(worlds)('the schema over $world', ({ start, skipped }) => {
  if (skipped !== undefined) return it.skip(skipped);
  let endpoint: TestEndpoint;
  let profileId: number;
  let planId: number;
  beforeAll(async () => {
    endpoint = await startEndpoint(start);
    const { data } = await endpoint.adas
      .from('user_profiles')
      .insert({ ...personalInfo, user_id: ada })
      .select('id')
      .single();
    profileId = data?.id;
    const plans = await Promise.all([1, 2, 3, 4].map(() => endpoint.adas.rpc('insert_plan', { profile_id: profileId, draft })));
    expect(plans.map(({ error }) => error)).toEqual([null, null, null, null]);
    expect(plans.filter(({ data: each }) => each.inserted)).toHaveLength(1);
    expect(new Set(plans.map(({ data: each }) => each.plan.id)).size).toBe(1);
    planId = plans[0]?.data.plan.id;
    const running = fullWeek({ ...athlete, goal: 'endurance' }, 2, monday);
    expect((await endpoint.adas.rpc('save_week', { plan_id: planId, draft: running })).error).toBeNull();
  });
  afterAll(async () => {
    await endpoint.stop();
    expect(endpoint.reports).toEqual([]);
  });
  const countOf = async (table: string) => (await endpoint.service.from(table).select('*', { count: 'exact', head: true })).count;

  it('gives a plan back as it was given', async () => {
    const { data } = await endpoint.adas.rpc('read_plan', { plan_id: planId });
    expect(data.weekly_schedules).toHaveLength(13);
    const [week] = draft.weekly_schedules;
    expect(data.weekly_schedules[0]).toMatchObject({
      ...week,
      daily_trainings: week?.daily_trainings.map((day) =>
        expect.objectContaining({ day_of_week: day.day_of_week, scheduled_date: day.scheduled_date }),
      ),
    });
    expect(data.weekly_schedules[0].daily_trainings[0].strength_exercises[0]).toMatchObject(
      JSON.parse(
        JSON.stringify(week?.daily_trainings[0]?.strength_exercises[0], (key, value) =>
          ['movement', 'loads', 'share'].includes(key) ? undefined : value,
        ),
      ),
    );
  });

  it('owes the rest of a plan once', async () => {
    const { data } = await endpoint.service.from('jobs').select('kind,payload');
    expect(data).toEqual([{ kind: 'complete-plan', payload: { plan_id: planId, profile_id: profileId, user_id: ada } }]);
  });

  it('replaces a week whole, and leaves nothing of the old one behind', async () => {
    const before = await countOf('daily_training');
    const given = { plan_id: planId, draft: fullWeek({ ...athlete, daysPerWeek: 2 }, 1, monday) };
    const all = await Promise.all([1, 2, 3].map(() => endpoint.adas.rpc('save_week', given)));
    expect(all.map(({ error }) => error)).toEqual([null, null, null]);
    expect([await countOf('daily_training'), await countOf('weekly_schedules')]).toEqual([before, 13]);
  });

  it('fills a week once, and leaves its days to who was told of them', async () => {
    const given = { plan_id: planId, draft: fullWeek(athlete, 7, monday) };
    const all = await Promise.all([1, 2, 3].map(() => endpoint.adas.rpc('fill_week', given)));
    expect(all.map(({ data }) => data).sort()).toEqual([false, false, true]);
    const before = (await endpoint.adas.rpc('read_plan', { plan_id: planId })).data.weekly_schedules;
    expect(before[6].daily_trainings).toHaveLength(7);
    expect((await endpoint.adas.rpc('fill_week', given)).data).toBe(false);
    expect((await endpoint.adas.rpc('read_plan', { plan_id: planId })).data.weekly_schedules).toEqual(before);
  });

  it('keeps a week that is wrong from half replacing one', async () => {
    const [good, ...others] = fullWeek(athlete, 1, monday).daily_trainings;
    const wrong = { week_number: 1, daily_trainings: [good, ...others.slice(0, -1), { ...good, day_of_week: 'Someday' }] };
    const before = (await endpoint.adas.rpc('read_plan', { plan_id: planId })).data.weekly_schedules;
    expect((await endpoint.adas.rpc('save_week', { plan_id: planId, draft: wrong })).error?.code).toBe('23514');
    expect((await endpoint.adas.rpc('read_plan', { plan_id: planId })).data.weekly_schedules).toEqual(before);
  });

  for (const table of tables) {
    it(`shows ${table} to its owner, to nobody else, and to no stranger`, async () => {
      expect((await endpoint.adas.from(table).select('id')).data).not.toEqual([]);
      expect((await endpoint.bobs.from(table).select('id')).data).toEqual([]);
      expect((await endpoint.anon.from(table).select('id')).status).toBe(401);
    });
  }
  for (const table of forTheServer) {
    it(`shows ${table} to no user`, async () => expect((await endpoint.adas.from(table).select()).status).toBe(403));
  }

  it('lets nobody write to what is another’s', async () => {
    const tries = [
      endpoint.bobs.rpc('insert_plan', { profile_id: profileId, draft }),
      endpoint.bobs.rpc('save_week', { plan_id: planId, draft: fullWeek(athlete, 2, monday) }),
      endpoint.bobs.rpc('fill_week', { plan_id: planId, draft: fullWeek(athlete, 3, monday) }),
      endpoint.bobs.from('weekly_schedules').insert({ training_plan_id: planId, week_number: 99 }),
      endpoint.bobs.from('user_profiles').insert({ ...personalInfo, user_id: ada }),
    ];
    for (const { status, error } of await Promise.all(tries)) expect([status, error?.code]).toEqual([403, '42501']);
    expect((await endpoint.bobs.from('user_profiles').update({ user_id: bob }).eq('id', profileId).select('id')).data).toEqual([]);
    expect((await endpoint.bobs.rpc('read_plan', { plan_id: planId })).data).toBeNull();
    expect((await endpoint.bobs.rpc('read_plan_of_profile', { profile_id: profileId })).data).toBeNull();
  });

  it('lets nobody hand their own row to somebody else', async () => {
    expect((await endpoint.adas.from('user_profiles').update({ user_id: bob }).eq('id', profileId)).status).toBe(403);
  });
});
