// What a load run measured, for a terminal: figures, each threshold, each step.
import type { ChalkInstance } from 'chalk';
import { cleaned } from './clean.ts';
import type { RenderOptions } from './render-options.ts';
import type { Report, ReportLoad } from './report.ts';
import { flow } from './text-lines.ts';

/** Lines of the section on load; none where no load run was made. */
export function loadLines({ load }: Report, { colour, width }: RenderOptions): readonly string[] {
  if (load === undefined) return [];
  const asked = load.askedPerSecond === undefined ? '' : `, ${figure(load.askedPerSecond)} journeys a second asked for`;
  const how =
    load.timedFromSent === true
      ? 'timed from when each was sent'
      : load.model === 'open'
        ? 'timed from when each was due'
        : `${load.connections} connections kept busy`;
  const { engines = 1 } = load;
  const atMost = engines > 1 ? 'at most ' : '';
  const told = [
    load.scenario === undefined ? [] : [`${load.scenario}:`],
    [`${load.requests} requests in ${figure(load.durationMs / 1000)} s, ${figure(load.requestsPerSecond)} per second${asked}; ${how}.`],
    [`p50 ${atMost}${ms(load.p50Ms)}, p95 ${atMost}${ms(load.p95Ms)}, p99 ${atMost}${ms(load.p99Ms)}; ${share(load.failedShare)} failed.`],
    engines > 1 ? [`Percentiles are the highest of ${engines} engines.`] : [],
  ].flat();
  const partial = load.stoppedBecause === undefined ? [] : flow('  PARTIAL:', cleaned(load.stoppedBecause), 4, width);
  return [
    ...flow('  ', cleaned(told.join(' ')), 2, width),
    ...partial,
    ...load.thresholds.flatMap((threshold) => thresholdLines(threshold, { colour, width })),
    ...(load.steps ?? []).flatMap((step) => stepLines(step, width)),
    ...repeatLines(load, width),
  ];
}

function thresholdLines(
  { text, unit, observed, between, judged }: ReportLoad['thresholds'][number],
  { colour, width }: { readonly colour: ChalkInstance; readonly width: number },
): readonly string[] {
  const was =
    observed === undefined
      ? 'no figure'
      : between === undefined || between.least === between.most
        ? amount(observed, unit)
        : `between ${amount(between.least, unit)} and ${amount(between.most, unit)}`;
  const symbol =
    judged === undefined ? '·' : { pass: colour.green('✓'), fail: colour.red('✗'), inconclusive: colour.yellow('?') }[judged.verdict];
  return flow(`  ${symbol}`, cleaned(`${text}: ${was}`), 4, width);
}

function stepLines(
  { name, route, requests, failed, p95Ms, p99Ms }: NonNullable<ReportLoad['steps']>[number],
  width: number,
): readonly string[] {
  const where = name === route ? name : `${name} (${route})`;
  const lost = requests === 0 ? '' : `, ${share(failed / requests)} failed`;
  return flow('    ', cleaned(`${where}: ${requests} requests${lost}, p95 ${ms(p95Ms)}, p99 ${ms(p99Ms)}`), 6, width);
}

function repeatLines({ repeats }: ReportLoad, width: number): readonly string[] {
  if (repeats === undefined) return [];
  const lines = repeats.figures.flatMap(({ what, unit, median, least, most }) => {
    const spread = `${what}: ${amount(median, unit)}, from ${amount(least, unit)} to ${amount(most, unit)}`;
    return flow('    ', cleaned(spread), 6, width);
  });
  return [...flow('  ', `Medians of ${repeats.runs} runs, and how far these lay apart:`, 2, width), ...lines];
}

function amount(value: number, unit: ReportLoad['thresholds'][number]['unit']): string {
  if (unit === 'ms') return ms(value);
  if (unit === 'share') return share(value);
  return unit === 'count' ? figure(value) : `${figure(value)} per second`;
}

const figure = (value: number): string => (value >= 100 ? Math.round(value) : Math.round(value * 10) / 10).toString();
const ms = (value: number): string => `${figure(value)} ms`;
const share = (value: number): string => `${figure(value * 100)} %`;
