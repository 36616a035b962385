// Judges a load run against its budget.
import { fail, inconclusive, pass } from '../../answer.ts';
import type { Answer, LoadEvidence, RequestPlace } from '../../model.ts';

// Below this a 99th percentile is no more than the slowest answer.
const samplesForP99 = 100;
// One or two failures in a short run are an accident; these many are a rate.
const failuresForShare = 5;

export function judgeLoad(evidence: LoadEvidence): Answer {
  const { requests, failedShare, budget } = evidence;
  if (requests === 0) return inconclusive(evidence.invalid ?? 'the load run got no answer at all');
  const finding = (message: string) => ({ message, place: placeOf(evidence) });

  const failures = Math.round(requests * failedShare);
  if (failedShare > budget.failedShare && (failures >= failuresForShare || failures === requests)) {
    return fail(
      finding(`${share(failedShare)} of ${requests} requests failed (${outcomes(evidence)}); the budget is ${share(budget.failedShare)}`),
    );
  }
  if (evidence.invalid !== undefined) return inconclusive(evidence.invalid);
  if (requests < samplesForP99) {
    return inconclusive(
      `${requests} answers are too few for a 99th percentile: it takes ${samplesForP99}; run it for longer or with more connections`,
    );
  }
  if (failedShare > budget.failedShare)
    return inconclusive(`${failures} of ${requests} requests failed: too few to be a rate, too many for the budget`);
  if (evidence.p99Ms > budget.p99Ms)
    return fail(finding(`p99 was ${ms(evidence.p99Ms)}, the budget is ${ms(budget.p99Ms)}; ${figures(evidence)}`));
  return pass(finding(`p99 was ${ms(evidence.p99Ms)} within a budget of ${ms(budget.p99Ms)}; ${figures(evidence)}`));
}

function figures(evidence: LoadEvidence): string {
  const seconds = Math.round(evidence.durationMs / 1000);
  return [
    `p50 ${ms(evidence.p50Ms)}`,
    `p95 ${ms(evidence.p95Ms)}`,
    `${share(evidence.failedShare)} failed`,
    `${evidence.requestsPerSecond} requests per second on ${evidence.connections} connections (${evidence.model} model)`,
    `${evidence.requests} answers in ${seconds} s after a warm-up of ${Math.round(evidence.warmUpMs / 1000)} s`,
  ].join(', ');
}

function outcomes({ statuses }: LoadEvidence): string {
  const most = Object.entries(statuses).sort(([one, many], [other, more]) => more - many || (one < other ? -1 : 1));
  return most
    .slice(0, 4)
    .map(([outcome, times]) => `${times} × ${outcome}`)
    .join(', ');
}

function placeOf({ url }: LoadEvidence): RequestPlace {
  return { kind: 'request', method: 'GET', url, curl: `curl -i '${url.replaceAll("'", '%27')}'` };
}

const ms = (value: number) => `${value < 10 ? Math.round(value * 10) / 10 : Math.round(value)} ms`;
const share = (value: number) => `${Math.round(value * 1000) / 10} %`;
