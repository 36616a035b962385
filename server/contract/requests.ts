// What the app sends. Unknown keys are dropped; nobody's id is believed until it was compared with the token.
import { z } from 'zod';
import { personalInfo } from './personal-info.ts';
import { answers, question } from './question.ts';

/** The app sends ids as numbers or as their digits. */
const id = z
  .union([
    z.int(),
    z
      .string()
      .regex(/^\d{1,15}$/, 'is no id')
      .transform(Number),
  ])
  .pipe(z.int().positive());

export const questionsRequest = z.object({
  personal_info: personalInfo,
  user_profile_id: z.string().max(50).nullish(),
});

export const generateRequest = z.object({
  personal_info: personalInfo,
  initial_responses: answers
    .refine((given) => Object.keys(given).length > 0, 'is empty')
    .refine((given) => Object.keys(given).length <= 50, 'has too many'),
  initial_questions: z.array(question).min(1).max(50),
  user_profile_id: id,
});

export const feedbackRequest = z.object({
  user_profile_id: id,
  plan_id: id,
  feedback_message: z.string().trim().min(1).max(2_000),
  week_number: z.int().min(1).max(200),
  conversation_history: z
    .array(z.object({ role: z.enum(['user', 'assistant', 'system']), content: z.string().max(5_000) }))
    .max(50)
    .default([]),
});
export type FeedbackRequest = z.output<typeof feedbackRequest>;

export const weekRequest = z.object({ user_profile_id: id, plan_id: id.nullish() });
