// What a load run measured, and the thresholds it is held to.

export interface LoadEvidence {
  /** Without query or credentials. */
  readonly url: string;
  readonly scenario?: string;
  /** Closed: a connection sends its next request when the last was answered. Open: requests are due at a rate, whatever the answers do. */
  readonly model: 'closed' | 'open';
  /** Closed: kept busy. Open: the most that were open at once. */
  readonly connections: number;
  /** Open model: arrivals asked for, over the measured time. */
  readonly askedPerSecond?: number;
  readonly warmUpMs: number;
  readonly durationMs: number;
  readonly requests: number;
  /** Answers outside the expected statuses, timeouts and connection errors, per request. */
  readonly failedShare: number;
  readonly statuses: Readonly<Record<string, number>>;
  readonly requestsPerSecond: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
  readonly thresholds: readonly MeasuredThreshold[];
  readonly doubts: readonly LoadDoubt[];
  /** How exact the figures are, where that is less than wanted. */
  readonly remark?: string;
  /** Each step's own share of it. */
  readonly steps?: readonly LoadStep[];
  /** How it went over time, warm-up and cool-down included. */
  readonly moments?: readonly LoadMoment[];
  /** Milliseconds that a percentage of the measured requests did not exceed, in rising order. */
  readonly percentiles?: readonly { readonly percentile: number; readonly ms: number }[];
  /** Where it was run several times: the figures are medians, and lay so far apart. */
  readonly repeats?: { readonly runs: number; readonly figures: readonly LoadSpread[] };
  /** Why it ended before its time. */
  readonly stoppedBecause?: string;
  /** Of an engine that times a request from when it was sent, so that waiting before it is in no figure. */
  readonly timedFromSent?: true;
  /** More than one where so many engines sent it and only their own percentiles are known: the highest stands for all, which that of all requests is not above. */
  readonly engines?: number;
}

export interface LoadSpread {
  readonly what: string;
  readonly unit: MeasuredThreshold['unit'];
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

export interface LoadStep {
  readonly name: string;
  readonly route: string;
  readonly requests: number;
  readonly failed: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
}

/** A second of a run, or some that are told together. */
export interface LoadMoment {
  /** Since the run began. */
  readonly atMs: number;
  readonly lastsMs: number;
  readonly ended: number;
  readonly failed: number;
  /** Absent where nothing ended. */
  readonly p50Ms?: number;
  readonly p95Ms?: number;
  readonly p99Ms?: number;
  /** False for a warm-up or a cool-down. */
  readonly measured: boolean;
}

export type ThresholdOperator = '<' | '<=' | '>' | '>=' | '==' | '!=';

export interface MeasuredThreshold {
  /** As k6 writes it: `http_req_duration{route:GET /}: p(95)<300`. */
  readonly text: string;
  /** Times are in milliseconds, shares from 0 to 1, rates per second. */
  readonly unit: 'ms' | 'share' | 'count' | 'per second';
  readonly operator: ThresholdOperator;
  readonly limit: number;
  /** Absent where there was nothing to measure. */
  readonly observed?: number;
  /** Where only that can be said of it: the least and the most that it may be. `observed` is the most. */
  readonly between?: { readonly least: number; readonly most: number };
  /** The most that the generator's own lateness may have added to `observed`. */
  readonly generatorDelay: number;
  readonly samples: number;
  /** Fewer can't carry this threshold. */
  readonly samplesNeeded: number;
  /** Of a share: how many samples it counts. */
  readonly hits?: number;
  /** What the judges say of it by itself. */
  readonly judged?: { readonly verdict: 'pass' | 'fail' | 'inconclusive'; readonly because: string };
}

/** Why figures can't carry a verdict, and which: `all`, only a `pass` (less load than asked), or only `slowness` (the generator may be what was slow). */
export interface LoadDoubt {
  readonly because: string;
  readonly voids: 'all' | 'pass' | 'slowness';
}
