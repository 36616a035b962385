// What a run is told besides its plan, and what it brings back.
import type { Share } from './arrivals.ts';
import type { MachineSeen } from './machine.ts';
import type { Recorder, Second } from './recorder.ts';

export interface DriveOptions {
  readonly signal?: AbortSignal;
  /** Of several threads: every `of`-th arrival from the `index`-th on, all from one moment of the clock that they share. */
  readonly share?: Share & { readonly startNs: bigint };
  /** Never sleeps while something is due or awaited: a processor for being on time. */
  readonly precise?: boolean;
  readonly onSecond?: (second: Second, recorder: Recorder) => void;
  /** Asked once a second; an answer ends the run. */
  readonly stopBecause?: (recorder: Recorder, elapsedMs: number) => string | undefined;
}
export interface Driven {
  readonly recorder: Recorder;
  readonly machine: MachineSeen & {
    /** Of the measured time: event loop and process together, what no timer explains. */
    readonly stoodStillMs: number;
    readonly longestStandstillMs: number;
    /** Processor time that went into never having to wake up. */
    readonly lookedOnMs: number;
  };
  readonly mostOpen: number;
  /** Measured arrivals that were due, and those started before their stage was over. */
  readonly due: number;
  readonly startedInTime: number;
  readonly atConnectionLimitMs: number;
  readonly tookMs: number;
  /** Measured time that went by. */
  readonly measuredMs: number;
  /** Why it ended before its time. */
  readonly stopped?: { readonly because: string; readonly by: 'interrupt' | 'target' | 'threshold' };
}
