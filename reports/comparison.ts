// Two runs against each other: which checks changed their verdict, what is new, what is fixed.
import { z } from 'zod';
import type { EvidenceKind, Place } from '../checks/model.ts';
import { placeLabel } from './place-label.ts';
import type { ComparedFinding, Report, ReportAnswer, ReportComparison } from './report.ts';

const verdict = z.enum(['pass', 'fail', 'inconclusive', 'not-applicable']);
const compared = z.strictObject({ check: z.string(), place: z.string(), message: z.string() });
const count = z.int().min(0);
export const comparisonSchema: z.ZodType<ReportComparison> = z.strictObject({
  with: z.strictObject({
    startedAt: z.string(),
    version: z.string(),
    tierReached: z.enum(['testflight', 'app-store', 'post-launch']).nullable(),
  }),
  checks: z.array(z.strictObject({ id: z.string(), before: z.exactOptional(verdict), now: z.exactOptional(verdict) })),
  added: z.array(compared),
  fixed: z.array(compared),
  unknown: count,
  unchanged: count,
});

/** The same report with what changed since an earlier one. */
export function withComparison(now: Report, before: Report): Report {
  return { ...now, comparison: compare(now, before) };
}

export function compare(now: Report, before: Report): ReportComparison {
  const [found, known] = [failing(now), failing(before)];
  const answered = new Set(now.results.flatMap(({ id, answers }) => answers.filter(isAnswer).map(({ evidence }) => `${id} ${evidence}`)));
  const gone = [...known].filter(([fingerprint]) => !found.has(fingerprint)).map(([, each]) => each);
  const fixed = gone.filter(({ check, evidence }) => answered.has(`${check} ${evidence}`));
  const { startedAt, tool, tierReached } = before;
  return {
    with: { startedAt, version: tool.version, tierReached },
    checks: changedChecks(now, before),
    added: [...found].filter(([fingerprint]) => !known.has(fingerprint)).map(([, each]) => shown(each)),
    fixed: fixed.map(shown),
    unknown: gone.length - fixed.length,
    unchanged: [...found.keys()].filter((fingerprint) => known.has(fingerprint)).length,
  };
}

interface Failing {
  readonly check: string;
  readonly evidence: EvidenceKind;
  readonly message: string;
  readonly place: Place;
}
const isAnswer = ({ looked, verdict: said }: ReportAnswer): boolean => looked && said !== 'inconclusive';

function failing({ results }: Report): ReadonlyMap<string, Failing> {
  return new Map(
    results.flatMap(({ id: check, answers }) =>
      answers
        .filter((answer) => answer.looked && answer.verdict === 'fail')
        .flatMap(({ evidence, findings }) =>
          findings.map(({ fingerprint, message, place }) => [fingerprint, { check, evidence, message, place }] as const),
        ),
    ),
  );
}

const shown = ({ check, message, place }: Failing): ComparedFinding => ({ check, message, place: placeLabel(place) });

function changedChecks(now: Report, before: Report): ReportComparison['checks'] {
  const [here, there] = [now, before].map(({ results }) => new Map(results.map(({ id, verdict: said }) => [id, said])));
  const ids = [...new Set([...(here?.keys() ?? []), ...(there?.keys() ?? [])])];
  return ids.flatMap((id) => {
    const [is, was] = [here?.get(id), there?.get(id)];
    return is === was ? [] : [{ id, ...(was === undefined ? {} : { before: was }), ...(is === undefined ? {} : { now: is }) }];
  });
}

/** What changed, in one sentence without an end mark. */
export function comparisonSentence({ added, fixed, unchanged, unknown }: ReportComparison): string {
  const parts = [`${added.length} new`, `${fixed.length} fixed`, `${unchanged} as before`];
  return [...parts, ...(unknown === 0 ? [] : [`${unknown} not looked at this time`])].join(', ');
}

export const verdictChange = ({ before, now }: ReportComparison['checks'][number]): string =>
  `${before ?? 'not run'} → ${now ?? 'not run'}`;
