// A load result as text: what was asked, what came of it, and how far the generator can be trusted.
import { precisionRemark } from './precision.ts';
import { isGeneratorLate, type LoadResult, spreadOf } from './result.ts';

type Times = LoadResult['latency'];

/** Lines for a terminal, at most some 110 columns wide. */
export function summaryText(result: LoadResult): string {
  const { stopped } = result;
  const remark = precisionRemark(result);
  return [
    `${result.scenario}: ${result.url}`,
    `  asked      ${number(result.askedPerSecond)} journeys/s for ${seconds(result.measuredMs)} after ${seconds(result.warmUpMs)} of warm-up (open model)`,
    ...(stopped === undefined ? [] : [`  PARTIAL    the run ended early: ${stopped.because}`]),
    `  requests   ${result.requests}, ${number(result.requestsPerSecond)}/s, ${share(result.failed, result.requests)} failed (${statuses(result)})`,
    `  latency    ${timesText(result.latency)}, from when each request was due`,
    `  service    ${timesText(result.service)}, from when it was sent`,
    ...(result.steps.length > 1 ? stepLines(result) : []),
    `  generator  ${generatorText(result)}`,
    ...(remark === undefined
      ? []
      : [`  INEXACT    ${remark}; a machine with nothing else to do, real-time priority (chrt -r 5), or --precise, measures closer`]),
    ...(result.drift ?? []).map(driftLine),
    ...repeatLines(result),
    ...(result.thresholds.length === 0 ? [] : ['  thresholds', ...result.thresholds.map(thresholdLine)]),
    '',
  ].join('\n');
}

/** One line while a run is going on; fits 80 columns. */
export function progressLine(second: LoadResult['seconds'][number], stage: string, ofSeconds: number): string {
  const failed = second.ended === 0 ? 'no answer' : `${share(second.failed, second.ended)} failed`;
  const [p50, p95, p99] = [second.p50Ms, second.p95Ms, second.p99Ms].map((value) => ms(value).replace(' ms', ''));
  const at = `${Math.min(second.second + 1, ofSeconds)}/${ofSeconds} s ${stage.slice(0, 12)}`;
  return `${at}  ${second.started}/s  p50 ${p50} p95 ${p95} p99 ${p99} ms  ${failed}  ${second.open} open`;
}

function stepLines({ steps }: LoadResult): readonly string[] {
  const names = steps.map(({ name, route }) => (name === route ? route : `${name} (${route})`));
  const width = Math.min(48, Math.max(...names.map((name) => name.length)));
  return steps.map(({ requests, failed, latency }, index) => {
    const name = (names[index] ?? '').slice(0, width).padEnd(width);
    return `    ${name}  ${requests}, ${share(failed, requests)} failed, p95 ${ms(latency.p95Ms)}, p99 ${ms(latency.p99Ms)}`;
  });
}

function generatorText(result: LoadResult): string {
  const { lag, notice, cpuShare, lookedOnShare = 0, machineBusyShare, mostOpen, startedInTimeShare } = result.generator;
  const late = isGeneratorLate(result) ? ' (late: its own delay is a part of the latency)' : '';
  const looking = lookedOnShare === 0 ? '' : ` and ${percent(lookedOnShare)} for being on time`;
  const use = `${percent(cpuShare)} of a processor${looking}, machine ${percent(machineBusyShare)} busy, at most ${mostOpen} open`;
  const noticed = notice === undefined ? '' : `, answers read p50 ${ms(notice.p50Ms)} p99 ${ms(notice.p99Ms)} late at most`;
  return `started ${percent(startedInTimeShare)} in time, lag p50 ${ms(lag.p50Ms)} p99 ${ms(lag.p99Ms)}${late}${noticed}; ${use}`;
}

function driftLine({ what, unit, is, from, to, chance }: NonNullable<LoadResult['drift']>[number]): string {
  return `  drift      ${what} ${is === 'grew' ? 'GREW' : 'steady'}: ${number(from)} to ${number(to)} ${unit} (p ${chance.toFixed(3)})`;
}

function repeatLines({ repeats }: LoadResult): readonly string[] {
  if (repeats === undefined) return [];
  const lines = repeats.figures.map((figure) => {
    const { what, unit, median, least, most } = spreadOf(figure);
    const value = (of: number) => (unit === 'ms' ? ms(of) : unit === 'share' ? percent(of) : number(of));
    return `    ${what}: ${value(median)} (${value(least)} to ${value(most)})`;
  });
  return [`  repeats    ${repeats.runs} runs; every figure is the median of them, and from least to most`, ...lines];
}

function thresholdLine({ text, unit, observed, samples, samplesNeeded }: LoadResult['thresholds'][number]): string {
  if (observed === undefined) return `    ${text}: no samples`;
  const value = unit === 'ms' ? ms(observed) : unit === 'share' ? percent(observed) : number(observed);
  const few = samples < samplesNeeded ? `, too few: it takes ${samplesNeeded}` : '';
  return `    ${text}: was ${value}${unit === 'count' || unit === 'per second' ? '' : ` of ${samples} samples${few}`}`;
}

function statuses({ statuses: all }: LoadResult): string {
  const most = Object.entries(all).sort(([, many], [, more]) => more - many);
  return most.map(([outcome, times]) => `${times} × ${outcome}`).join(', ') || 'none';
}

const timesText = ({ p50Ms, p95Ms, p99Ms, p999Ms, maxMs }: Times) =>
  `p50 ${ms(p50Ms)}  p95 ${ms(p95Ms)}  p99 ${ms(p99Ms)}  p99.9 ${ms(p999Ms)}  max ${ms(maxMs)}`;
const number = (value: number) => String(Math.round(value * 10) / 10);
const ms = (value: number) => `${value < 10 ? number(value) : Math.round(value)} ms`;
const seconds = (value: number) => `${number(value / 1000)} s`;
const percent = (value: number) => `${Math.round(value * 1000) / 10} %`;
const share = (part: number, whole: number) => (whole === 0 ? '0 %' : percent(part / whole));
