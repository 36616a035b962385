// A scenario made ready to run: every template compiled, every name, tag and threshold known to exist.
import { randomUUID } from 'node:crypto';
import type { Stage } from '../open/schedule.ts';
import type { Ask, Transport, WireRequest } from '../open/wire.ts';
import { durationMs, parseThresholds, type Threshold } from '../thresholds/parse.ts';
import type { Feed } from './feeds.ts';
import { identityOf } from './identity.ts';
import { limitsOf } from './limits.ts';
import type { Scenario, ScenarioStage, ScenarioStep } from './schema.ts';
import type { Sessions } from './sessions.ts';
import type { RenewElsewhere, Shared } from './shared.ts';
import { type Fill, jsonTemplate, textTemplate, type Value } from './template.ts';
import { environmentOf, unknownName, variablesOf } from './variables.ts';

export interface StepTags {
  readonly route: string;
  readonly method: string;
  readonly name: string;
  readonly journey: string;
}
export interface PlannedStep {
  readonly tags: StepTags;
  readonly build: Fill<WireRequest>;
  readonly expects: (status: number) => boolean;
  readonly extract: readonly { readonly name: string; readonly path: readonly string[] }[];
  readonly thinkMs: number;
}
export interface PlannedJourney {
  readonly name: string;
  readonly weight: number;
  readonly steps: readonly PlannedStep[];
}
export interface LoadPlan {
  readonly name: string;
  readonly url: URL;
  readonly journeys: readonly PlannedJourney[];
  readonly stages: readonly Stage[];
  readonly thresholds: readonly Threshold[];
  readonly timeoutMs: number;
  readonly connections: number;
  /** What comes within it is due together at its end; 0 for each by itself. */
  readonly togetherMs: number;
  /** TLS and HTTP/2, where they are more than usual. */
  readonly transport?: Transport;
  readonly askTarget?: Ask;
  /** The variables of a new journey. */
  readonly variables: (iteration: number) => Map<string, Value>;
  /** Journeys that the feeds have rows for; Infinity where rows are used again. */
  readonly journeysLeft?: () => number;
  /** Who signs in before the first request and again after a 401; absent where there is one token or none. */
  readonly sessions?: Pick<Sessions, 'origins' | 'open' | 'renew' | 'renewFor'>;
  /** What another thread makes the same plan from. */
  readonly shared?: () => Shared;
  /** The rows of the feeds go on where other threads have got to. */
  readonly goOn?: (given: ReadonlyMap<string, number>) => void;
}
export interface PlanContext {
  readonly feeds: ReadonlyMap<string, Feed>;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** What paths in the scenario are meant from. */
  readonly folder: string;
  /** Instead of the scenario's own URL. */
  readonly url?: string;
  readonly transport?: Transport;
  readonly askTarget?: Ask;
  readonly shared?: Shared;
  readonly renewElsewhere?: RenewElsewhere;
}

const longestMs = 24 * 3_600_000;

/** The plan of a scenario, or the first thing wrong with it in one line. */
export function planOf(scenario: Scenario, context: PlanContext): { readonly plan: LoadPlan } | { readonly problem: string } {
  const url = URL.parse(context.url ?? scenario.url ?? '');
  if (url === null || !/^https?:$/.test(url.protocol)) return { problem: 'the scenario has no url, and none was given' };
  if (scenario.transport?.http2 === true && url.protocol === 'http:')
    return { problem: `transport.http2 is spoken over https, and ${url.host} is http` };
  const environment = environmentOf(scenario, context.environment);
  if ('problem' in environment) return environment;
  const common = new Map([['run', context.shared?.run ?? randomUUID()], ...environment.values]);
  const identity = identityOf(scenario, { ...context, common, target: url });
  if ('problem' in identity) return identity;
  const stages = scenario.stages.map(stageOf);
  const totalMs = stages.reduce((sum, stage) => sum + stage.durationMs, 0);
  if (totalMs > longestMs) return { problem: 'the stages take more than 24 hours' };
  if (!stages.some(({ measured }) => measured)) return { problem: 'no stage is measured' };
  const parsed = parseThresholds(scenario.thresholds ?? {});
  if ('problem' in parsed) return parsed;
  const unknown = unknownName(scenario, { feeds: context.feeds, identity, common });
  if (unknown !== undefined) return { problem: unknown };
  const basePath = url.pathname.replace(/\/$/, '');
  const journeys = scenario.journeys.map(({ name, weight = 1, steps }) => ({
    name,
    weight,
    steps: steps.map((step) => stepOf(step, { journey: name, basePath, headers: { ...scenario.headers, ...identity.headers } })),
  }));
  const nothing = parsed.thresholds.find((threshold) => !journeys.some(({ steps }) => steps.some(({ tags }) => matches(threshold, tags))));
  if (nothing !== undefined) return { problem: `threshold "${nothing.text}" matches no step of the scenario` };
  const noStage = parsed.thresholds.find(
    ({ selector }) => !stages.some(({ name, measured }) => measured && name === (selector.stage ?? name)),
  );
  if (noStage !== undefined) return { problem: `threshold "${noStage.text}" matches no measured stage of the scenario` };
  const uncounted = parsed.thresholds.find(({ metric }) => metric === 'data_sent' || metric === 'data_received');
  if (uncounted !== undefined && url.protocol === 'https:')
    return { problem: `threshold "${uncounted.text}": bytes are counted over plain http alone` };
  const feeds = [...context.feeds];
  const variables = (iteration: number) => variablesOf(iteration, { feeds, common, identity });
  const journeysLeft = () => Math.min(Number.POSITIVE_INFINITY, ...feeds.map(([, { left }]) => left()));
  const sessions = identity.users?.sessions;
  const own = { name: scenario.name, url, journeys, stages, thresholds: parsed.thresholds };
  const plan = { ...own, ...limitsOf(scenario), variables, journeysLeft };
  const { transport, askTarget } = context;
  return {
    plan: {
      ...plan,
      ...handover(context.feeds, { run: String(common.get('run')), users: () => sessions?.kept ?? [] }),
      ...(transport !== undefined && { transport }),
      ...(askTarget !== undefined && { askTarget }),
      ...(sessions !== undefined && { sessions }),
    },
  };
}

