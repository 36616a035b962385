// The report as one JSON object a line, for streams, logs and jq: the run, each check, each finding, what was not looked at, the verdict.
import { cleanedJson } from './clean.ts';
import { gateResult } from './gate.ts';
import type { Report } from './report.ts';
import { notLookedAt } from './summary.ts';

export function renderNdjson(report: Report): string {
  const { schemaVersion, tool, target, gate, tierReached, tierReachedBecause, startedAt, durationMs, coverage, results } = report;
  const lines: readonly object[] = [
    { type: 'run', schemaVersion, tool, target, gate, startedAt, durationMs },
    ...results.flatMap(({ id, tier, title, verdict, because, accepted, answers }) => [
      { type: 'check', check: id, tier, title, verdict, because, accepted },
      ...answers.flatMap(({ evidence, verdict: said, findings }) =>
        findings.map((finding) => ({ type: 'finding', check: id, tier, evidence, verdict: said, ...finding })),
      ),
    ]),
    ...notLookedAt(report).map(({ id, evidence, because }) => ({ type: 'not-looked-at', check: id, evidence, because })),
    ...(report.ratchet?.suppressions ?? []).map((each) => ({ type: 'suppression', ...each })),
    ...(report.ratchet?.baseline?.fixed ?? []).map((each) => ({ type: 'fixed', ...each })),
    { type: 'coverage', checksRun: coverage.checksRun, ...coverage.files, limitsReached: coverage.limitsReached },
    { type: 'verdict', result: gateResult(report), gate, tierReached, because: tierReachedBecause },
  ];
  return `${lines.map((line) => cleanedJson(JSON.stringify(line))).join('\n')}\n`;
}
