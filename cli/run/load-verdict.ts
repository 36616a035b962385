// The verdict on one load result, in a few words.
import type { CheckResult } from '../../checks/audit.ts';
import { evidenceOf, type LoadResult } from '../../loadtests/result.ts';
import { judgeLoad } from './load-judge.ts';

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
