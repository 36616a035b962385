// A scenario as a k6 script: the same traffic and thresholds, for an engine that runs on a cluster.
import { arrivalsIn } from '../open/schedule.ts';
import { stageOf } from '../scenario/plan.ts';
import type { Scenario } from '../scenario/schema.ts';
import { environmentNames } from '../scenario/variables.ts';
import { durationMs, parseThresholds, type ThresholdEntry } from '../thresholds/parse.ts';
import { authOf, feedHelpers, feedsOf, filesOf, journeysOf, signingOf, turnsOf } from './parts.ts';
import { podSummary, runtime } from './runtime.ts';
import { type K6Transport, k6Transport } from './transport.ts';

const graceMs = 30_000;

export interface K6Script {
  readonly script: string;
  /** Files that it opens, as the scenario names them. */
  readonly files: readonly string[];
  /** Variables that it reads from `__ENV`. */
  readonly environment: readonly string[];
  /** Whether SIGNING_KEY takes the place of a key's file where that is not there. */
  readonly needsKey: boolean;
  readonly transport: K6Transport;
}

/** The script, or in one line what of the scenario k6 can't be told. In a pod, whose files are lost, it prints its summary. */
export function k6Script(scenario: Scenario, target: string, inPod = false): K6Script | { readonly problem: string } {
  const { auth } = scenario;
  const transport = k6Transport(scenario, target);
  const { url } = transport;
  if (auth?.jwt?.algorithm === 'EdDSA')
    return { problem: 'auth.jwt: k6 does not sign with EdDSA; use ES256, RS256, HS256, or a column of tokens' };
  const constants = {
    base: `(__ENV.BASE_URL || ${JSON.stringify(url.replace(/\/$/, ''))}).replace(/\\/$/, '')`,
    timeout: JSON.stringify(scenario.timeout ?? '10s'),
    auth: authOf(scenario),
    feeds: feedsOf(scenario),
    turns: JSON.stringify(turnsOf(scenario)),
    journeys: JSON.stringify(journeysOf(scenario), null, 2),
  };
  const options = {
    scenarios: scenariosOf(scenario),
    thresholds: thresholdsOf(scenario),
    summaryTrendStats: trendStats(scenario),
    // A redirect is an answer.
    maxRedirects: 0,
    ...transport.options,
  };
  const script = [
    `// ${JSON.stringify(scenario.name)}, exported by launchgate.`,
    '//   k6 run -e BASE_URL=https://… --summary-export=summary.json this-file.js && launchgate load import summary.json --scenario …',
    '// k6 counts http_req_duration from when a request is sent, not from when it was due: watch dropped_iterations beside it.',
    "import http from 'k6/http';",
    "import exec from 'k6/execution';",
    "import encoding from 'k6/encoding';",
    "import { check, sleep } from 'k6';",
    "import { SharedArray } from 'k6/data';",
    '',
    `export const options = ${JSON.stringify(options, null, 2)};`,
    ...transport.lines,
    '',
    feedHelpers,
    ...Object.entries(constants).map(([name, value]) => `const ${name} = ${value};`),
    ...signingOf(auth?.jwt),
    runtime.trimEnd(),
    ...(inPod ? [podSummary] : []),
    '',
  ];
  const keys = [auth?.env, auth?.jwt?.keyEnv].flatMap((name) => name ?? []);
  const environment = [...environmentNames(scenario), ...keys];
  return {
    script: script.join('\n'),
    files: filesOf(scenario),
    transport,
    environment: [...new Set(environment)],
    needsKey: auth?.jwt?.keyFile !== undefined,
  };
}

interface Phase {
  readonly startTime: string;
  readonly tags: { readonly measured: string };
  /** Journeys that start before it. */
  readonly before: number;
  readonly named: (readonly [name: string, lastsMs: number])[];
  readonly stages: { readonly duration: string; readonly target: number }[];
}

