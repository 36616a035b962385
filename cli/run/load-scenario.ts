// What `load run` and `load search` drive: a scenario file, or a URL made into one.
import { inlineScenario, type ReadScenario, readScenario } from '../../loadtests/scenario/read.ts';
import type { Scenario } from '../../loadtests/scenario/schema.ts';
import { loadSettings, type Settings } from '../config/settings.ts';
import type { TrafficFlags } from '../load-flags.ts';
import { Problem } from '../problem.ts';
import type { Terminal } from '../terminal.ts';

export interface Traffic extends ReadScenario {
  readonly settings: Settings;
}

/** The scenario, checked; a Problem says in one line what is wrong before anything is sent. */
export async function trafficOf(given: string, flags: TrafficFlags, terminal: Terminal): Promise<Traffic> {
  const settings = await loadSettings({ root: process.cwd(), config: flags.config, flags: { allow: flags.allow } }, terminal);
  const ready = /^https?:\/\//.test(given)
    ? await inlineScenario(urlScenario(given, flags, settings))
    : await readScenario(given, changesOf(flags, flags.url ?? settings.url));
  if ('problem' in ready) throw new Problem(ready.problem);
  return { ...ready, settings };
}

function urlScenario(given: string, flags: TrafficFlags, settings: Settings): Scenario {
  const { load } = settings;
  const fromFlags = {
    ratePerSecond: flags.rate ?? load.ratePerSecond,
    durationSeconds: flags.duration === undefined ? load.durationSeconds : flags.duration / 1000,
    warmUpSeconds: flags.warmUp === undefined ? load.warmUpSeconds : flags.warmUp / 1000,
  };
  return { ...scenarioOf(given, { load: { ...load, ...fromFlags } }), ...changesOf(flags, undefined) };
}

/** One URL as a scenario: arrivals at the rate of the settings, held to their budget. */
export function scenarioOf(given: string, { load }: Pick<Settings, 'load'>): Scenario {
  const url = new URL(given);
  const stage = { rate: load.ratePerSecond, duration: `${load.durationSeconds}s` };
  const step = { request: `GET ${url.pathname}${url.search}`, route: `GET ${url.pathname}`, expect: [...load.expectedStatuses] };
  const warmUp = { ...stage, kind: 'warm-up' as const, duration: `${load.warmUpSeconds}s` };
  return {
    name: `GET ${url.pathname}`,
    url: url.origin,
    journeys: [{ name: 'one', steps: [step] }],
    stages: [...(load.warmUpSeconds > 0 ? [warmUp] : []), stage],
    thresholds: { http_req_duration: [`p(99)<=${load.p99Ms}`], http_req_failed: [`rate<=${load.failedShare}`] },
  };
}

function changesOf({ threshold, timeout, connections }: TrafficFlags, url: string | undefined): Partial<Scenario> {
  return {
    ...(url !== undefined && { url }),
    ...(threshold !== undefined && { thresholds: thresholdsFrom(threshold) }),
    ...(timeout !== undefined && { timeout: `${timeout}ms` }),
    ...(connections !== undefined && { connections }),
  };
}

function thresholdsFrom(written: readonly string[]): Record<string, string[]> {
  const all: Record<string, string[]> = {};
  for (const each of written) {
    // The selector of a metric holds colons too.
    const [, metric, expression] = /^\s*(\w+(?:\{.*\})?)\s*:\s*(.+)$/.exec(each) ?? [];
    if (metric === undefined || expression === undefined)
      throw new Problem(`--threshold "${each}" is not written like "http_req_duration: p(95)<300"`);
    all[metric] = [...(all[metric] ?? []), expression.trim()];
  }
  return all;
}
