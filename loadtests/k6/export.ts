// A scenario as a k6 script: the same traffic and thresholds, for an engine that runs on a cluster.
import { stageOf } from '../scenario/plan.ts';
import type { Scenario, ScenarioStep } from '../scenario/schema.ts';
import { durationMs, type ThresholdEntry } from '../thresholds/parse.ts';
import { runtime } from './runtime.ts';

/** The script, or in one line what of the scenario k6 can't be told. */
export function k6Script(scenario: Scenario, url: string): { readonly script: string } | { readonly problem: string } {
  const csv = Object.entries(scenario.feeds ?? {}).find(([, feed]) => 'file' in feed && !feed.file.endsWith('.json'));
  if (csv !== undefined) return { problem: `feed ${csv[0]}: k6 reads JSON; write the file as a JSON array of objects first` };
  const constants = {
    base: `(__ENV.BASE_URL || ${JSON.stringify(url.replace(/\/$/, ''))}).replace(/\\/$/, '')`,
    timeout: JSON.stringify(scenario.timeout ?? '10s'),
    auth: authOf(scenario),
    feeds: feedsOf(scenario),
    journeys: JSON.stringify(
      scenario.journeys.map((journey) => journeyOf(journey, scenario.headers ?? {})),
      null,
      2,
    ),
  };
  const options = JSON.stringify({ scenarios: scenariosOf(scenario), thresholds: thresholdsOf(scenario) }, null, 2);
  const script = [
    `// ${JSON.stringify(scenario.name)}, exported by launchgate: k6 run -e BASE_URL=https://… this-file.js`,
    '// k6 counts http_req_duration from when a request is sent, not from when it was due: watch dropped_iterations beside it.',
    "import http from 'k6/http';",
    "import exec from 'k6/execution';",
    "import { check, sleep } from 'k6';",
    "import { SharedArray } from 'k6/data';",
    '',
    `export const options = ${options};`,
    '',
    ...Object.entries(constants).map(([name, value]) => `const ${name} = ${value};`),
    runtime.trimEnd(),
    '',
  ];
  return { script: script.join('\n') };
}

function authOf({ auth }: Scenario): string {
  if (auth === undefined) return '{}';
  const { env, header = 'authorization', scheme = 'Bearer' } = auth;
  const value = scheme === '' ? `__ENV.${env}` : `${JSON.stringify(`${scheme} `)} + __ENV.${env}`;
  return `{ ${JSON.stringify(header.toLowerCase())}: ${value} }`;
}

function feedsOf({ feeds = {} }: Scenario): string {
  const lines = Object.entries(feeds).map(([name, feed]) => {
    const rows = 'rows' in feed ? JSON.stringify(feed.rows) : `JSON.parse(open(${JSON.stringify(feed.file)}))`;
    return `  ${JSON.stringify(name)}: { rows: new SharedArray(${JSON.stringify(name)}, () => ${rows}), random: ${feed.order === 'random'} },`;
  });
  return lines.length === 0 ? '{}' : `{\n${lines.join('\n')}\n}`;
}

function journeyOf({ name, weight = 1, steps }: Scenario['journeys'][number], common: Readonly<Record<string, string>>): object {
  return { name, weight, steps: steps.map((step) => stepOf(step, common)) };
}

function stepOf(step: ScenarioStep, common: Readonly<Record<string, string>>): object {
  const [method = 'GET', path = '/'] = step.request.split(' ');
  const route = step.route ?? step.request;
  const given = Object.entries({ ...common, ...step.headers }).map(([name, value]) => [name.toLowerCase(), value]);
  return {
    name: step.name ?? route,
    route,
    method,
    path,
    headers: {
      ...(step.body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(step.idempotencyKey === true ? { 'idempotency-key': '{{uuid}}' } : {}),
      ...Object.fromEntries(given),
    },
    body: step.body === undefined ? null : JSON.stringify(step.body),
    expect: (step.expect ?? ['2xx' as const]).map((each) =>
      typeof each === 'number' ? each : { min: Number(each[0]) * 100, max: Number(each[0]) * 100 + 99 },
    ),
    extract: Object.fromEntries(Object.entries(step.extract ?? {}).map(([name, path]) => [name, path.replace(/^\$\.?/, '')])),
    thinkSeconds: (durationMs(step.think ?? '0s') ?? 0) / 1000,
  };
}

// One k6 scenario for each run of stages that are all measured or all not, so that a threshold can leave the warm-up out.
function scenariosOf({ stages, connections = 500, timeout = '10s' }: Scenario): Readonly<Record<string, object>> {
  const all = stages.map(stageOf);
  const wholeRates = all.every(({ fromPerSecond, toPerSecond }) => Number.isInteger(fromPerSecond) && Number.isInteger(toPerSecond));
  const rate = (perSecond: number) => (wholeRates ? perSecond : Math.round(perSecond * 60));
  const phases: Record<string, { startTime: string; tags: object; stages: object[] }> = {};
  let at = 0;
  let phase = 0;
  let before: boolean | undefined;
  for (const { measured, durationMs: lasts, fromPerSecond, toPerSecond } of all) {
    if (before !== undefined && before !== measured) phase += 1;
    before = measured;
    const into = phases[`phase_${phase}`] ?? { startTime: `${at}ms`, tags: { measured: String(measured) }, stages: [] };
    phases[`phase_${phase}`] = into;
    into.stages.push({ duration: '0s', target: rate(fromPerSecond) }, { duration: `${lasts}ms`, target: rate(toPerSecond) });
    at += lasts;
  }
  const common = { executor: 'ramping-arrival-rate', startRate: 0, timeUnit: wholeRates ? '1s' : '1m', gracefulStop: timeout };
  const users = { preAllocatedVUs: Math.min(50, connections), maxVUs: connections };
  return Object.fromEntries(Object.entries(phases).map(([name, each]) => [name, { ...common, ...users, ...each }]));
}

function thresholdsOf({ thresholds = {} }: Scenario): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(thresholds).map(([key, entries]) => {
      const [, metric = '', , tags] = /^(\w+)(\{(.*)\})?$/.exec(key.trim()) ?? [];
      const selector = [...(tags === undefined ? [] : tags.split(',').map((tag) => tag.trim())), 'measured:true'].join(',');
      const several: readonly (ThresholdEntry | readonly ThresholdEntry[])[] = [entries];
      return [`${metric}{${selector}}`, several.flat()];
    }),
  );
}
