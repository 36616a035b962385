// The load generators that are compared; each drives one URL and says what it measured.
import autocannon from 'autocannon';
import { build } from 'hdr-histogram-js';
import { runOpen } from '../../loadtests/open-run.ts';
import { isGeneratorLate } from '../../loadtests/result.ts';
import { inlineScenario } from '../../loadtests/scenario/read.ts';
import type { Figures } from './truth.ts';

export interface Drive {
  readonly url: string;
  readonly perSecond: number;
  readonly seconds: number;
}
export type Seen = Figures & { readonly requests: number; readonly note?: string };

// Long enough to hold one whole period of every behaviour.
const warmUpSeconds = 6;

/** Ours: arrivals that are due at a rate. */
export async function open({ url, perSecond, seconds }: Drive): Promise<Seen> {
  const ready = await inlineScenario({
    name: 'bench',
    url,
    connections: 5000,
    journeys: [{ name: 'one', steps: [{ request: 'GET /' }] }],
    stages: [
      { kind: 'warm-up', duration: `${warmUpSeconds}s`, rate: perSecond },
      { duration: `${seconds}s`, rate: perSecond },
    ],
  });
  if ('problem' in ready) throw new Error(ready.problem);
  const gathered = await runOpen(ready.plan);
  if ('missing' in gathered) throw new Error(gathered.missing);
  const { latency, requests, failed, generator } = gathered.found;
  const note = isGeneratorLate(gathered.found) ? `says itself that it was late: lag p99 ${generator.lag.p99Ms.toFixed(1)} ms` : undefined;
  const { p50Ms, p95Ms, p99Ms } = latency;
  return { p50Ms, p95Ms, p99Ms, failedShare: failed / requests, requests, ...(note !== undefined && { note }) };
}

/** autocannon as it is: each of 10 connections waits for its answer. */
export const closed = ({ url, seconds }: Drive): Promise<Seen> => cannon({ url, duration: seconds, connections: 10 });

/** autocannon at a rate, with its correction of coordinated omission on, as it is by default. */
export const rated = ({ url, seconds, perSecond }: Drive): Promise<Seen> =>
  cannon({ url, duration: seconds, connections: Math.min(100, perSecond), overallRate: perSecond });

async function cannon(options: autocannon.Options): Promise<Seen> {
  await autocannon({ ...options, duration: warmUpSeconds });
  // Its own summary has no p95; into a histogram that is handed over it records what it would have reported.
  const latencies = build({ numberOfSignificantValueDigits: 3 });
  const histograms = { latencies, requests: build(), throughput: build() };
  const result = await autocannon({ ...options, ...{ histograms } });
  const sent = result.requests.total + result.errors;
  return {
    p50Ms: latencies.getValueAtPercentile(50),
    p95Ms: latencies.getValueAtPercentile(95),
    p99Ms: latencies.getValueAtPercentile(99),
    failedShare: (result.errors + result.non2xx) / sent,
    requests: sent,
  };
}