function handover(
  feeds: PlanContext['feeds'],
  { run, users }: { readonly run: string; readonly users: () => Shared['users'] },
): Required<Pick<LoadPlan, 'shared' | 'goOn'>> {
  return {
    shared: () => ({ run, users: users(), feeds: new Map([...feeds].map(([name, { rows, given }]) => [name, { rows, given: given() }])) }),
    goOn(given) {
      for (const [name, feed] of feeds) feed.goOn(given.get(name) ?? 0);
    },
  };
}

/** Whether a step carries the tags that a threshold selects. */
export function matches({ selector }: Pick<Threshold, 'selector'>, tags: StepTags): boolean {
  const { route = tags.route, method = tags.method, name = tags.name, journey = tags.journey } = selector;
  return route === tags.route && method === tags.method && name === tags.name && journey === tags.journey;
}

/** A stage as the schedule takes it. */
export function stageOf({ name, kind = 'steady', duration, rate, measured }: ScenarioStage): Stage {
  const [fromPerSecond, toPerSecond] = typeof rate === 'number' ? [rate, rate] : rate;
  return {
    name: name ?? kind,
    durationMs: durationMs(duration) ?? 0,
    fromPerSecond,
    toPerSecond,
    measured: measured ?? (kind !== 'warm-up' && kind !== 'cool-down'),
  };
}

function stepOf(
  step: ScenarioStep,
  common: { readonly journey: string; readonly basePath: string; readonly headers: Readonly<Record<string, string>> },
): PlannedStep {
  const [method = 'GET', written = '/'] = step.request.split(' ');
  const route = step.route ?? step.request;
  const path = textTemplate(common.basePath + written, encodeURIComponent);
  const body = step.body === undefined ? undefined : jsonTemplate(step.body);
  const headers = headersOf(step, common.headers);
  const { extract = {}, think = '0s', expect = ['2xx' as const] } = step;
  const keepBody = Object.keys(extract).length > 0;
  const build: PlannedStep['build'] = (variables) => ({
    method,
    path: path(variables),
    headers: headers(variables),
    keepBody,
    ...(body !== undefined && { body: body(variables) }),
  });
  // What is the same each time is made once, and known by being the same.
  const isConstant = namesNothing([written, step.body, step.headers, step.idempotencyKey === true ? '{{uuid}}' : '', common.headers]);
  const constant = isConstant ? Object.freeze(build(new Map())) : undefined;
  return {
    tags: { route, method, name: step.name ?? route, journey: common.journey },
    build: constant === undefined ? build : () => constant,
    expects: (status) => expect.some((each) => (typeof each === 'number' ? each === status : Number(each[0]) === Math.floor(status / 100))),
    extract: Object.entries(extract).map(([name, where]) => ({ name, path: where.replace(/^\$\.?/, '').split('.') })),
    thinkMs: durationMs(think) ?? 0,
  };
}

const namesNothing = (value: unknown) => !JSON.stringify(value).includes('{{');

function headersOf(
  { headers = {}, body, idempotencyKey }: ScenarioStep,
  common: Readonly<Record<string, string>>,
): Fill<Record<string, string>> {
  const lower = Object.entries({ ...common, ...headers }).map(([name, value]): [string, string] => [name.toLowerCase(), value]);
  const all = {
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(idempotencyKey === true ? { 'idempotency-key': '{{uuid}}' } : {}),
    ...Object.fromEntries(lower),
  };
  const fills = Object.entries(all).map(([name, value]): [string, Fill<string>] => [name, textTemplate(value)]);
  if (!JSON.stringify(all).includes('{{')) return () => all;
  return (variables) => Object.fromEntries(fills.map(([name, fill]) => [name, fill(variables)]));
}
