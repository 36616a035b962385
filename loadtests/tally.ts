// Counts what a load run saw, request by request, and turns it into figures. Alone knows how a request that never got its answer counts.

export interface Tally {
  readonly requests: number;
  readonly failed: number;
  readonly connectionFailures: number;
  readonly statuses: ReadonlyMap<string, number>;
  /** Sorted, in milliseconds. */
  readonly latencies: Float64Array;
}
/** One connection of the generator, told what happens on it. */
export interface ConnectionTally {
  sent(): void;
  /** The server said that this connection ends with the answer under way. */
  closing(): void;
  answered(status: number): void;
  broken(): void;
}
export interface TallyOptions {
  readonly timeoutMs: number;
  readonly expects: (status: number) => boolean;
  /** Requests still open for longer than this at the end are part of the figures. */
  readonly slowMs: number;
  /** Milliseconds of a clock that only goes forward. */
  readonly now: () => number;
}

interface Open {
  readonly since: number;
  /** Sent on a connection that the server had already declared closed: what becomes of it is not the server's fault. */
  readonly afterClose: boolean;
}

/** What all connections of one run write into; `end` closes it and may be called once. */
export interface RunTally {
  readonly connection: () => ConnectionTally;
  readonly connectionFailures: () => number;
  readonly end: () => Tally;
}

export function startTally(options: TallyOptions): RunTally {
  const counts: Counts = { statuses: new Map(), latencies: new Samples(), failed: 0, connectionFailures: 0 };
  const connections: Connection[] = [];
  return {
    connection() {
      const connection = new Connection(options, counts);
      connections.push(connection);
      return connection;
    },
    connectionFailures: () => counts.connectionFailures,
    end() {
      for (const connection of connections) connection.endOfRun();
      const requests = [...counts.statuses.values()].reduce((sum, each) => sum + each, 0);
      return { ...counts, requests, latencies: counts.latencies.sorted() };
    },
  };
}

interface Counts {
  readonly statuses: Map<string, number>;
  readonly latencies: Samples;
  failed: number;
  connectionFailures: number;
}

class Connection implements ConnectionTally {
  readonly #options: TallyOptions;
  readonly #counts: Counts;
  #open: Open | undefined;
  #serverCloses = false;

  constructor(options: TallyOptions, counts: Counts) {
    this.#options = options;
    this.#counts = counts;
  }

  sent(): void {
    this.#giveUp();
    this.#open = { since: this.#options.now(), afterClose: this.#serverCloses };
    this.#serverCloses = false;
  }

  closing(): void {
    this.#serverCloses = true;
  }

  answered(status: number): void {
    const open = this.#open;
    this.#open = undefined;
    if (open === undefined || open.afterClose) return;
    this.#counts.latencies.add(this.#waited(open));
    this.#count(String(status), !this.#options.expects(status));
  }

  broken(): void {
    if (this.#open?.afterClose !== true) this.#breakOff();
    this.#open = undefined;
    this.#serverCloses = false;
  }

  /** Who is still waiting is slow, and not yet failed. */
  endOfRun(): void {
    const open = this.#open;
    if (open === undefined || open.afterClose || this.#waited(open) <= this.#options.slowMs) return;
    this.#count('unanswered at the end', false);
    this.#counts.latencies.add(this.#waited(open));
  }

  // Whoever sends anew on a connection gave up on what was open there.
  #giveUp(): void {
    const open = this.#open;
    if (open === undefined || open.afterClose) return;
    const waitedMs = this.#waited(open);
    if (waitedMs < this.#options.timeoutMs * 0.95) return this.#breakOff();
    this.#counts.latencies.add(waitedMs);
    this.#count('timeout', true);
  }

  #breakOff(): void {
    this.#counts.connectionFailures += 1;
    this.#count('connection failed', true);
  }

  #count(outcome: string, failed: boolean): void {
    this.#counts.statuses.set(outcome, (this.#counts.statuses.get(outcome) ?? 0) + 1);
    if (failed) this.#counts.failed += 1;
  }

  #waited(open: Open): number {
    return this.#options.now() - open.since;
  }
}

/** The value that a share of the samples does not exceed (nearest rank); 0 where there are none. */
export function percentile(sorted: Float64Array, share: number): number {
  const rank = Math.max(1, Math.ceil(sorted.length * share));
  return sorted[rank - 1] ?? 0;
}

/** Numbers in a buffer that doubles: a minute at full speed is millions of them. */
class Samples {
  #values = new Float64Array(4096);
  #size = 0;

  add(value: number): void {
    if (this.#size === this.#values.length) {
      const larger = new Float64Array(this.#size * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#size] = value;
    this.#size += 1;
  }

  sorted(): Float64Array {
    return this.#values.slice(0, this.#size).sort();
  }
}
