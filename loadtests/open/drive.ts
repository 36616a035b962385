// Drives a plan: what is due is started, whatever became of what was started before. Latency counts from when a request was due.
import type { LoadPlan } from '../scenario/plan.ts';
import { Arrivals, type Walk } from './arrivals.ts';
import type { Driven, DriveOptions } from './driven.ts';
import { addTime } from './histogram.ts';
import { type MachineWatch, watchMachine } from './machine.ts';
import { openWire } from './open-wire.ts';
import { Patience } from './patience.ts';
import { Pauses, type Wait, waitFor } from './pause.ts';
import { Presence } from './presence.ts';
import { type Ended, Recorder } from './recorder.ts';
import { sendRenewing } from './renewing.ts';
import { StageClock } from './stage-clock.ts';
import { extractInto } from './value-at.ts';
import type { Wire, WireOutcome } from './wire.ts';

const graceMs = 30_000;
const startToleranceMs = 50; // Timers are no better: it still belongs to its stage.

/** Runs the plan to its end, or to where it is stopped; what was measured until then is kept. */
export function drive(plan: LoadPlan, options: DriveOptions = {}): Promise<Driven> {
  return new Drive(plan, options).run();
}

class Drive {
  readonly #plan: LoadPlan;
  readonly #options: DriveOptions;
  readonly #arrivals: Arrivals;
  readonly #wire: Wire;
  readonly #recorder = new Recorder();
  readonly #stages: StageClock;
  readonly #patience = new Patience();
  readonly #presence = new Presence();
  readonly #pauses = new Pauses();
  #watch: MachineWatch | undefined;
  #open = 0;
  #mostOpen = 0;
  #thinking = 0;
  #due = 0;
  #startedInTime = 0;
  #atLimitMs = 0;
  #lastTickMs = 0;
  // Until then every connection was taken: who waited for one did not wait for the generator.
  #freedMs = 0;
  #startedAt = 0;
  #startedSome = false;
  #stopped: Driven['stopped'];

  constructor(plan: LoadPlan, options: DriveOptions) {
    this.#plan = plan;
    this.#options = options;
    this.#arrivals = new Arrivals(plan, options.share);
    this.#wire = openWire({ ...plan, origin: plan.url.origin });
    this.#stages = new StageClock(plan.stages);
  }

