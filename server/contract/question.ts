// A question of the onboarding and what may be answered to it.
import { z } from 'zod';

/** May be left out, and is null then: the app reads every key. */
const nullable = <T extends z.ZodType>(type: T) => type.nullable().default(null);

export const question = z
  .object({
    id: z.string().min(1).max(100),
    text: z.string().max(1_000),
    help_text: z.string().max(1_000).default(''),
    response_type: z.enum(['multiple_choice', 'dropdown', 'free_text', 'slider', 'conditional_boolean', 'rating']),
    order: nullable(z.int()).meta({ description: 'Counted from 1.' }),
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
  })
  .meta({ id: 'Question', description: 'A question of the onboarding. Every key is there, null where it has no meaning.' });
export type Question = z.output<typeof question>;

export const answer = z
  .union([
    z.string().max(5_000),
    z.array(z.string().max(200)).max(50),
    z.number(),
    z.object({ boolean: z.boolean(), text: z.string().max(5_000).nullish() }),
    z.boolean(),
    z.null(),
  ])
  .meta({ id: 'Answer', description: 'By the kind of question: a choice or several, a number, a text, or yes or no with a text.' });
export const answers = z.record(z.string().max(100), answer).meta({ id: 'Answers', description: 'Answers by the id of their question.' });
export type Answers = z.output<typeof answers>;
