// A report with a load run, and with what requests were answered with.
import type { Report } from '../report.ts';

const judged = (verdict: 'pass' | 'fail' | 'inconclusive') => ({ verdict, because: `${verdict}: as <it> came` });

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
        { text: 'http_req_duration: p(95)<300', unit: 'ms', operator: '<', limit: 300, observed: 180.2, judged: judged('pass') },
        { text: 'http_req_duration: p(99)<800', unit: 'ms', operator: '<', limit: 800, observed: 912, judged: judged('inconclusive') },
        { text: 'http_req_failed: rate<0.01', unit: 'share', operator: '<', limit: 0.01, observed: 0.0187, judged: judged('fail') },
        { text: 'checks: rate>0.9', unit: 'share', operator: '>', limit: 0.9 },
      ],
      doubts: ['the generator was late by up to 3 ms'],
      stoppedBecause: 'http_req_failed: rate<0.01 broke (abortOnFail)',
      steps: [
        { name: 'playbook <b>', route: 'GET /playbook/:id', requests: 1200, failed: 0, p50Ms: 11, p95Ms: 120, p99Ms: 400 },
        { name: 'POST /generate', route: 'POST /generate', requests: 298, failed: 28, p50Ms: 90.25, p95Ms: 700, p99Ms: 1900 },
      ],
      moments: Array.from({ length: 32 }, (_, second) => ({
        atMs: second * 1000,
        lastsMs: 1000,
        ended: second === 20 ? 0 : 50,
        failed: second > 25 ? 4 : 0,
        ...(second !== 20 && { p50Ms: 12 + second / 10, p95Ms: 150 + second, p99Ms: second === 21 ? 912 : 260 + 3 * second }),
        measured: second > 1,
      })),
      percentiles: [
        { percentile: 0, ms: 3 },
        { percentile: 50, ms: 12.4 },
        { percentile: 90, ms: 120 },
        { percentile: 95, ms: 180.2 },
        { percentile: 99, ms: 912 },
        { percentile: 99.9, ms: 1900 },
        { percentile: 100, ms: 2040 },
      ],
    },
  };
}
