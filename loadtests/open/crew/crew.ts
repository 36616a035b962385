// One run on several threads: the schedule is split exactly, what they saw is merged, and it ends for all where it ends for one.
import { Worker } from 'node:worker_threads';
import type { LoadPlan } from '../../scenario/plan.ts';
import type { Driven, DriveOptions } from '../driven.ts';
import type { Second } from '../recorder.ts';
import { StageClock } from '../stage-clock.ts';
import { type DrivenText, mergedDriven, mergedRecorder, mergedSecond, type RecorderText } from './handover.ts';
import type { FromThread, Source, Stop, Task, ToThread } from './told.ts';

// All threads have heard of the beginning by then.
const untilStartNs = 200_000_000n;
const own = import.meta.url.endsWith('.ts') ? './thread.ts' : './thread.js';

/** Drives the plan that `source` describes on `threads` threads; rejects where one of them can't. */
export function driveOnThreads(plan: LoadPlan, source: Source, threads: number, options: DriveOptions = {}): Promise<Driven> {
  return new Crew(plan, options, threads).run(source);
}

class Crew {
  readonly #plan: LoadPlan;
  readonly #options: DriveOptions;
  readonly #threads: number;
  readonly #tellsAll: boolean;
  readonly #measuredUntil: (ms: number) => number;
  readonly #workers: Worker[] = [];
  readonly #ended: DrivenText[] = [];
  readonly #seconds: { readonly second: Second; readonly recorder: RecorderText | undefined }[][] = [];
  #readyThreads = 0;
  #stopped: Stop | undefined;

  constructor(plan: LoadPlan, options: DriveOptions, threads: number) {
    this.#plan = plan;
    this.#options = options;
    this.#threads = threads;
    this.#tellsAll = options.stopBecause !== undefined && plan.thresholds.some(({ abortOnFail }) => abortOnFail);
    const clock = new StageClock(plan.stages);
    this.#measuredUntil = (ms) => clock.measuredUntil(ms);
  }

  run(source: Source): Promise<Driven> {
    // The environment of a process is no plain object, and only those are handed over.
    const { folder, environment } = source.place;
    const copied = { ...source, place: { folder, environment: { ...environment } } };
    const shared = this.#plan.shared?.() ?? { run: '', feeds: new Map(), users: [] };
    const interrupt = () => this.#stop({ because: 'it was interrupted', by: 'interrupt' });
    this.#options.signal?.addEventListener('abort', interrupt, { once: true });
    return new Promise<Driven>((resolve, reject) => {
      const failed = (thrown: unknown) => {
        for (const worker of this.#workers) void worker.terminate();
        reject(thrown);
      };
      for (let index = 0; index < this.#threads; index += 1) {
        const task: Task = { source: copied, shared, index, of: this.#threads, tellsAll: this.#tellsAll };
        const worker = new Worker(new URL(own, import.meta.url), { workerData: task });
        this.#workers.push(worker);
        worker.on('error', failed);
        worker.on('message', (told: FromThread) => {
          if (told.kind === 'problem') return failed(new Error(told.problem));
          if (told.kind === 'ready') return this.#ready();
          if (told.kind === 'second') return this.#second(told);
          if (told.kind === 'renew') return void this.#renew(worker, told);
          this.#plan.goOn?.(told.given);
          this.#end(told.driven);
          if (this.#ended.length === this.#threads) resolve(mergedDriven(this.#ended, this.#stopped));
        });
      }
      if (this.#options.signal?.aborted) interrupt();
    }).finally(() => this.#options.signal?.removeEventListener('abort', interrupt));
  }

  #ready(): void {
    this.#readyThreads += 1;
    if (this.#readyThreads === this.#threads) this.#tell({ startNs: process.hrtime.bigint() + untilStartNs });
  }

  #tell(what: ToThread): void {
    for (const worker of this.#workers) worker.postMessage(what);
  }

  // A token is renewed once for all threads: with a refresh token that is good once, the second would be locked out.
  async #renew(worker: Worker, { id, user, stale }: Extract<FromThread, { kind: 'renew' }>): Promise<void> {
    const kept = await this.#plan.sessions?.renewFor(user, stale);
    const answer: ToThread = { renewed: id, kept };
    worker.postMessage(answer);
  }

  #end(driven: DrivenText): void {
    this.#ended.push(driven);
    // One that was told to stop says that it was interrupted.
    if (driven.stopped !== undefined) this.#stop(driven.stopped);
  }

  #stop(stop: Stop): void {
    if (this.#stopped !== undefined) return;
    this.#stopped = stop;
    this.#tell('stop');
  }

  #second({ second, recorder }: Extract<FromThread, { kind: 'second' }>): void {
    const all = this.#seconds[second.second] ?? [];
    this.#seconds[second.second] = all;
    all.push({ second, recorder });
    if (all.length < this.#threads) return;
    this.#seconds[second.second] = [];
    const seen = mergedRecorder(all.flatMap((each) => each.recorder ?? []));
    this.#options.onSecond?.(mergedSecond(all.map((each) => each.second)), seen);
    if (!this.#tellsAll) return;
    const because = this.#options.stopBecause?.(seen, this.#measuredUntil((second.second + 1) * 1000));
    if (because !== undefined) this.#stop({ because, by: 'threshold' });
  }
}
