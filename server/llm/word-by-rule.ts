// What the local model says. The same question gets the same words.
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { jointsIn } from '../coach/athlete.ts';
import { insights } from '../contract/answers.ts';

const planQuestion = z.object({
  allowed_exercises: z.array(z.object({ id: z.number(), name: z.string() })),
  draft: z.object({
    title: z.string(),
    summary: z.string(),
    justification: z.string(),
    days: z.array(z.object({ day_of_week: z.string(), exercise_ids: z.array(z.number()) })),
  }),
});

const insightsQuestion = z.object({ draft: insights });

/** The answer to a question of that name; undefined for one no rule knows. */
export function wordByRule(name: string, data: unknown): object | undefined {
  if (name === 'training_insights') return insightsQuestion.safeParse(data).data?.draft;
  const asked = planQuestion.safeParse(data);
  return name === 'training_plan' && asked.success ? wordPlan(asked.data) : undefined;
}

function wordPlan({ draft, allowed_exercises: allowed }: z.output<typeof planQuestion>): object {
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

const DIMENSIONS = 256;
/** Which joint a text is about says more than how it says so. */
const JOINT_WEIGHT = 8;

/** What a text is about, by its words and the joints it names: texts that share them are near. */
export function embedByRule(text: string): readonly number[] {
  const vector = new Array<number>(DIMENSIONS).fill(0);
  const add = (word: string, weight: number) => {
    const at = createHash('sha256').update(word).digest().readUInt32BE() % DIMENSIONS;
    vector[at] = (vector[at] ?? 0) + weight;
  };
  for (const [word] of text.toLowerCase().matchAll(/[a-z]{3,}/g)) add(word.replace(/(?:ing|es|s)$/, ''), 1);
  for (const joint of jointsIn(text)) add(joint, JOINT_WEIGHT);
  const length = Math.hypot(...vector) || 1;
  return vector.map((value) => value / length);
}
