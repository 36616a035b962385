// A report with one check alone, for what depends on its tier and verdict.
import type { Tier, Verdict } from '../../checks/model.ts';
import type { Report, ReportAnswer, ReportFinding, ReportResult } from '../report.ts';

/** One check of a tier, answered so; the gate is testflight. */
export function single(tier: Tier, verdict: Verdict, answer: Partial<ReportAnswer>): Report {
  const answers = [{ evidence: 'code' as const, verdict, looked: true, findings: [], ...answer }];
  return {
    schemaVersion: 1,
    tool: { name: 'launchgate', version: '0.1.0' },
    target: { path: 'api', units: [] },
    gate: 'testflight',
    tierReached: null,
    startedAt: '2026-11-23T01:50:00.000Z',
    durationMs: 1,
    coverage: { checksRun: 1, checksNotLookedAt: [], files: { read: 1, leftOut: [], unreadable: [] }, limitsReached: [] },
    results: [{ id: 'the-check', tier, title: 'Good', verdict, answers }],
  };
}

export const seen = (message: string): ReportFinding => ({
  message,
  fingerprint: 'f'.repeat(64),
  place: { kind: 'file', path: 'a.py', line: 3, column: 1 },
});

/** The same result, all of it seen live. */
export function withoutFiles(result: ReportResult): ReportResult {
  const place = { kind: 'request', method: 'GET', url: 'http://h/', curl: "curl 'http://h/'" } as const;
  const answers = result.answers.map((answer) => ({
    ...answer,
    findings: answer.findings.map(({ message, fingerprint }) => ({ message, fingerprint, place })),
  }));
  return { ...result, answers };
}
