// A plan as it is stored and as the app reads it: every key is there, lists are plural, ids are never null.
import { z } from 'zod';
import { dayNames, type Plan, sports, type Week } from './plan.ts';

const id = z.int();
const catalogueExercise = z
  .object({
    id,
    name: z.string(),
    equipment: z.string(),
    target_area: z.string(),
    force: z.enum(['push', 'pull', 'static']),
    difficulty: z.enum(['novice', 'intermediate', 'advanced']),
    main_muscles: z.array(z.string()),
    alternative_names: z.array(z.string()),
    popularity: z.int(),
  })
  .meta({ id: 'CatalogueExercise', description: 'An exercise of the catalogue.' });
const strengthExercise = z
  .object({
    id,
    daily_training_id: id,
    exercise_id: id,
    exercise_name: z.string(),
    main_muscle: z.string(),
    equipment: z.string(),
    sets: z.int().min(1).max(6),
    reps: z.array(z.int()).meta({ description: 'One per set.' }),
    weight: z.array(z.number()).meta({ description: "One per set, in the user's unit; 0 is bodyweight." }),
    execution_order: z.int().min(1).meta({ description: 'Counted from 1 within the day.' }),
    completed: z.boolean(),
    target_area: z.string(),
    main_muscles: z.array(z.string()),
    force: z.string(),
    exercises: catalogueExercise.nullable(),
  })
  .meta({ id: 'StrengthExercise', description: 'Sets of one exercise on one day.' });
const enduranceSession = z
  .object({
    id,
    daily_training_id: id,
    name: z.string(),
    description: z.string().nullable(),
    sport_type: z.enum([...sports, 'other']),
    training_volume: z.number().positive().meta({ description: 'In unit.' }),
    unit: z.enum(['minutes', 'km', 'miles', 'meters']),
    heart_rate_zone: z.int().min(1).max(5),
    execution_order: z.int().min(1),
    completed: z.boolean(),
  })
  .meta({ id: 'EnduranceSession', description: 'One session of one sport on one day.' });
const day = z
  .object({
    id,
    weekly_schedule_id: id,
    day_of_week: z.enum(dayNames),
    is_rest_day: z.boolean(),
    training_type: z.enum(['strength', 'endurance', 'mixed', 'rest']),
    justification: z.string(),
    scheduled_date: z.iso.date(),
    strength_exercises: z.array(strengthExercise),
    endurance_sessions: z.array(enduranceSession),
  })
  .meta({ id: 'Day', description: 'A day of a week; a rest day has neither exercises nor sessions.' });
export const storedWeek: z.ZodType<Week> = z
  .object({
    id,
    training_plan_id: id,
    week_number: z.int().min(1),
    focus_theme: z.string().nullable(),
    primary_goal: z.string().nullable(),
    progression_lever: z.string().nullable(),
    daily_trainings: z.array(day).meta({ description: 'Monday to Sunday; empty for a week that is only outlined.' }),
  })
  .meta({ id: 'Week', description: 'A week of a plan.' });
export const storedPlan: z.ZodType<Plan> = z
  .object({
    id,
    user_profile_id: id,
    title: z.string(),
    summary: z.string(),
    justification: z.string(),
    ai_message: z.string().nullable(),
    created_at: z.string(),
    updated_at: z.string(),
    weekly_schedules: z.array(storedWeek),
  })
  .meta({ id: 'TrainingPlan', description: 'A training plan.' });