// One k6 scenario for each run of stages that are all measured or all not, so that a threshold can leave the warm-up out.
function phasesOf({ stages }: Scenario): Readonly<Record<string, Phase>> {
  const all = stages.map(stageOf);
  const rate = (perSecond: number) => (isWhole(all) ? perSecond : Math.round(perSecond * 60));
  const phases: Record<string, Phase> = {};
  let at = 0;
  let arrivals = 0;
  let phase = 0;
  let before: boolean | undefined;
  for (const stage of all) {
    const { measured, durationMs: lasts, fromPerSecond, toPerSecond } = stage;
    if (before !== undefined && before !== measured) phase += 1;
    before = measured;
    const tags = { measured: String(measured) };
    const into = phases[`phase_${phase}`] ?? { startTime: `${at}ms`, tags, before: Math.ceil(arrivals), named: [], stages: [] };
    phases[`phase_${phase}`] = into;
    into.named.push([stage.name, lasts]);
    into.stages.push({ duration: '0s', target: rate(fromPerSecond) }, { duration: `${lasts}ms`, target: rate(toPerSecond) });
    at += lasts;
    arrivals += arrivalsIn(stage);
  }
  return phases;
}

const isWhole = (all: readonly ReturnType<typeof stageOf>[]): boolean =>
  all.every(({ fromPerSecond, toPerSecond }) => Number.isInteger(fromPerSecond) && Number.isInteger(toPerSecond));

function scenariosOf(scenario: Scenario): Readonly<Record<string, object>> {
  const { stages, connections = 500, timeout = '10s' } = scenario;
  const timeUnit = isWhole(stages.map(stageOf)) ? '1s' : '1m';
  const common = { executor: 'ramping-arrival-rate', startRate: 0, timeUnit, gracefulStop: `${drainMs(scenario, timeout)}ms` };
  const users = { preAllocatedVUs: Math.min(50, connections), maxVUs: connections };
  return Object.fromEntries(
    Object.entries(phasesOf(scenario)).map(([name, { before, named, ...phase }]) => {
      const env = { BEFORE: String(before), STAGES: JSON.stringify(named) };
      return [name, { ...common, ...users, ...phase, env }];
    }),
  );
}

// As long as the last journey may take: who was on the way at the end is waited for.
function drainMs({ journeys }: Scenario, timeout: string): number {
  const thinking = journeys.map(({ steps }) => steps.reduce((sum, { think = '0s' }) => sum + (durationMs(think) ?? 0), 0));
  return (durationMs(timeout) ?? 0) + Math.max(...thinking) + graceMs;
}

/** The key under which k6 keeps what a threshold is held to: without the warm-up. */
export function k6Key(scenario: Scenario, key: string): string {
  const [, metric = '', , tags] = /^(\w+)(\{(.*)\})?$/.exec(key.trim()) ?? [];
  const selector = tags === undefined ? [] : tags.split(',').map((tag) => tag.trim());
  // What could not start carries no tag of ours, only the scenario's name.
  if (metric === 'dropped_iterations') {
    const measured = Object.entries(phasesOf(scenario)).filter(([, { tags }]) => tags.measured === 'true');
    const [only, ...more] = measured.map(([name]) => name);
    return more.length > 0 ? metric : `${metric}{scenario:${only}}`;
  }
  return `${metric}{${[...selector, 'measured:true'].join(',')}}`;
}

// Always true: k6 keeps figures of a selection only where a threshold asks for it.
const keptFor = {
  http_req_duration: 'max>=0',
  http_req_failed: 'rate>=0',
  http_reqs: 'count>=0',
  dropped_iterations: 'count>=0',
  iterations: 'count>=0',
};

function thresholdsOf(scenario: Scenario): Readonly<Record<string, unknown>> {
  const own = Object.entries(scenario.thresholds ?? {}).map(([key, entries]): [string, readonly ThresholdEntry[]] => {
    const several: readonly (ThresholdEntry | readonly ThresholdEntry[])[] = [entries];
    return [k6Key(scenario, key), several.flat()];
  });
  const kept = Object.entries(keptFor).map(([metric, always]): [string, readonly ThresholdEntry[]] => [k6Key(scenario, metric), [always]]);
  return Object.fromEntries([...kept, ...own]);
}

function trendStats({ thresholds = {} }: Scenario): readonly string[] {
  const parsed = parseThresholds(thresholds);
  const asked =
    'problem' in parsed ? [] : parsed.thresholds.flatMap(({ aggregation, percentile }) => (aggregation === 'p' ? [percentile] : []));
  const percentiles = [...new Set([50, 90, 95, 99, 99.9, ...asked])].sort((one, other) => one - other);
  return ['avg', 'min', 'med', 'max', 'count', ...percentiles.map((percentile) => `p(${percentile})`)];
}
