// What a load run measured against its budget.

export interface LoadEvidence {
  readonly url: string;
  readonly model: 'closed' | 'open';
  readonly connections: number;
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
  readonly budget: LoadBudget;
  /** Why the figures can't carry a verdict. */
  readonly invalid?: string;
}
export interface LoadBudget {
  readonly p99Ms: number;
  readonly failedShare: number;
}
