// A report with very many findings, for what has to stay smooth and within limits.
import type { Report } from '../report.ts';

/** One check with this many findings, spread over as many lines of a hundred files. */
export function withManyFindings(report: Report, count: number, sha256: (text: string) => string): Report {
  const findings = Array.from({ length: count }, (_, at) => ({
    message: `print() number ${at} in a function that requests reach`,
    fingerprint: sha256(String(at)),
    place: { kind: 'file', path: `src/module-${at % 100}.py`, line: 10 + Math.floor(at / 100) * 9, column: 5 } as const,
  }));
  const excerpts = findings.map(({ place: { path, line } }) => ({
    path,
    startLine: line - 3,
    lines: Array.from({ length: 7 }, (_, at) => `    line_${line - 3 + at} = value(${at})`),
  }));
  const [first, ...others] = report.results;
  if (first === undefined) throw new Error('the report has results');
  return {
    ...report,
    excerpts,
    results: [{ ...first, answers: [{ evidence: 'code', verdict: 'fail', looked: true, findings }] }, ...others],
  };
}
