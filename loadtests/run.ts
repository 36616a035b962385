// One load run: a fixed number of connections, each sending its next request when the last one was answered (a closed model).
import autocannon from 'autocannon';
import type { Gathered, LoadDoubt, LoadEvidence, MeasuredThreshold } from '../checks/model.ts';
import { addTimeAndUnsent, newTimes, percentileMs, type Times } from './open/histogram.ts';
import { type MachineSeen, watchMachine } from './open/machine.ts';
import { isThisMachine } from './result.ts';
import { type ConnectionTally, percentile, startTally, type Tally } from './tally.ts';
import { samplesForPercentile, samplesForShare } from './thresholds/samples.ts';
import { whyUnreachable } from './unreachable.ts';
import { generatorDoubts, refusalDoubts } from './validity.ts';

export interface LoadBudget {
  readonly p99Ms: number;
  readonly failedShare: number;
}
export interface LoadRequest {
  /** Asked with GET. */
  readonly url: string;
  readonly connections: number;
  /** Traffic before the measurement that no figure contains. */
  readonly warmUpSeconds: number;
  readonly durationSeconds: number;
  /** At least one, and never more than half of the duration, so that a request without an answer is seen to have none. */
  readonly timeoutSeconds: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly expectedStatuses: readonly number[];
  readonly budget: LoadBudget;
  /** Load on a machine other than this one needs its owner's word. */
  readonly remoteAllowed?: boolean;
  readonly signal?: AbortSignal;
}

export const maxSeconds = 60;
export const maxConnections = 500;
// More than this on one run means that nobody is there any more.
const connectionFailureLimit = 1_000;

/** Drives load at a URL for at most a minute. `missing` where nothing was sent: a wrong request, a machine that is not ours, a dead port. */
export async function runLoad(request: LoadRequest): Promise<Gathered<LoadEvidence>> {
  const url = URL.parse(request.url);
  if (url === null || !/^https?:$/.test(url.protocol)) return { missing: 'the load run was given no http or https URL' };
  const wrong = wrongIn(request) ?? (request.remoteAllowed === true || isThisMachine(url.hostname) ? undefined : notOurs(url));
  if (wrong !== undefined) return { missing: wrong };
  const dead = await whyUnreachable(url, request.signal);
  if (dead !== undefined) return { missing: dead };

  const warmUpMs = request.warmUpSeconds === 0 ? 0 : (await drive(request, Math.min(request.warmUpSeconds, maxSeconds))).tookMs;
  if (request.signal?.aborted) return { missing: 'the load run was interrupted' };
  const { tally, tookMs, machine } = await drive(request, Math.min(request.durationSeconds, maxSeconds));
  if (request.signal?.aborted) return { missing: 'the load run was interrupted' };
  return { found: evidenceOf(request, url, tally, { warmUpMs, durationMs: tookMs, machine }) };
}

function wrongIn({ connections, warmUpSeconds, durationSeconds, timeoutSeconds }: LoadRequest): string | undefined {
  if (!Number.isInteger(connections) || connections < 1 || connections > maxConnections) {
    return `a load run takes between 1 and ${maxConnections} connections`;
  }
  if (!(durationSeconds > 0) || !(timeoutSeconds > 0) || !(warmUpSeconds >= 0)) return 'the times of a load run must be positive';
  return undefined;
}

function notOurs(url: URL): string {
  return `load is only sent to this machine unless it is allowed for ${url.hostname}`;
}

function drive(
  request: LoadRequest,
  seconds: number,
): Promise<{ readonly tally: Tally; readonly tookMs: number; readonly machine: MachineSeen }> {
  const timeoutMs = Math.max(1, Math.min(request.timeoutSeconds, seconds / 2)) * 1000;
  const expected = new Set(request.expectedStatuses);
  const counting = startTally({
    timeoutMs,
    expects: (status) => expected.has(status),
    slowMs: request.budget.p99Ms,
    now: () => performance.now(),
  });
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const machine = watchMachine();
    const stop = () => instance.stop();
    const instance = autocannon(
      {
        url: request.url,
        connections: request.connections,
        duration: seconds,
        timeout: timeoutMs / 1000,
        headers: { ...request.headers },
        // It looks whether time is up only once per sampling interval.
        sampleInt: 50,
        setupClient: (client) =>
          watch(client, counting.connection(), () => counting.connectionFailures() >= connectionFailureLimit && stop()),
      },
      (error: unknown) => {
        request.signal?.removeEventListener('abort', stop);
        if (error) reject(error);
        else resolve({ tally: counting.end(), tookMs: performance.now() - started, machine: machine.end() });
      },
    );
    request.signal?.addEventListener('abort', stop, { once: true });
  });
}

