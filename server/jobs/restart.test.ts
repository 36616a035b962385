import { createPrivateKey } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { copyTemplate } from '../testing/databases.ts';
import { listening, type Run, run } from '../testing/process.ts';
import { call, embeddedEnvironment, personalInfo, type Reply, responses } from '../testing/started-server.ts';
import { signed } from '../testing/tokens.ts';

let folder: string;
let environment: Readonly<Record<string, string>>;
beforeAll(async () => {
  const made = await embeddedEnvironment();
  folder = made.folder;
  environment = {
    ...made.environment,
    PORT: '0',
    DRAIN_DELAY_MS: '50',
    RATE_LIMIT_PER_MINUTE: '10000',
    COSTLY_RATE_LIMIT_PER_MINUTE: '10000',
  };
  await copyTemplate(join(folder, 'database', 'postgres'));
});
afterAll(() => rm(folder, { recursive: true }));

async function tokenOf(user: string): Promise<string> {
  const key = createPrivateKey(await readFile(environment.EMBEDDED_SIGNING_KEY_FILE ?? ''));
  return signed({ sub: user, role: 'authenticated' }, { issuer: `${environment.SUPABASE_URL}/auth/v1`, key });
}

/** Onboards a user and asks for their plan. */
async function onboard(url: string, user: string) {
  const token = await tokenOf(user);
  const asked = await call(`${url}/api/v1/trainingplan/initial-questions`, { token, body: { personal_info: personalInfo } });
  const body = {
    personal_info: personalInfo,
    initial_responses: responses,
    initial_questions: asked.at('data.questions'),
    user_profile_id: asked.at('data.user_profile_id'),
  };
  const generate = (at: string) => call(`${at}/api/v1/trainingplan/generate`, { token, body });
  return { token, generate, first: await generate(url) };
}
const weekDays = z.array(z.object({ is_rest_day: z.boolean() }));
const lessons = z.array(z.object({ id: z.string() })).min(1);
const userOf = (n: number) => `${String(n).padStart(8, '0')}-0000-4000-8000-000000000000`;

describe('a server that is killed', () => {
  it('has lost nothing it acknowledged, and does what it still owed', { timeout: 90_000 }, async () => {
    const first = run(environment);
    const url = await listening(first);
    const acknowledged: Awaited<ReturnType<typeof onboard>>[] = [];
    const onboarding = Array.from({ length: 6 }, async (_, n) => {
      // Those under way when it dies fail: nothing was promised to them.
      const user = await onboard(url, userOf(n)).catch(() => undefined);
      if (user?.first.status === 200) acknowledged.push(user);
      if (acknowledged.length === 3) first.child.kill('SIGKILL');
    });
    await Promise.all(onboarding);
    await first.exit;
    expect(acknowledged.length).toBeGreaterThanOrEqual(3);

    const second = run(environment);
    const again = await listening(second);
    for (const { generate, first: given, token } of acknowledged) {
      const whole = await vi.waitUntil(
        async () => {
          const reply = await generate(again);
          const weeks = reply.at('data.weekly_schedules');
          return Array.isArray(weeks) && weeks.length === 13 && reply;
        },
        { timeout: 40_000, interval: 500 },
      );
      expect(whole.at('data.id')).toBe(given.at('data.id'));
      expect(whole.at('data.weekly_schedules.0')).toEqual(given.at('data.weekly_schedules.0'));
      const user = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()).sub;
      const playbook = () => call(`${again}/api/v1/trainingplan/playbook/${user}`, { token });
      await vi.waitUntil(async () => (await playbook()).at('data.playbook.total_lessons') === 4, { timeout: 10_000, interval: 200 });
    }
    second.child.kill('SIGTERM');
    expect(await second.exit).toBe(0);
  });

  it('keeps every week and every lesson it acknowledged', { timeout: 90_000 }, async () => {
    const first = run(environment);
    const url = await listening(first);
    const { token, generate, first: plan } = await onboard(url, userOf(50));
    const acknowledged: Reply[] = [];
    for (const [hurts, days] of [
      ['shoulder', 3],
      ['back', 2],
      ['ankle', 5],
    ] as const) {
      const sent = call(`${url}/api/v1/trainingplan/feedback`, {
        token,
        body: {
          user_profile_id: plan.at('data.user_profile_id'),
          plan_id: plan.at('data.id'),
          week_number: 1,
          feedback_message: `My ${hurts} hurts, please change it to ${days} days`,
        },
      });
      // The last one is under way: it may be done or not, but not by half.
      if (acknowledged.length === 2) first.child.kill('SIGKILL');
      const reply = await sent.catch(() => undefined);
      if (reply !== undefined) acknowledged.push(reply);
    }
    await first.exit;
    expect(acknowledged.map(({ status }) => status).slice(0, 2)).toEqual([200, 200]);
    const daysOf = (reply: Reply | undefined, at: string) => weekDays.parse(reply?.at(at)).filter((day) => !day.is_rest_day).length;
    expect(daysOf(acknowledged[1], 'updated_plan.weekly_schedules.0.daily_trainings')).toBe(2);

    const second = run(environment);
    const again = await listening(second);
    expect([2, 5]).toContain(daysOf(await generate(again), 'data.weekly_schedules.0.daily_trainings'));
    const playbook = await call(`${again}/api/v1/trainingplan/playbook/${userOf(50)}`, { token });
    const kept = lessons.parse(playbook.at('data.playbook.lessons')).map(({ id }) => id);
    for (const reply of acknowledged)
      expect(kept).toEqual(expect.arrayContaining(lessons.parse(reply.at('updated_playbook.lessons')).map(({ id }) => id)));
    second.child.kill('SIGTERM');
    expect(await second.exit).toBe(0);
  });

  it('refuses a data folder another server has, and names that one', { timeout: 60_000 }, async () => {
    const first = run(environment);
    await listening(first);
    const second: Run = run(environment);
    expect(await second.exit).toBe(1);
    expect(second.text()).toContain(`in use by process ${first.child.pid}`);
    first.child.kill('SIGTERM');
    expect(await first.exit).toBe(0);
  });
});
