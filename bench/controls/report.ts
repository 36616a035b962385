// Of a report, what the run reads.
import { z } from 'zod';

const answer = z.object({
  evidence: z.string(),
  verdict: z.string(),
  looked: z.boolean(),
  because: z.string().optional(),
  findings: z.array(z.object({ message: z.string() })).optional(),
});
export const reportSchema = z.object({
  results: z.array(z.object({ id: z.string(), verdict: z.string(), answers: z.array(answer) })),
});
export type Report = z.infer<typeof reportSchema>;

/** A check that does not pass, and which evidence says so. */
export interface Noticed {
  readonly id: string;
  readonly verdict: string;
  readonly by: readonly string[];
  readonly what: string;
}

export function notPassing({ results }: Report): readonly Noticed[] {
  return results
    .filter(({ verdict }) => verdict !== 'pass' && verdict !== 'not-applicable')
    .map(({ id, verdict, answers }) => {
      const saying = answers.filter((each) => each.looked && each.verdict === verdict);
      const [first] = saying;
      return { id, verdict, by: saying.map(({ evidence }) => evidence), what: first?.because ?? first?.findings?.[0]?.message ?? '' };
    });
}
