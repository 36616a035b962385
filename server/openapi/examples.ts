// Examples of the documentation. The coach writes them, so that they are what the server would say.
import { readAthlete } from '../coach/athlete.ts';
import { insightsOf, metricsOf } from '../coach/insights.ts';
import { firstLessons, learn, statsOf } from '../coach/lessons.ts';
import { ruleBasedPlan } from '../coach/plan.ts';
import { onboardingQuestions } from '../coach/questions.ts';
import { personalInfo as personalInfoSchema } from '../contract/personal-info.ts';
import type { Plan, Week } from '../contract/plan.ts';

const userId = '00000000-0000-4000-8000-000000000001';
const now = '2026-11-23T08:00:00.000Z';
const [profileId, planId] = [7, 12];

export const personalInfo = personalInfoSchema.parse({
  username: 'ada_l',
  age: 36,
  weight: 62,
  height: 168,
  gender: 'female',
  goal_description: 'I want to build muscle and feel strong again',
  experience_level: 'intermediate',
});
const responses = {
  training_days: 3,
  session_minutes: 30,
  equipment: ['dumbbell'],
  injuries: { boolean: true, text: 'my left knee hurts on stairs' },
};
const athlete = readAthlete(personalInfo, responses);

/** The first two days of the first week: enough to see what a plan is like. */
const plan = ((): Plan => {
  const { weekly_schedules: weeks, ...words } = ruleBasedPlan(athlete, personalInfo, new Date('2026-11-23T00:00:00Z'));
  const first = weeks.slice(0, 1).map((week): Week => {
    const days = week.daily_trainings.slice(0, 2).map((day, at) => ({
      ...day,
      id: 100 + at,
      weekly_schedule_id: 31,
      strength_exercises: day.strength_exercises.slice(0, 1).map((each, n) => ({ ...each, id: 500 + n, daily_training_id: 100 + at })),
      endurance_sessions: day.endurance_sessions.map((each, n) => ({ ...each, id: 900 + n, daily_training_id: 100 + at })),
    }));
    return { ...week, id: 31, training_plan_id: planId, daily_trainings: days };
  });
  return { ...words, id: planId, user_profile_id: profileId, created_at: now, updated_at: now, weekly_schedules: first };
})();
const playbook = learn(userId, undefined, firstLessons(athlete), 'onboarding', now);
const metrics = metricsOf(plan);
const questions = [...onboardingQuestions];

export const health = {
  status: 'pass',
  version: '1',
  checks: { 'database:responseTime': [{ componentType: 'datastore', observedValue: 4, observedUnit: 'ms', status: 'pass', time: now }] },
};
export const questionsAnswer = {
  success: true,
  data: {
    questions,
    total_questions: questions.length,
    estimated_time_minutes: 4,
    ai_message: 'Welcome, ada_l! A few questions, so that the plan fits you.',
    user_profile_id: profileId,
  },
  message: 'Your questions are ready.',
};
export const generateRequest = {
  personal_info: personalInfo,
  initial_responses: responses,
  initial_questions: questions.slice(0, 1),
  user_profile_id: profileId,
};
export const planAnswer = {
  success: true,
  data: plan,
  message: 'Your training plan is ready.',
  completion_message: 'Have a look at your first week.',
  metadata: { validation_messages: [], generation_method: 'rules' },
};
export const feedbackRequest = {
  user_profile_id: profileId,
  plan_id: planId,
  week_number: 1,
  feedback_message: 'My shoulder hurts, please change it to 3 days',
  conversation_history: [],
};
export const feedbackAnswer = {
  success: true,
  ai_response: 'I have rewritten week 1 for you. Does it fit better now?',
  plan_updated: true,
  updated_plan: { id: planId, ai_message: plan.ai_message, weekly_schedules: plan.weekly_schedules },
  updated_playbook: playbook,
  navigate_to_main_app: false,
  error: null,
};
export const weekAnswer = { success: true, data: plan, message: 'Week 2 is ready.', metadata: { next_week_number: 2 } };
export const insightsAnswer = { success: true, summary: insightsOf(metrics), metrics, error: null };
export const dayRequest = { daily_training_id: 100, plan_id: planId, day_of_week: 'Monday', completion_percentage: 0.9, enjoyment: 5 };
export const dayAnswer = {
  success: true,
  data: { lessons_generated: 1, lessons_added: 1, lessons_updated: 0, total_lessons: 5 },
  message: 'Thank you. Your coach has taken note.',
};
export const playbookAnswer = { success: true, data: { playbook, stats: statsOf(playbook) }, message: 'Your playbook.' };
export const statsAnswer = { success: true, data: statsOf(playbook), message: 'Your playbook in numbers.' };
