// What the app sends. Unknown keys are dropped; nobody's id is believed until it was compared with the token.
import { z } from 'zod';
import { personalInfo } from './personal-info.ts';
import { answers, question } from './question.ts';

/** The app sends ids as numbers or as their digits. */
const id = z
  .union(
    [
      z.int(),
      z
        .string()
        .regex(/^\d{1,15}$/, 'is no id')
        .transform(Number),
    ],
    'is no id',
  )
  .pipe(z.int().positive())
  .meta({ id: 'Id', description: 'An id, as a number or its digits.' });

/** Read before anything else is: `middleware/signed-in.ts`. */
const asUser = z.object({
  jwt_token: z.string().nullish().meta({ description: 'The access token, of clients that send no Authorization header.' }),
});

export const questionsRequest = asUser.extend({
  personal_info: personalInfo,
  user_profile_id: z.string().max(50).nullish().meta({ description: 'Ignored: a user has one profile, and a repeat keeps its id.' }),
});

export const generateRequest = asUser.extend({
  personal_info: personalInfo,
  initial_responses: answers
    .refine((given) => Object.keys(given).length > 0, 'is empty')
    .refine((given) => Object.keys(given).length <= 50, 'has too many'),
  initial_questions: z.array(question).min(1).max(50),
  user_profile_id: id,
});

export const feedbackRequest = asUser.extend({
  user_profile_id: id,
  plan_id: id,
  feedback_message: z.string().trim().min(1).max(2_000),
  week_number: z.int().min(1).max(200).meta({ description: 'The week that is spoken of.' }),
  conversation_history: z
    .array(z.object({ role: z.enum(['user', 'assistant', 'system']), content: z.string().max(5_000) }))
    .max(50)
    .default([]),
});
export type FeedbackRequest = z.output<typeof feedbackRequest>;

export const weekRequest = asUser.extend({
  user_profile_id: id,
  plan_id: id.nullish().meta({ description: 'The plan the app shows; refused when it is not the stored one.' }),
});

const rating = z.int().min(1).max(5).nullish().meta({ description: '1 is the least, 5 the most.' });

export const dailyFeedbackRequest = asUser.extend({
  daily_training_id: id,
  plan_id: id,
  day_of_week: z.string().max(20).meta({ description: 'Ignored: what day it is says the stored plan.' }),
  completion_percentage: z.number().min(0).max(1),
  difficulty: rating,
  enjoyment: rating,
  user_feedback: z.string().trim().max(1_000).nullish(),
  injury_reported: z.boolean().nullish(),
  injury_description: z.string().trim().max(1_000).nullish(),
});
export type DailyFeedback = z.output<typeof dailyFeedbackRequest>;

const doneExercise = z.object({
  exercise_name: z.string().max(200),
  main_muscle: z.string().max(100),
  sets: z.number().min(0).max(1_000),
  completed: z.boolean().default(false),
});
const doneDay = z.object({
  is_rest_day: z.boolean().default(false),
  strength_exercises: z.array(doneExercise).max(50).default([]),
  endurance_sessions: z
    .array(z.object({ training_volume: z.number().min(0).max(1_000_000), completed: z.boolean().default(false) }))
    .max(20)
    .default([]),
});

export const insightsRequest = asUser.extend({
  user_profile_id: id,
  /** The app's copy, which knows what was ticked off today. */
  training_plan: z.object({ weekly_schedules: z.array(z.object({ daily_trainings: z.array(doneDay).max(7) })).max(60) }).nullish(),
  weak_points: z.array(z.unknown()).max(100).nullish(),
  top_exercises: z.array(z.unknown()).max(100).nullish(),
});
