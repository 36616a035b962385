// Starts the service with one variable missing or malformed, one after the other, and notes what it does about it.
import type { BootEvidence, Drill, ExpectedVariable } from '../../model.ts';
import { isSecretName } from '../secret-shapes.ts';
import { processesOf, wasGiven } from './process-tree.ts';
import { type Expectation, portsInUse, waitUntilListening } from './readiness.ts';
import { refilledNames } from './refills.ts';
import { type Launch, startService } from './service.ts';
import { becomesFree, type Circumstances } from './session.ts';

export interface DrillRequest {
  readonly required: readonly Pick<ExpectedVariable, 'name' | 'type'>[];
  /** Without a default, and without anybody who notices that they are missing: tried where nothing is known to be required. */
  readonly perhaps?: readonly Pick<ExpectedVariable, 'name' | 'type'>[];
  /** The code is known, and nothing in it lacks a default. */
  readonly nothingRequired?: boolean;
  readonly enabled: boolean;
  /** Told before the first start. */
  readonly onBegin?: () => void;
  /** For all drills together. */
  readonly totalMs?: number;
  /** For one start to end by itself or to listen. */
  readonly eachMs?: number;
}
interface Planned {
  readonly variable: string;
  readonly fault: Drill['fault'];
  readonly as?: 'number' | 'url' | 'key';
  readonly perhapsOptional?: true;
}
export type DrillResults = Required<Pick<BootEvidence, 'drills' | 'drillsLeftOut'>>;

const mostVariables = 12;
const graceMs = 2_000;
const standIns = { number: 'not-a-number', url: 'not a url', key: 'zq7x' } as const;

/** Who takes long to start takes long to refuse to: limits by what a normal start took, where none are given. */
export function patient(request: DrillRequest, normalStartMs: number): DrillRequest {
  return { totalMs: Math.max(60_000, 15 * normalStartMs), eachMs: Math.max(10_000, 3 * normalStartMs), ...request };
}

/** Runs what there is time for; what was not run is told, with the reason. */
export async function runDrills(
  launch: Launch,
  request: DrillRequest,
  waitFor: string | undefined,
  signal?: AbortSignal,
): Promise<DrillResults> {
  const { totalMs = 60_000, eachMs = 10_000 } = request;
  const until = performance.now() + totalMs;
  const refilled = await refilledNames(launch.command, launch.cwd);
  const drills: Drill[] = [];
  const { required, perhaps = [] } = request;
  const tried = required.length > 0 ? required : perhaps;
  const leftOut: DrillResults['drillsLeftOut'][number][] = tried
    .slice(mostVariables)
    .map(({ name }) => ({ variable: name, fault: 'missing', because: `only ${mostVariables} variables are tried` }));
  const queue = required.length > 0 ? [...plan(tried.slice(0, mostVariables))] : tried.slice(0, mostVariables).map(perhapsMissing);
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const { variable, fault } = next;
    const limitMs = Math.min(eachMs, until - performance.now());
    const drill = limitMs > 0 ? await run(next, { launch, waitFor, limitMs, signal }) : outOfTime(totalMs);
    if ('because' in drill) leftOut.push({ variable, fault, ...drill });
    else if (drill.outcome === 'hung' && limitMs < eachMs) leftOut.push({ variable, fault, ...outOfTime(totalMs) });
    // Perhaps it was not missing at all: an environment file may have brought it back.
    else if (fault === 'missing' && drill.outcome !== 'exited' && refilled.has(variable)) queue.unshift({ ...next, fault: 'empty' });
    else drills.push(drill);
  }
  return { drills, drillsLeftOut: leftOut };
}

const outOfTime = (totalMs: number) => ({ because: `the ${Math.round(totalMs / 1000)} s for drills were over` });

const perhapsMissing = ({ name }: { readonly name: string }): Planned => ({ variable: name, fault: 'missing', perhapsOptional: true });

/** All missing ones first: they matter most where time is short. */
function plan(required: DrillRequest['required']): readonly Planned[] {
  const missing = required.map(({ name }): Planned => ({ variable: name, fault: 'missing' }));
  const malformed = required.flatMap(({ name, type }): Planned[] => {
    const as = kindOf(name, type);
    return as === undefined ? [] : [{ variable: name, fault: 'malformed', as }];
  });
  return [...missing, ...malformed];
}

function kindOf(name: string, type: ExpectedVariable['type']): Planned['as'] {
  if (type === 'number') return 'number';
  if (type === 'url' || (type === 'string' && /_UR[LI]$/i.test(name))) return 'url';
  return type === 'string' && (isSecretName(name) || /_KEY$/i.test(name)) ? 'key' : undefined;
}

async function run(planned: Planned, { launch, waitFor, limitMs, signal }: Circumstances): Promise<Drill | { readonly because: string }> {
  if (waitFor !== undefined && !(await becomesFree(new URL(waitFor)))) return { because: 'its port was still taken' };
  const expect: Expectation = { ...(waitFor === undefined ? {} : { waitFor }), takenBefore: portsInUse(), anywhere: true };
  const service = await startService({ ...launch, env: faulty(launch.env, planned) });
  if ('failed' in service) return { because: service.failed };
  try {
    const seen = await waitUntilListening(service, expect, limitMs, signal);
    const broughtBack = planned.fault === 'missing' && wasGiven(processesOf(service.pid), planned.variable);
    const stop = await service.stop(graceMs);
    if (broughtBack) return { because: 'the start command sets it by itself' };
    return {
      ...planned,
      outcome: seen.kind === 'timed-out' ? 'hung' : seen.kind === 'listening' ? 'listened' : 'exited',
      exitCode: seen.kind === 'exited' ? seen.code : stop.exitCode,
      afterMs: seen.kind === 'timed-out' ? seen.waitedMs : seen.afterMs,
      namesVariable: service.log.mentions(wholeWord(planned.variable)),
      showsValue: (planned.as === 'key' && service.log.mentions(wholeWord(standIns.key))) || service.log.showsSecret(),
    };
  } finally {
    await service.stop(graceMs);
  }
}

function faulty(env: Launch['env'], { variable, fault, as }: Planned): Launch['env'] {
  const others = Object.fromEntries(Object.entries(env).filter(([name]) => name !== variable));
  if (fault === 'missing') return others;
  return { ...others, [variable]: fault === 'malformed' && as !== undefined ? standIns[as] : '' };
}

// Settings classes name their fields in lower case.
function wholeWord(text: string): RegExp {
  return new RegExp(`(?<![A-Za-z0-9_])${text.replace(/[^\w]/g, '\\$&')}(?![A-Za-z0-9_])`, 'i');
}
