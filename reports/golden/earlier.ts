// The run before: one check did not fail yet, another failed in one place more, one was not there.
import type { Report, ReportResult } from '../report.ts';

export function earlierReport(report: Report): Report {
  const results = report.results.flatMap((result): readonly ReportResult[] => {
    if (result.id === 'migrations-current') return [];
    if (result.id === 'jwt-verified') return [{ ...result, verdict: 'pass', answers: [] }];
    if (result.id !== 'error-responses-private') return [result];
    const [first, ...more] = result.answers;
    const [finding] = first?.findings ?? [];
    if (first === undefined || finding === undefined) return [result];
    const gone = { ...finding, message: 'a stack trace goes into the answer', fingerprint: '0'.repeat(64) };
    return [{ ...result, answers: [{ ...first, findings: [finding, gone] }, ...more] }];
  });
  return { ...report, startedAt: '2026-11-16T01:50:00.000Z', tool: { ...report.tool, version: '0.0.9' }, results };
}
