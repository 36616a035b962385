// Who arrives next, and with what: the schedule, the turns of the journeys and the rows of the feeds go on together, whichever thread sends what.
import type { LoadPlan, PlannedJourney } from '../scenario/plan.ts';
import type { Value } from '../scenario/template.ts';
import { Schedule, type Stage } from './schedule.ts';
import { inTurnByWeight } from './turns.ts';

/** One journey on its way. */
export interface Walk {
  readonly journey: PlannedJourney;
  readonly variables: Map<string, Value>;
  readonly stage: Stage;
  readonly stageIndex: number;
  readonly dueMs: number;
}
/** Every `of`-th arrival from the `index`-th on. */
export interface Share {
  readonly index: number;
  readonly of: number;
}

const noStage: Stage = { name: '', durationMs: 0, fromPerSecond: 0, toPerSecond: 0, measured: false };

export class Arrivals {
  readonly totalMs: number;
  readonly #plan: Pick<LoadPlan, 'journeys' | 'variables' | 'stages'>;
  readonly #schedule: Schedule;
  readonly #pick: () => PlannedJourney;
  readonly #share: Share;
  #iteration = 0;

  constructor(plan: Pick<LoadPlan, 'stages' | 'journeys' | 'variables' | 'togetherMs'>, share: Share = { index: 0, of: 1 }) {
    this.#plan = plan;
    this.#schedule = new Schedule(plan.stages, plan.togetherMs);
    this.totalMs = this.#schedule.totalMs;
    this.#pick = inTurnByWeight(plan.journeys);
    this.#share = share;
    this.#passOthers();
  }

  /** When the next is due, in milliseconds from the beginning; undefined where nobody comes any more. */
  get nextMs(): number | undefined {
    return this.#schedule.next?.dueMs;
  }

  /** The next, who then is no longer waited for. */
  take(): Walk | undefined {
    const walk = this.#advance();
    this.#passOthers();
    return walk;
  }

  #advance(): Walk | undefined {
    const { next } = this.#schedule;
    if (next === undefined) return undefined;
    this.#iteration += 1;
    const stage = this.#plan.stages[next.stage] ?? noStage;
    const walk = {
      journey: this.#pick(),
      variables: this.#plan.variables(this.#iteration),
      stage,
      stageIndex: next.stage,
      dueMs: next.dueMs,
    };
    this.#schedule.advance();
    return walk;
  }

  #passOthers(): void {
    while (this.#schedule.next !== undefined && this.#iteration % this.#share.of !== this.#share.index) this.#advance();
  }
}
