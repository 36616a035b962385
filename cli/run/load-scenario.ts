// What `load run` and `load search` drive: a scenario file, or a URL made into one.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { anew } from '../../loadtests/scenario/anew.ts';
import type { LoadPlan } from '../../loadtests/scenario/plan.ts';
import {
  changed,
  inlineScenario,
  type Place,
  type ReadScenario,
  readScenario,
  scenarioNames,
  type Wrong,
} from '../../loadtests/scenario/read.ts';
import type { Scenario } from '../../loadtests/scenario/schema.ts';
import { loadSettings, type Settings } from '../config/settings.ts';
import type { TrafficFlags } from '../load-flags.ts';
import { messageOf, Problem } from '../problem.ts';
import type { Terminal } from '../terminal.ts';

export interface Traffic extends ReadScenario {
  readonly settings: Settings;
}

/** The scenario, checked; a Problem says in one line what is wrong before anything is sent. */
export async function trafficOf(given: string | undefined, flags: TrafficFlags, terminal: Terminal): Promise<Traffic> {
  const settings = await loadSettings({ root: process.cwd(), config: flags.config, flags: { allow: flags.allow } }, terminal);
  const environment = await environmentWith(flags.envFile ?? []);
  const ready = await readFor(given, { flags, settings, environment });
  if ('problem' in ready) throw new Problem(ready.problem);
  return { ...ready, settings };
}

/** The plan of the next of several runs; a Problem where what it is made from is gone meanwhile. */
export const nextPlanOf =
  (ready: Pick<ReadScenario, 'scenario' | 'place'>) =>
  async (before: LoadPlan): Promise<LoadPlan> => {
    const next = await anew(ready, before);
    if ('problem' in next) throw new Problem(next.problem);
    return next;
  };

interface Given {
  readonly flags: TrafficFlags;
  readonly settings: Settings;
  readonly environment: Place['environment'];
}

async function readFor(given: string | undefined, { flags, settings, environment }: Given): Promise<ReadScenario | Wrong> {
  if (given !== undefined && /^https?:\/\//.test(given)) {
    return inlineScenario(urlScenario(given, flags, settings), { folder: '.', environment });
  }
  const chosen = given ?? chosenScenario(settings);
  const changes = changesOf(flags, flags.url ?? settings.url);
  if (typeof chosen === 'string') return readScenario(chosen, changes, environment);
  return inlineScenario(changed(chosen, changes), { folder: configFolder(settings), environment });
}

/** Where none is named: the scenario of the configuration, else a file in this folder. */
export function chosenScenario({ load }: Settings): string | Scenario {
  const chosen = load.scenario ?? scenarioNames.find((name) => existsSync(name));
  if (chosen !== undefined) return chosen;
  throw new Problem(`no scenario: name a file or a URL, write ${scenarioNames[0]}, or set load.scenario in the configuration`);
}

/** What paths in the configuration's own scenario are meant from. */
export const configFolder = ({ configFile }: Settings): string => (configFile === undefined ? '.' : dirname(configFile));

/** The variables of this process and of env files; those of the process win. */
export async function environmentWith(files: readonly string[]): Promise<Place['environment']> {
  const texts = files.map((file) =>
    readFile(file, 'utf8').catch((thrown) => {
      throw new Problem(`can't read ${file}: ${messageOf(thrown)}`);
    }),
  );
  return Object.assign({}, ...(await Promise.all(texts)).map((text) => parseEnv(text)), process.env);
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

function changesOf(flags: TrafficFlags, url: string | undefined): Partial<Scenario> {
  const { threshold, timeout, connections } = flags;
  const transport = transportFrom(flags);
  return {
    ...(Object.keys(transport).length > 0 && { transport }),
    ...(url !== undefined && { url }),
    ...(threshold !== undefined && { thresholds: thresholdsFrom(threshold) }),
    ...(timeout !== undefined && { timeout: `${timeout}ms` }),
    ...(connections !== undefined && { connections }),
  };
}

function transportFrom({ http2, cacert, cert, key, serverName, insecure }: TrafficFlags): NonNullable<Scenario['transport']> {
  if ((cert === undefined) !== (key === undefined)) throw new Problem('--cert and --key go together');
  return {
    ...(http2 === true && { http2 }),
    ...(cacert !== undefined && { ca: resolve(cacert) }),
    ...(cert !== undefined && key !== undefined && { certificate: resolve(cert), key: resolve(key) }),
    ...(serverName !== undefined && { serverName }),
    ...(insecure === true && { verify: false }),
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