  async run(): Promise<Driven> {
    const { share } = this.#options;
    const inMs = share === undefined ? 0 : Number(share.startNs - process.hrtime.bigint()) / 1e6;
    this.#startedAt = performance.now() + inMs;
    if (inMs > 1) await new Promise((resolve) => setTimeout(resolve, inMs - 1));
    await this.#pauses.between(() => (this.#tick() ? undefined : this.#untilNext()));
    const tookMs = this.#now();
    this.#recorder.tick(this.#open, this.#stages.measuredAt(tookMs));
    const { totalMs, longestMs, lookedOnMs } = this.#pauses.take();
    const machine = (this.#watch ?? watchMachine()).end(lookedOnMs);
    await this.#wire.close();
    return {
      recorder: this.#recorder,
      machine: { ...machine, stoodStillMs: totalMs, longestStandstillMs: longestMs, lookedOnMs },
      ...{ due: this.#due, startedInTime: this.#startedInTime, atConnectionLimitMs: this.#atLimitMs, mostOpen: this.#mostOpen },
      ...{ tookMs, measuredMs: this.#stages.measuredUntil(this.#stopped === undefined ? Infinity : tookMs) },
      ...(this.#stopped !== undefined && { stopped: this.#stopped }),
    };
  }

  /** True when the run is over. */
  #tick(): boolean {
    const now = this.#now();
    if (this.#open >= this.#plan.connections) this.#atLimitMs += now - this.#lastTickMs;
    this.#lastTickMs = now;
    if (this.#watch === undefined && this.#stages.measuredAt(now)) {
      this.#watch = watchMachine();
      this.#pauses.take();
    }
    this.#startDue();
    this.#patience.giveUpLate(this.#now());
    while (now >= (this.#recorder.seconds.length + 1) * 1000) this.#everySecond();
    if (this.#options.signal?.aborted) this.#stopped ??= { because: 'it was interrupted', by: 'interrupt' };
    if (this.#stopped !== undefined) return true;
    if (this.#arrivals.nextMs !== undefined) return false;
    return (this.#open === 0 && this.#thinking === 0) || now > this.#arrivals.totalMs + this.#plan.timeoutMs + graceMs;
  }

  #untilNext(): Wait {
    const { nextMs } = this.#arrivals;
    return waitFor(nextMs === undefined ? undefined : nextMs - this.#now(), {
      arrivalsAreThick: this.#startedSome,
      isFull: this.#open >= this.#plan.connections,
      isQuiet: this.#open + this.#thinking === 0,
      isPrecise: this.#options.precise === true && this.#pauses.looking.isGood,
    });
  }

  #startDue(): void {
    this.#startedSome = false;
    for (let dueMs = this.#arrivals.nextMs; dueMs !== undefined && dueMs <= this.#now(); dueMs = this.#arrivals.nextMs) {
      const tooLate = dueMs + this.#plan.timeoutMs <= this.#now();
      if (!tooLate && this.#open >= this.#plan.connections) return;
      const walk = this.#arrivals.take();
      if (walk === undefined) return;
      this.#startedSome = true;
      if (walk.stage.measured) {
        this.#due += 1;
        this.#recorder.iterations += 1;
      }
      if (tooLate) this.#drop(walk);
      else this.#start(walk);
    }
  }

  #start(walk: Walk): void {
    if (walk.stage.measured && this.#now() <= this.#stages.endMs(walk.stageIndex) + startToleranceMs) this.#startedInTime += 1;
    this.#step(walk, 0, walk.dueMs);
  }

  // Whoever waited for a connection until the time was out has gone away, and never got an answer.
  #drop({ journey, stage, dueMs }: Walk): void {
    const [step] = journey.steps;
    if (step === undefined) return;
    if (stage.measured) this.#recorder.dropped += 1;
    this.#recorder.ended(
      step.tags,
      { dueMs, endedMs: this.#now(), outcome: 'timeout', expected: false, stage: stage.name },
      stage.measured,
    );
  }

  #step(walk: Walk, index: number, dueMs: number): void {
    const step = walk.journey.steps[index];
    if (step === undefined) return;
    if (walk.stage.measured) addTime(this.#recorder.lag, this.#now() - Math.max(dueMs, this.#freedMs));
    this.#recorder.started();
    this.#pauses.worked();
    this.#open += 1;
    this.#mostOpen = Math.max(this.#mostOpen, this.#open);
    const sending = { step, variables: walk.variables, sessions: this.#plan.sessions };
    const call = sendRenewing(this.#wire, sending, (outcome) => this.#ended(walk, index, dueMs, outcome));
    this.#patience.add(call, dueMs + this.#plan.timeoutMs);
  }

  #ended(walk: Walk, index: number, dueMs: number, on: WireOutcome): void {
    const { status, problem, body, sentMs } = on;
    const wasFull = this.#open >= this.#plan.connections;
    this.#open -= 1;
    const step = walk.journey.steps[index];
    if (step === undefined || this.#stopped !== undefined) return;
    const endedMs = this.#now();
    this.#pauses.worked();
    if (walk.stage.measured) addTime(this.#recorder.notice, this.#pauses.noticedLateMs(endedMs + this.#startedAt));
    this.#presence.note(problem !== 'connection failed', endedMs);
    const found = status !== undefined && step.expects(status) ? extractInto(walk.variables, step.extract, body) : undefined;
    const expected = found === true;
    const outcome = found === false ? `${status} without what was looked for` : (problem ?? String(status));
    const sent = sentMs === undefined ? undefined : { sentMs: sentMs - this.#startedAt };
    const seen: Ended = { dueMs, endedMs, outcome, expected, on, stage: walk.stage.name, ...sent };
    this.#recorder.ended(step.tags, seen, walk.stage.measured);
    if (expected && index + 1 < walk.journey.steps.length) this.#thenStep(walk, index + 1, endedMs + step.thinkMs);
    else if (walk.stage.measured) addTime(this.#recorder.journeys, endedMs - walk.dueMs);
    if (!wasFull) return;
    this.#freedMs = endedMs;
    this.#startDue();
  }

  #thenStep(walk: Walk, index: number, dueMs: number): void {
    const waitMs = dueMs - this.#now();
    if (waitMs < 1) return this.#step(walk, index, dueMs);
    this.#thinking += 1;
    setTimeout(() => {
      this.#thinking -= 1;
      if (this.#stopped === undefined) this.#step(walk, index, dueMs);
    }, waitMs).unref();
  }

  #everySecond(): void {
    this.#watch?.look();
    const elapsedMs = this.#recorder.seconds.length * 1000;
    const second = this.#recorder.tick(this.#open, this.#stages.measuredAt(elapsedMs));
    this.#options.onSecond?.(second, this.#recorder);
    const because = this.#options.stopBecause?.(this.#recorder, this.#stages.measuredUntil(elapsedMs + 1000));
    if (because !== undefined) this.#stopped ??= { because, by: 'threshold' };
    if (this.#presence.isGone(elapsedMs + 1000)) {
      this.#stopped ??= { because: `nothing answers at ${this.#plan.url.host} any more`, by: 'target' };
    }
  }

  #now(): number {
    return performance.now() - this.#startedAt;
  }
}
