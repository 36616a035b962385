// Keeps what an open-model run saw: per step and expectedness, per second, and how late the generator itself was.
import type { StepTags } from '../scenario/plan.ts';
import { addTime, encoded, newTimes, percentileMs, type Times } from './histogram.ts';
import type { WireOutcome } from './wire.ts';

export interface Ended {
  /** Milliseconds since the run began. */
  readonly dueMs: number;
  readonly endedMs: number;
  /** Written to a socket; absent where it never was. */
  readonly sentMs?: number;
  /** What the wire saw of it; absent where it never was sent. */
  readonly on?: Pick<WireOutcome, 'waitingMs' | 'sentBytes' | 'receivedBytes'>;
  readonly outcome: string;
  readonly expected: boolean;
  /** In which it was due. */
  readonly stage: string;
}
/** Requests of one step that were due in one stage and ended in one way. */
export interface Part {
  readonly tags: StepTags;
  readonly stage: string;
  readonly outcome: string;
  readonly expected: boolean;
  /** From when it was due to its end. */
  readonly latency: Times;
  /** From when it was written to the socket to its end. */
  readonly service: Times;
  /** From when it was written to the first byte of the answer. */
  readonly waiting: Times;
}
export interface Second {
  readonly second: number;
  readonly started: number;
  readonly ended: number;
  readonly failed: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
  readonly open: number;
  readonly measured: boolean;
  /** Latencies of what ended in it, as an HdrHistogram; absent where nothing did. */
  readonly latencyHistogram?: string;
}

export class Recorder {
  readonly parts: Part[] = [];
  readonly statuses = new Map<string, number>();
  /** From when an arrival was due to when the generator got to it. */
  readonly lag = newTimes();
  /** The most by which answers may have been there before the generator read them. */
  readonly notice = newTimes();
  /** Of whole journeys, from when they were due to the end of their last step. */
  readonly journeys = newTimes();
  sentBytes = 0;
  receivedBytes = 0;
  readonly seconds: Second[] = [];
  iterations = 0;
  /** Arrivals that waited for a connection until their time was out. */
  dropped = 0;
  everExpected = false;
  #second = { latency: newTimes(), started: 0, ended: 0, failed: 0 };
  readonly #byStep = new Map<StepTags, Part[]>();

  started(): void {
    this.#second.started += 1;
  }

  ended(tags: StepTags, seen: Ended, measured: boolean): void {
    this.everExpected ||= seen.expected;
    const latencyMs = seen.endedMs - seen.dueMs;
    this.#second.ended += 1;
    if (!seen.expected) this.#second.failed += 1;
    addTime(this.#second.latency, latencyMs);
    if (!measured) return;
    const part = this.#part(tags, seen);
    addTime(part.latency, latencyMs);
    if (seen.sentMs !== undefined) addTime(part.service, seen.endedMs - seen.sentMs);
    const { waitingMs, sentBytes = 0, receivedBytes = 0 } = seen.on ?? {};
    if (waitingMs !== undefined) addTime(part.waiting, waitingMs);
    this.sentBytes += sentBytes;
    this.receivedBytes += receivedBytes;
    this.statuses.set(seen.outcome, (this.statuses.get(seen.outcome) ?? 0) + 1);
  }

  /** Closes a second of the run. */
  tick(open: number, measured: boolean): Second {
    const { latency, ...counts } = this.#second;
    const second = {
      second: this.seconds.length,
      ...counts,
      p50Ms: percentileMs(latency, 50),
      p95Ms: percentileMs(latency, 95),
      p99Ms: percentileMs(latency, 99),
      open,
      measured,
      ...(counts.ended > 0 && { latencyHistogram: encoded(latency) }),
    };
    this.seconds.push(second);
    this.#second = { latency: newTimes(), started: 0, ended: 0, failed: 0 };
    return second;
  }

  // A step ends in few ways, and mostly as it did before.
  #part(tags: StepTags, { stage, outcome, expected }: Ended): Part {
    const parts = this.#byStep.get(tags) ?? [];
    for (const part of parts) if (part.outcome === outcome && part.stage === stage && part.expected === expected) return part;
    this.#byStep.set(tags, parts);
    const part = { tags, stage, outcome, expected, latency: newTimes(), service: newTimes(), waiting: newTimes() };
    parts.push(part);
    this.parts.push(part);
    return part;
  }
}
