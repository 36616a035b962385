// The app's way through the API, with the generated client: sign up, questions, plan, weeks, feedback, playbook; tokens that expire; faults of a moment.
import { readFile } from 'node:fs/promises';
import { createClient, type SupabaseClient } from '@supabase/supabase-js';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { busy } from '../problem.ts';
import { freePort } from '../testing/databases.ts';
import { personalInfo, responses, type StartedServer, signed, startServer } from '../testing/started-server.ts';
import { trainingPlanClient } from './client.ts';
import { generatedFile, generatedText } from './generate.ts';

let server: StartedServer;
let supabase: SupabaseClient;
let userId = '';
let token = '';
let refreshes = 0;
const session = {
  accessToken: () => token,
  refresh: async () => {
    refreshes += 1;
    const { data, error } = await supabase.auth.refreshSession();
    expect(error).toBeNull();
    token = data.session?.access_token ?? '';
  },
};
const api = () => trainingPlanClient({ baseUrl: server.url, session });
const info = { ...personalInfo, gender: 'female', experience_level: 'intermediate' } as const;

beforeAll(async () => {
  const port = await freePort();
  server = await startServer({ EMBEDDED_PORT: String(port) });
  supabase = createClient(`http://127.0.0.1:${port}`, server.environment.SUPABASE_ANON_KEY ?? '', {
    auth: { persistSession: false, autoRefreshToken: false },
  });
});
afterAll(() => server.stop());

describe('the app', () => {
  let profileId = 0;
  let planId = 0;

  it('signs up', async () => {
    const { data, error } = await supabase.auth.signUp({ email: 'ada@app.test', password: `pass-${crypto.randomUUID()}` });
    expect(error).toBeNull();
    userId = data.user?.id ?? '';
    token = data.session?.access_token ?? '';
    expect(token).not.toBe('');
  });

  it('is asked questions', async () => {
    const { data, error } = await api().POST('/api/v1/trainingplan/initial-questions', { body: { personal_info: info } });
    expect(error).toBeUndefined();
    expect(data?.data.questions.length).toBe(data?.data.total_questions);
    profileId = data?.data.user_profile_id ?? 0;

    const generated = await api().POST('/api/v1/trainingplan/generate', {
      body: {
        personal_info: info,
        initial_responses: responses,
        initial_questions: data?.data.questions ?? [],
        user_profile_id: profileId,
      },
    });
    expect(generated.error).toBeUndefined();
    expect(generated.data?.data.weekly_schedules[0]?.daily_trainings).toHaveLength(7);
    planId = generated.data?.data.id ?? 0;
  });

  it('polls until the first lessons are there', async () => {
    const lessons = await vi.waitUntil(
      async () => {
        const { data } = await api().GET('/api/v1/trainingplan/playbook/{user_id}', { params: { path: { user_id: userId } } });
        return data !== undefined && data.data.playbook.total_lessons > 0 && data.data.playbook.total_lessons;
      },
      { timeout: 20_000, interval: 300 },
    );
    expect(lessons).toBe(4);
  });

  it('refreshes a token that has expired, once, and goes on', async () => {
    token = await signed(
      { sub: userId, role: 'authenticated' },
      { issuer: server.issuer, key: server.key, expires: Math.floor(Date.now() / 1_000) - 60 },
    );
    const { data, response } = await api().POST('/api/v1/trainingplan/feedback', {
      body: { user_profile_id: profileId, plan_id: planId, week_number: 1, feedback_message: 'My shoulder hurts, please change it' },
    });
    expect([response.status, data?.plan_updated, refreshes]).toEqual([200, true, 1]);
  });

  it('tries again what failed for a moment, and is charged for it once', async () => {
    const before = (await api().GET('/api/v1/trainingplan/playbook/{user_id}/stats', { params: { path: { user_id: userId } } })).data?.data;
    const { store } = server.services;
    const failing = vi.spyOn(store, 'fillWeek').mockRejectedValueOnce(busy());
    const { data, response } = await api().POST('/api/v1/trainingplan/weeks', { body: { user_profile_id: profileId } });
    expect([response.status, data?.metadata.next_week_number, failing.mock.calls.length]).toEqual([200, 2, 2]);
    failing.mockRestore();
    const after = (await api().GET('/api/v1/trainingplan/playbook/{user_id}/stats', { params: { path: { user_id: userId } } })).data?.data;
    expect(after).toEqual(before);
  });

  it('reads of what it did wrong', async () => {
    const wrong = await api().POST('/api/v1/trainingplan/weeks', { body: { user_profile_id: 999_999 } });
    expect([wrong.response.status, wrong.error?.detail]).toEqual([404, 'There is nothing here.']);
  });
});

it('is written from the document', async () => expect(await readFile(generatedFile, 'utf8')).toBe(await generatedText()));
