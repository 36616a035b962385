// A report with a load run, and with what requests were answered with.
import type { Report } from '../report.ts';

export function loadedReport(report: Report): Report {
  const received = {
    status: 200,
    headers: [['access-control-allow-origin', '*'], ['content-type', 'application/json']] as const,
    body: '{"detail":"<b>\n  ok</b>"}',
    truncated: true,
  };
  const results = report.results.map((result) => ({
    ...result,
    answers: result.answers.map((answer) => ({
      ...answer,
      findings: answer.findings.map((finding) => (finding.place.kind === 'request' ? { ...finding, received } : finding)),
    })),
  }));
  return {
    ...report,
    results,
    load: {
      url: 'http://127.0.0.1:8000/healthz',
      scenario: 'an evening <of> plans',
      model: 'open',
      connections: 40,
      askedPerSecond: 50,
      warmUpMs: 2000,
      durationMs: 30_000,
      requests: 1498,
      failedShare: 0.0187,
      statuses: { '200': 1470, '500': 20, 'timeout "x"': 8 },
      requestsPerSecond: 49.93,
      p50Ms: 12.4,
      p95Ms: 180.2,
      p99Ms: 912,
      thresholds: [
        { text: 'http_req_duration: p(95)<300', unit: 'ms', operator: '<', limit: 300, observed: 180.2 },
        { text: 'http_req_duration: p(99)<800', unit: 'ms', operator: '<', limit: 800, observed: 912 },
        { text: 'http_req_failed: rate<0.01', unit: 'share', operator: '<', limit: 0.01, observed: 0.0187 },
        { text: 'checks: rate>0.9', unit: 'share', operator: '>', limit: 0.9 },
      ],
      doubts: ['the generator was late by up to 3 ms'],
    },
  };
}
