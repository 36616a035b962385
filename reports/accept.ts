// Marks what was accepted before. Verdicts, tiers and counts stay as they are: accepting lifts nothing but the gate.
import type { Acceptance, Report, ReportAnswer, ReportFinding, ReportResult } from './report.ts';

export interface Accepting {
  readonly finding: (finding: ReportFinding, result: ReportResult) => Acceptance | undefined;
  readonly unanswered: (result: ReportResult) => Acceptance | undefined;
}

/** The same report with every bad finding and every missing answer marked that somebody accepted. */
export function withAccepted<R extends Pick<Report, 'results'>>(report: R, accepting: Accepting): R {
  return { ...report, results: report.results.map((result) => marked(result, accepting)) };
}

function marked(result: ReportResult, accepting: Accepting): ReportResult {
  if (result.verdict === 'inconclusive') {
    const accepted = result.accepted ?? accepting.unanswered(result);
    return accepted === undefined ? result : { ...result, accepted };
  }
  return result.verdict === 'fail'
    ? { ...result, answers: result.answers.map((answer) => markedAnswer(answer, result, accepting)) }
    : result;
}

function markedAnswer(answer: ReportAnswer, result: ReportResult, accepting: Accepting): ReportAnswer {
  if (!answer.looked || answer.verdict !== 'fail') return answer;
  const findings = answer.findings.map((finding) => {
    const accepted = finding.accepted ?? accepting.finding(finding, result);
    return accepted === undefined ? finding : { ...finding, accepted };
  });
  return { ...answer, findings };
}
