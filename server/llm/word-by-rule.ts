// What the local model says. The same question gets the same words.
import { z } from 'zod';

const planQuestion = z.object({
  allowed_exercises: z.array(z.object({ id: z.number(), name: z.string() })),
  draft: z.object({
    title: z.string(),
    summary: z.string(),
    justification: z.string(),
    days: z.array(z.object({ day_of_week: z.string(), exercise_ids: z.array(z.number()) })),
  }),
});

/** The answer to a question of that name; undefined for one no rule knows. */
export function wordByRule(name: string, data: unknown): object | undefined {
  const asked = planQuestion.safeParse(data);
  if (name !== 'training_plan' || !asked.success) return undefined;
  const { draft, allowed_exercises: allowed } = asked.data;
  const names = new Map(allowed.map((exercise) => [exercise.id, exercise.name]));
  const lifting = draft.days.filter(({ exercise_ids: ids }) => ids.length > 0);
  const main = [...new Set(lifting.flatMap(({ exercise_ids: [first] }) => (first === undefined ? [] : (names.get(first) ?? []))))];
  const week = lifting.length === 0 ? '' : ` You lift on ${listed(lifting.map(({ day_of_week: day }) => day))}.`;
  const anchor = main.length === 0 ? '' : ` ${listed(main)} ${main.length === 1 ? 'is' : 'are'} what the first week is built on.`;
  return {
    title: draft.title,
    summary: `${draft.summary}${week}`,
    justification: `${draft.justification}${anchor}`,
    ai_message: 'Your plan is ready. Start lighter than you think you have to, and tell me what to change.',
    days: draft.days,
  };
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
