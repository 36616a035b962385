// Asks the target for its own metrics while a soak is going on, and says afterwards what drifted.

import type { Ask } from '../open/wire.ts';
import { type Drift, driftOf, type Series, shortestMs } from './drift.ts';
import { readMetrics, type TargetMetrics } from './metrics.ts';

export interface Watched {
  readonly atMs: number;
  readonly metrics: TargetMetrics;
}
export interface MetricsWatch {
  readonly end: () => readonly Watched[];
}

const everyMs = 2_000;
const answersWithinMs = 1_500;

/** Reads `/metrics` of the target every two seconds, for as long as it has any; nothing for a run too short to drift. */
export function watchMetrics(target: URL, lastsMs: number, ask: Ask = fetch): MetricsWatch {
  const watched: Watched[] = [];
  if (lastsMs < shortestMs) return { end: () => watched };
  const url = new URL('/metrics', target);
  const started = performance.now();
  const timer = setInterval(() => void look(), everyMs);
  const look = async () => {
    const atMs = performance.now() - started;
    const metrics = await metricsAt(url, ask);
    if (metrics === undefined) return;
    if (Object.keys(metrics).length > 0) watched.push({ atMs, metrics });
    else clearInterval(timer);
  };
  return {
    end() {
      clearInterval(timer);
      return watched;
    },
  };
}

// Undefined where nobody answers: a target under load may be late once.
async function metricsAt(url: URL, ask: Ask): Promise<TargetMetrics | undefined> {
  try {
    const response = await ask(url, { signal: AbortSignal.timeout(answersWithinMs), redirect: 'error' });
    return response.ok ? readMetrics(await response.text()) : {};
  } catch {
    return undefined;
  }
}

interface Timed {
  readonly seconds: readonly { readonly second: number; readonly ended: number; readonly p50Ms: number; readonly measured: boolean }[];
}

/** Each series of the run and whether it grew. */
export function driftsOf(watched: readonly Watched[], { seconds }: Timed): readonly Drift[] {
  const megabytes = 1 / 1_048_576;
  const of = (name: keyof TargetMetrics, scale: number) =>
    watched.flatMap(({ atMs, metrics }) => (metrics[name] === undefined ? [] : [{ atMs, value: metrics[name] * scale }]));
  const answered = seconds.filter(({ ended, measured }) => measured && ended > 0);
  const all: readonly Series[] = [
    { what: 'memory', unit: 'MB', points: of('memoryBytes', megabytes) },
    { what: 'heap', unit: 'MB', points: of('heapBytes', megabytes) },
    { what: 'event-loop delay', unit: 'ms', points: of('loopDelayMs', 1) },
    { what: 'median latency', unit: 'ms', points: answered.map(({ second, p50Ms }) => ({ atMs: second * 1000, value: p50Ms })) },
  ];
  return all
    .filter(({ points }) => points.length > 0)
    .map(driftOf)
    .filter((drift) => drift.is !== 'too short to tell');
}
