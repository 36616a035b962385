// What several threads saw, made one: counts are added, histograms merged, and nothing is averaged.
import type { Driven } from '../driven.ts';
import { decoded, encoded, merged, percentileMs } from '../histogram.ts';
import { type Part, Recorder, type Second } from '../recorder.ts';

type PartText = Omit<Part, 'latency' | 'service' | 'waiting'> & Readonly<Record<'latency' | 'service' | 'waiting', string>>;
/** A recorder as text and numbers, which a thread can hand over. */
export interface RecorderText {
  readonly parts: readonly PartText[];
  readonly statuses: readonly (readonly [string, number])[];
  readonly lag: string;
  readonly notice: string;
  readonly journeys: string;
  readonly sentBytes: number;
  readonly receivedBytes: number;
  readonly seconds: readonly Second[];
  readonly iterations: number;
  readonly dropped: number;
  readonly everExpected: boolean;
}
export type DrivenText = Omit<Driven, 'recorder'> & { readonly recorder: RecorderText };

export function recorderText(recorder: Recorder): RecorderText {
  const { iterations, dropped, everExpected, seconds, sentBytes, receivedBytes } = recorder;
  const parts = recorder.parts.map(({ latency, service, waiting, ...part }) => ({
    ...part,
    ...{ latency: encoded(latency), service: encoded(service), waiting: encoded(waiting) },
  }));
  const times = { lag: encoded(recorder.lag), notice: encoded(recorder.notice), journeys: encoded(recorder.journeys) };
  return { parts, statuses: [...recorder.statuses], ...times, seconds, iterations, dropped, everExpected, sentBytes, receivedBytes };
}

export function mergedRecorder(texts: readonly RecorderText[]): Recorder {
  const all = new Recorder();
  const byKey = new Map<string, Part>();
  const tagsByKey = new Map<string, Part['tags']>();
  for (const { latency, service, waiting, ...part } of texts.flatMap(({ parts }) => parts)) {
    const key = JSON.stringify(part);
    const known = byKey.get(key);
    if (known !== undefined) {
      known.latency.add(decoded(latency));
      known.service.add(decoded(service));
      known.waiting.add(decoded(waiting));
      continue;
    }
    // Steps are told apart by the object that names them.
    const step = JSON.stringify(part.tags);
    const tags = tagsByKey.get(step) ?? part.tags;
    tagsByKey.set(step, tags);
    // What was read grows no more: only what is new takes whatever is added.
    const own = (text: string) => merged([decoded(text)]);
    const first = { ...part, tags, latency: own(latency), service: own(service), waiting: own(waiting) };
    byKey.set(key, first);
    all.parts.push(first);
  }
  for (const { statuses, lag, notice, journeys, iterations, dropped, everExpected, sentBytes, receivedBytes } of texts) {
    for (const [outcome, count] of statuses) all.statuses.set(outcome, (all.statuses.get(outcome) ?? 0) + count);
    all.lag.add(decoded(lag));
    all.notice.add(decoded(notice));
    all.journeys.add(decoded(journeys));
    all.sentBytes += sentBytes;
    all.receivedBytes += receivedBytes;
    all.iterations += iterations;
    all.dropped += dropped;
    all.everExpected ||= everExpected;
  }
  const longest = Math.max(0, ...texts.map(({ seconds }) => seconds.length));
  for (let at = 0; at < longest; at += 1) all.seconds.push(mergedSecond(texts.flatMap(({ seconds }) => seconds[at] ?? [])));
  return all;
}

/** The same second as several threads saw it. */
export function mergedSecond(seconds: readonly Second[]): Second {
  const times = merged(seconds.flatMap(({ latencyHistogram }) => (latencyHistogram === undefined ? [] : [decoded(latencyHistogram)])));
  const sum = (of: 'started' | 'ended' | 'failed' | 'open') => seconds.reduce((all, second) => all + second[of], 0);
  return {
    second: seconds[0]?.second ?? 0,
    started: sum('started'),
    ended: sum('ended'),
    failed: sum('failed'),
    p50Ms: percentileMs(times, 50),
    p95Ms: percentileMs(times, 95),
    p99Ms: percentileMs(times, 99),
    open: sum('open'),
    measured: seconds.some(({ measured }) => measured),
    ...(times.totalCount > 0 && { latencyHistogram: encoded(times) }),
  };
}

/** The whole run of threads that each drove their share of it. */
export function mergedDriven(all: readonly DrivenText[], stopped: Driven['stopped']): Driven {
  const sum = (of: 'mostOpen' | 'due' | 'startedInTime') => all.reduce((total, each) => total + each[of], 0);
  const most = (of: 'atConnectionLimitMs' | 'tookMs' | 'measuredMs') => Math.max(0, ...all.map((each) => each[of]));
  const ofMachine = (of: keyof Driven['machine']) => Math.max(0, ...all.map(({ machine }) => machine[of]));
  return {
    recorder: mergedRecorder(all.map(({ recorder }) => recorder)),
    machine: {
      // Each saw what the whole process used.
      cpuShare: ofMachine('cpuShare') / Math.max(1, all.length),
      machineBusyShare: ofMachine('machineBusyShare'),
      clockJumpMs: ofMachine('clockJumpMs'),
      stoodStillMs: ofMachine('stoodStillMs'),
      longestStandstillMs: ofMachine('longestStandstillMs'),
      lookedOnMs: ofMachine('lookedOnMs'),
    },
    ...{ mostOpen: sum('mostOpen'), due: sum('due'), startedInTime: sum('startedInTime') },
    ...{ atConnectionLimitMs: most('atConnectionLimitMs'), tookMs: most('tookMs'), measuredMs: most('measuredMs') },
    ...(stopped !== undefined && { stopped }),
  };
}
