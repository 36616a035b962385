// A question of the onboarding and what may be answered to it.
import { z } from 'zod';

const nullable = <T extends z.ZodType>(type: T) => type.nullish().transform((value) => value ?? null);

export const question = z.object({
  id: z.string().min(1).max(100),
  text: z.string().max(1_000),
  help_text: z.string().max(1_000).default(''),
  response_type: z.enum(['multiple_choice', 'dropdown', 'free_text', 'slider', 'conditional_boolean', 'rating']),
  order: nullable(z.int()),
  options: nullable(z.array(z.object({ id: z.string(), text: z.string(), value: z.string() })).max(50)),
  multiselect: nullable(z.boolean()),
  min_value: nullable(z.number()),
  max_value: nullable(z.number()),
  step: nullable(z.number()),
  unit: nullable(z.string()),
  min_description: nullable(z.string()),
  max_description: nullable(z.string()),
  max_length: nullable(z.int().min(1).max(5_000)),
  placeholder: nullable(z.string()),
});
export type Question = z.output<typeof question>;

export const answer = z.union([
  z.string().max(5_000),
  z.array(z.string().max(200)).max(50),
  z.number(),
  z.object({ boolean: z.boolean(), text: z.string().max(5_000).nullish() }),
  z.boolean(),
  z.null(),
]);
export const answers = z.record(z.string().max(100), answer);
export type Answers = z.output<typeof answers>;
