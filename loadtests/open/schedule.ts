// When each arrival is due: arrivals per second that stay or ramp, stage after stage. Alone knows the arithmetic; it never looks at a clock.

export interface Stage {
  readonly name: string;
  readonly durationMs: number;
  /** Arrivals per second at its start and its end. */
  readonly fromPerSecond: number;
  readonly toPerSecond: number;
  /** False for a warm-up or a cool-down: traffic that no figure contains. */
  readonly measured: boolean;
}
export interface Arrival {
  readonly dueMs: number;
  readonly stage: number;
}

/** Arrivals from the first to the last, in order of time; each is asked for once. */
export class Schedule {
  readonly stages: readonly Stage[];
  readonly totalMs: number;
  readonly #startsMs: readonly number[];
  #stage = 0;
  #inStage = 0;
  // The part of an arrival that the stages before left over: a boundary must neither lose nor add one.
  #carried = 0;
  #next: Arrival | undefined;
  readonly #togetherMs: number;

  /** What comes within the same `togetherMs` is due together, when they are over; each by itself where it is 0. */
  constructor(stages: readonly Stage[], togetherMs = 0) {
    this.stages = stages;
    this.#togetherMs = togetherMs;
    let at = 0;
    this.#startsMs = stages.map(({ durationMs }) => {
      at += durationMs;
      return at - durationMs;
    });
    this.totalMs = at;
    this.#next = this.#compute();
  }

  /** The arrival that comes next, undefined when there are no more. */
  get next(): Arrival | undefined {
    return this.#next;
  }

  advance(): void {
    this.#inStage += 1;
    this.#next = this.#compute();
  }

  #together(dueMs: number): number {
    const each = this.#togetherMs;
    return each > 0 ? Math.ceil(dueMs / each) * each : dueMs;
  }

  #compute(): Arrival | undefined {
    for (;;) {
      const stage = this.stages[this.#stage];
      if (stage === undefined) return undefined;
      const inStageMs = timeOf(this.#inStage + this.#carried, stage);
      if (inStageMs !== undefined && inStageMs < stage.durationMs) {
        return { dueMs: this.#together((this.#startsMs[this.#stage] ?? 0) + inStageMs), stage: this.#stage };
      }
      this.#carried = Math.max(0, this.#inStage + this.#carried - arrivalsIn(stage));
      this.#inStage = 0;
      this.#stage += 1;
    }
  }
}

/** Arrivals that a stage asks for; not always a whole number. */
export function arrivalsIn({ durationMs, fromPerSecond, toPerSecond }: Stage): number {
  return ((fromPerSecond + toPerSecond) / 2) * (durationMs / 1000);
}

// The time t at which from·t + (to − from)·t²/2T arrivals have come; undefined where the stage never gets that far.
function timeOf(arrivals: number, { durationMs, fromPerSecond, toPerSecond }: Stage): number | undefined {
  const from = fromPerSecond / 1000;
  const slope = (toPerSecond - fromPerSecond) / 1000 / durationMs;
  if (arrivals === 0) return from > 0 || slope > 0 ? 0 : undefined;
  if (slope === 0) return from > 0 ? arrivals / from : undefined;
  const square = from * from + 2 * slope * arrivals;
  if (square < 0) return undefined;
  return (2 * arrivals) / (from + Math.sqrt(square));
}
