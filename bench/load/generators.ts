// One generator of this process against one URL: node bench/load/generators.ts open|precise|closed|rated|paced|waker <how, as JSON>. Prints what it measured as JSON.
import autocannon from 'autocannon';
import { build } from 'hdr-histogram-js';
import { Pauses } from '../../loadtests/open/pause.ts';
import { runOpen } from '../../loadtests/open-run.ts';
import { precisionRemark } from '../../loadtests/precision.ts';
import { inlineScenario } from '../../loadtests/scenario/read.ts';
import { pacedCannon } from './paced.ts';
import { type Drive, driveSchema, type Seen } from './seen.ts';
import { traceInto } from './traced.ts';

const generators: Readonly<Record<string, (how: Drive) => Promise<Seen>>> = {
  open,
  /** Ten milliseconds together, as autocannon's own bunches are. */
  bunched: (how) => open({ ...how, together: '10ms' }),
  precise: (how) => open({ ...how, precise: true }),
  waker,
  paced,
  /** autocannon as it is: each of 10 connections waits for its answer. */
  closed: (how) => cannon(how, { connections: 10 }),
  /** autocannon at a rate, with its correction of coordinated omission on, as it is by default. */
  rated: (how) => cannon(how, { connections: Math.min(100, how.perSecond), overallRate: how.perSecond }),
};

/** Ours: arrivals that are due at a rate. */
async function open({ url, perSecond, seconds, warmUpSeconds, connections, trace, precise = false, together }: Drive): Promise<Seen> {
  const stages = [{ duration: `${seconds}s`, rate: perSecond }];
  const ready = await inlineScenario({
    name: 'bench',
    url,
    connections,
    ...(together !== undefined && { together }),
    journeys: [{ name: 'one', steps: [{ request: trace === undefined ? 'GET /' : 'GET /{{iteration}}' }] }],
    stages: warmUpSeconds === 0 ? stages : [{ kind: 'warm-up', duration: `${warmUpSeconds}s`, rate: perSecond }, ...stages],
  });
  if ('problem' in ready) throw new Error(ready.problem);
  const tracing = trace === undefined ? undefined : traceInto(trace, perSecond);
  const gathered = await runOpen(ready.plan, { precise });
  tracing?.write();
  if ('missing' in gathered) throw new Error(gathered.missing);
  const { latency, requests, failed, generator, doubts } = gathered.found;
  const remark = precisionRemark(gathered.found);
  const { p50Ms, p95Ms, p99Ms } = latency;
  // Of the measured time: what compiling took is over by then.
  const cpuMs = generator.cpuShare * gathered.found.measuredMs;
  return {
    ...{ p50Ms, p95Ms, p99Ms, failedShare: failed / requests, requests, cpuMicroseconds: (cpuMs * 1000) / requests },
    ...{
      lagP99Ms: generator.lag.p99Ms,
      noticeP99Ms: generator.notice?.p99Ms ?? 0,
      stoodStillMs: generator.stoodStillMs ?? 0,
      doubts: [...doubts.map(({ because }) => because), ...(remark === undefined ? [] : [remark])],
    },
  };
}

/** Sends nothing, but wakes up for each: what being on time costs by itself. */
async function waker({ perSecond, seconds }: Drive): Promise<Seen> {
  const pauses = new Pauses();
  const requests = perSecond * seconds;
  const before = process.cpuUsage();
  const startedAt = performance.now();
  for (let at = 0; at < requests; at += 1) {
    const ms = startedAt + (at * 1000) / perSecond - performance.now();
    if (ms > 0) await new Promise<void>((next) => pauses.pause({ ms, by: 'nap' }, next));
  }
  const cpuMicroseconds = (cpuSince(before) * 1000) / requests;
  return { p50Ms: 0, p95Ms: 0, p99Ms: 0, failedShare: 0, requests, cpuMicroseconds, doubts: [] };
}

/** autocannon's engine at even times: what it costs, not what it measures. */
async function paced(how: Drive): Promise<Seen> {
  if (how.warmUpSeconds > 0) await pacedCannon({ ...how, seconds: how.warmUpSeconds });
  const before = process.cpuUsage();
  const requests = await pacedCannon(how);
  return { p50Ms: 0, p95Ms: 0, p99Ms: 0, failedShare: 0, requests, cpuMicroseconds: (cpuSince(before) * 1000) / requests, doubts: [] };
}

async function cannon({ url, seconds, warmUpSeconds }: Drive, options: Partial<autocannon.Options>): Promise<Seen> {
  if (warmUpSeconds > 0) await autocannon({ url, duration: warmUpSeconds, ...options });
  // Its own summary has no p95; into a histogram that is handed over it records what it would have reported.
  const latencies = build({ numberOfSignificantValueDigits: 3 });
  const histograms = { latencies, requests: build(), throughput: build() };
  const before = process.cpuUsage();
  const result = await autocannon({ url, duration: seconds, ...options, ...{ histograms } });
  const sent = result.requests.total + result.errors;
  return {
    p50Ms: latencies.getValueAtPercentile(50),
    p95Ms: latencies.getValueAtPercentile(95),
    p99Ms: latencies.getValueAtPercentile(99),
    failedShare: (result.errors + result.non2xx) / sent,
    requests: sent,
    cpuMicroseconds: (cpuSince(before) * 1000) / sent,
    doubts: [],
  };
}

function cpuSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const [, , name = '', how = '{}'] = process.argv;
const generator = generators[name];
if (generator === undefined) throw new Error(`generators are ${Object.keys(generators).join(', ')}`);
process.stdout.write(`${JSON.stringify(await generator(driveSchema.parse(JSON.parse(how))))}\n`);
