// What the database gives back, read through schemas: a column that is not as expected fails here and nowhere later.
import { z } from 'zod';
import { personalInfo } from '../contract/personal-info.ts';
import { dayNames, type Plan, type Week } from '../contract/plan.ts';
import type { Playbook } from '../contract/playbook.ts';
import { answers, question } from '../contract/question.ts';
import type { Profile } from './store.ts';

const exercise = z.object({
  id: z.number(),
  name: z.string(),
  equipment: z.string(),
  target_area: z.string(),
  force: z.enum(['push', 'pull', 'static']),
  difficulty: z.enum(['novice', 'intermediate', 'advanced']),
  main_muscles: z.array(z.string()),
  alternative_names: z.array(z.string()),
  popularity: z.number(),
});
const strengthExercise = z.object({
  id: z.number(),
  daily_training_id: z.number(),
  exercise_id: z.number(),
  exercise_name: z.string(),
  main_muscle: z.string(),
  equipment: z.string(),
  sets: z.number(),
  reps: z.array(z.number()),
  weight: z.array(z.number()),
  execution_order: z.number(),
  completed: z.boolean(),
  target_area: z.string(),
  main_muscles: z.array(z.string()),
  force: z.string(),
  exercises: exercise.nullable(),
});
const sports = [
  'running',
  'cycling',
  'swimming',
  'rowing',
  'hiking',
  'walking',
  'elliptical',
  'stair_climbing',
  'jump_rope',
  'other',
] as const;
const enduranceSession = z.object({
  id: z.number(),
  daily_training_id: z.number(),
  name: z.string(),
  description: z.string().nullable(),
  sport_type: z.enum(sports),
  training_volume: z.number(),
  unit: z.enum(['minutes', 'km', 'miles', 'meters']),
  heart_rate_zone: z.number(),
  execution_order: z.number(),
  completed: z.boolean(),
});
const day = z.object({
  id: z.number(),
  weekly_schedule_id: z.number(),
  day_of_week: z.enum(dayNames),
  is_rest_day: z.boolean(),
  training_type: z.enum(['strength', 'endurance', 'mixed', 'rest']),
  justification: z.string(),
  scheduled_date: z.string(),
  strength_exercises: z.array(strengthExercise),
  endurance_sessions: z.array(enduranceSession),
});
export const storedWeek: z.ZodType<Week> = z.object({
  id: z.number(),
  training_plan_id: z.number(),
  week_number: z.number(),
  focus_theme: z.string().nullable(),
  primary_goal: z.string().nullable(),
  progression_lever: z.string().nullable(),
  daily_trainings: z.array(day),
});
export const storedPlan: z.ZodType<Plan> = z.object({
  id: z.number(),
  user_profile_id: z.number(),
  title: z.string(),
  summary: z.string(),
  justification: z.string(),
  ai_message: z.string().nullable(),
  created_at: z.string(),
  updated_at: z.string(),
  weekly_schedules: z.array(storedWeek),
});
export const insertedPlan = z.object({ inserted: z.boolean(), plan: storedPlan });

const playbook: z.ZodType<Playbook> = z.object({
  user_id: z.string(),
  lessons: z.array(
    z.object({
      id: z.string(),
      text: z.string(),
      tags: z.array(z.string()),
      helpful_count: z.number(),
      harmful_count: z.number(),
      times_applied: z.number(),
      confidence: z.number(),
      positive: z.boolean(),
      created_at: z.string(),
      last_used_at: z.string().nullable(),
      source_plan_id: z.string().nullable(),
      requires_context: z.enum(['context', 'not_found']).nullable(),
      context: z.string().nullable(),
    }),
  ),
  total_lessons: z.number(),
  last_updated: z.string(),
});
export const playbookRow = z.object({ id: z.number(), user_playbook: playbook.nullable(), playbook_version: z.number() });

/** The columns of a profile: named one by one, since reading all would bring what nobody asked for. */
export const PROFILE_COLUMNS =
  'id,user_id,username,age,weight,height,weight_unit,height_unit,measurement_system,gender,goal_description,experience_level,initial_questions,initial_responses,plan_accepted';
export const profileRow = personalInfo
  .extend({
    id: z.number(),
    user_id: z.string(),
    initial_questions: z.array(question),
    initial_responses: answers,
    plan_accepted: z.boolean(),
  })
  .transform(
    ({ id, user_id, initial_questions, initial_responses, plan_accepted, ...info }): Profile => ({
      id,
      userId: user_id,
      personalInfo: { ...info, user_id },
      questions: initial_questions,
      answers: initial_responses,
      planAccepted: plan_accepted,
    }),
  );
