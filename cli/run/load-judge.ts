// A load result put to the checks that judge load.
import { audit, type CheckResult } from '../../checks/audit.ts';
import { catalog } from '../../checks/catalog/index.ts';
import type { Check, Gathered, LoadEvidence } from '../../checks/model.ts';
import { evidenceOf, type LoadResult } from '../../loadtests/result.ts';
import { Problem } from '../problem.ts';

/** What every load check says of the evidence; a Problem where there is no such check. */
export function judgeLoad(load: Gathered<LoadEvidence>): readonly CheckResult[] {
  const checks = catalog.flatMap(loadOnly);
  if (checks.length === 0) throw new Problem('no check judges load');
  const none: Gathered<never> = { missing: 'launchgate load measures load alone', notAsked: true };
  const others = { code: none, environment: none, boot: none, migrations: none, database: none, backup: none, http: () => none };
  return audit(checks, { ...others, load });
}

export interface Judged {
  readonly verdict: CheckResult['verdict'];
  /** What was found, or why nothing could be. */
  readonly reasons: readonly string[];
}

/** The verdict on one run, in a few words. */
export function verdictOn(result: LoadResult): Judged {
  const results = judgeLoad({ found: evidenceOf(result) });
  const answers = results.flatMap((each) => each.answers.map(({ answer }) => answer));
  const reasons = answers.flatMap((answer) => ('because' in answer ? [answer.because] : answer.findings.map(({ message }) => message)));
  return { verdict: results[0]?.verdict ?? 'inconclusive', reasons };
}

/** The evidence with what the judges say of each threshold by itself, for reports that list them one by one. */
export function judgedAlone(evidence: LoadEvidence): LoadEvidence {
  const thresholds = evidence.thresholds.map((threshold) => {
    const answers = judgeLoad({ found: { ...evidence, thresholds: [threshold] } }).flatMap((each) =>
      each.answers.map(({ answer }) => answer),
    );
    const [answer] = answers;
    if (answer === undefined || answer.verdict === 'not-applicable') return threshold;
    const because = 'because' in answer ? answer.because : answer.findings[0].message;
    return { ...threshold, judged: { verdict: answer.verdict, because } };
  });
  return { ...evidence, thresholds };
}

function loadOnly(check: Check): readonly Check[] {
  const { load } = check.judge;
  return load === undefined ? [] : [{ ...check, judge: { load } }];
}
