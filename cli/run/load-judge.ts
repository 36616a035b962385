// What was measured under load put to the checks that judge load. Every audit has this loaded: what measures is loaded where something is.
import { audit, type CheckResult } from '../../checks/audit.ts';
import { catalog } from '../../checks/catalog/index.ts';
import type { Check, Gathered, LoadEvidence } from '../../checks/model.ts';
import { Problem } from '../problem.ts';

/** What every load check says of the evidence; a Problem where there is no such check. */
export function judgeLoad(load: Gathered<LoadEvidence>): readonly CheckResult[] {
  const checks = catalog.flatMap(loadOnly);
  if (checks.length === 0) throw new Problem('no check judges load');
  const none: Gathered<never> = { missing: 'launchgate load measures load alone', notAsked: true };
  const others = { code: none, environment: none, boot: none, migrations: none, database: none, backup: none, http: () => none };
  return audit(checks, { ...others, load });
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