// Its own figures leave out timeouts and connections that ended without an answer, and are in whole milliseconds; its events have all of it.
function watch(client: autocannon.Client, tally: ConnectionTally, onBroken: () => void): void {
  client.addListener('request', () => {
    tally.sent();
    onBroken();
  });
  client.addListener('headers', (head: unknown) => {
    if (saysClose(head)) tally.closing();
  });
  client.addListener('response', (status: number) => tally.answered(status));
  client.addListener('connError', () => tally.broken());
}

function saysClose(head: unknown): boolean {
  if (typeof head !== 'object' || head === null) return false;
  if ('shouldKeepAlive' in head && head.shouldKeepAlive === false) return true;
  const headers: unknown = 'headers' in head ? head.headers : undefined;
  if (!Array.isArray(headers)) return false;
  return headers.some((name, at) => at % 2 === 0 && /^connection$/i.test(String(name)) && /close/i.test(String(headers[at + 1])));
}

function evidenceOf(
  request: LoadRequest,
  url: URL,
  tally: Tally,
  times: { readonly warmUpMs: number; readonly durationMs: number; readonly machine: MachineSeen },
): LoadEvidence {
  const { requests, failed } = tally;
  const waits = waitsOf(tally);
  return {
    // A password or a token in a URL is nobody else's business.
    url: `${url.origin}${url.pathname}`,
    model: 'closed',
    connections: request.connections,
    warmUpMs: Math.round(times.warmUpMs),
    durationMs: Math.round(times.durationMs),
    requests,
    failedShare: requests === 0 ? 0 : failed / requests,
    statuses: Object.fromEntries([...tally.statuses].sort(([one], [other]) => (one < other ? -1 : 1))),
    requestsPerSecond: Math.round((requests / times.durationMs) * 10_000) / 10,
    p50Ms: percentileMs(waits, 50),
    p95Ms: percentileMs(waits, 95),
    p99Ms: percentileMs(waits, 99),
    thresholds: thresholdsOf(request.budget, tally, waits),
    doubts: [
      ...doubtsOf(tally, request),
      ...generatorDoubts({ ...times.machine, ...nothingDue, sameMachine: isThisMachine(url.hostname) }),
    ],
  };
}

// A connection that waits sends nothing, so the longest waits would be the fewest: as wrk does, what it would have sent is filled in.
function waitsOf({ latencies }: Tally): Times {
  const waits = newTimes();
  const usual = percentile(latencies, 0.5);
  for (const latency of latencies) addTimeAndUnsent(waits, latency, usual);
  return waits;
}

function thresholdsOf(budget: LoadBudget, { requests, failed, latencies }: Tally, waits: Times): readonly MeasuredThreshold[] {
  const { p99Ms, failedShare } = budget;
  const common = { operator: '<=', generatorDelay: 0 } as const;
  const p99 = { text: `http_req_duration: p(99)<=${p99Ms}`, unit: 'ms', limit: p99Ms, samples: latencies.length } as const;
  const share = {
    text: `http_req_failed: rate<=${failedShare}`,
    unit: 'share',
    limit: failedShare,
    samples: requests,
    hits: failed,
  } as const;
  return [
    {
      ...common,
      ...p99,
      samplesNeeded: samplesForPercentile(99),
      ...(latencies.length > 0 && { observed: percentileMs(waits, 99) }),
    },
    { ...common, ...share, samplesNeeded: samplesForShare(failedShare), ...(requests > 0 && { observed: failed / requests }) },
  ];
}

function doubtsOf({ requests, statuses, latencies }: Tally, { expectedStatuses }: LoadRequest): readonly LoadDoubt[] {
  if (requests === 0) return [{ because: 'no request was sent or answered', voids: 'all' }];
  const good = expectedStatuses.reduce((sum, status) => sum + (statuses.get(String(status)) ?? 0), 0);
  const refused = refusalDoubts({ requests, statuses: Object.fromEntries(statuses), everExpected: good > 0 });
  if (latencies.length > 0) return refused;
  return [...refused, { because: 'no request got an answer whose time could be taken', voids: 'pass' }];
}

// A closed model has no arrivals that could be late.
const nothingDue = { due: 0, startedInTime: 0, atConnectionLimitMs: 0, stoodStillMs: 0, longestStandstillMs: 0, measuredMs: 0 };
