// What is owed once a plan's first week is stored: the outlines of the other weeks, and the first lessons. Doing it twice changes nothing.
import { z } from 'zod';
import { readAthlete } from '../coach/athlete.ts';
import { firstLessons, learn } from '../coach/lessons.ts';
import { outlineWeeks } from '../coach/plan.ts';
import { type Knowing, matchContext } from '../knowledge/context.ts';
import type { Work } from './runner.ts';

const payload = z.object({ plan_id: z.number(), profile_id: z.number(), user_id: z.guid() });

export function completePlan(knowing: Knowing): Work {
  const { store } = knowing;
  return async (job, signal) => {
    const { plan_id: planId, profile_id: profileId, user_id: userId } = payload.parse(job.payload);
    const owned = { userId, accessToken: undefined, signal };
    const profile = await store.profile(profileId, owned);
    // Gone, and with it what was owed.
    if (profile === undefined) return;
    const athlete = readAthlete(profile.personalInfo, profile.answers);
    await store.addOutlines(planId, outlineWeeks(athlete), owned);
    const lessons = firstLessons(athlete);
    const playbook = await store.updatePlaybook((known) => {
      const alreadyLearned = known?.lessons.some(({ source_plan_id: source }) => source === 'onboarding');
      return known !== undefined && alreadyLearned ? known : learn(userId, known, lessons, 'onboarding', new Date().toISOString());
    }, owned);
    await matchContext(playbook, knowing, owned);
  };
}
