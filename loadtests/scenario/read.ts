// A scenario file, YAML, JSON or TypeScript, to a plan that can run.
import { access, readFile } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'yaml';
import { askOver } from '../open/undici-wire.ts';
import { openFeeds } from './feeds.ts';
import { deepest } from './first-issue.ts';
import { type LoadPlan, planOf } from './plan.ts';
import { type Scenario, scenarioSchema } from './schema.ts';
import type { RenewElsewhere, Shared } from './shared.ts';
import { transportOf } from './transport.ts';
import { environmentNames } from './variables.ts';

export interface ReadScenario {
  readonly scenario: Scenario;
  readonly plan: LoadPlan;
  /** With which the same plan can be made again, in another thread. */
  readonly place: Place;
}

export interface Wrong {
  readonly problem: string;
}

/** What a scenario is made ready with. */
export interface Place {
  /** What paths in it are meant from. */
  readonly folder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** In a thread: what all of them have in common, and who renews tokens for all. */
  readonly shared?: Shared;
  readonly renewElsewhere?: RenewElsewhere;
}

/** The files that are looked for where none is named, in this order. */
export const scenarioNames = ['yaml', 'yml', 'json', 'ts', 'mts', 'js', 'mjs'].map((ending) => `launchgate.load.${ending}`);

/** Reads and checks a scenario; `problem` says in one line what is wrong with it. */
export async function readScenario(
  file: string,
  changes: Partial<Scenario>,
  environment: Place['environment'] = process.env,
): Promise<ReadScenario | Wrong> {
  const scenario = await readFrom(file);
  if ('problem' in scenario) return scenario;
  const ready = await prepared(changed(scenario, changes), { folder: dirname(file), environment });
  return 'problem' in ready ? { problem: `${basename(file)}: ${ready.problem}` } : ready;
}

/** A scenario with what flags say instead; of its transport each part by itself. */
export function changed(scenario: Scenario, changes: Partial<Scenario>): Scenario {
  const transport = { ...scenario.transport, ...changes.transport };
  return { ...scenario, ...changes, ...(Object.keys(transport).length > 0 && { transport }) };
}

/** As checked as readScenario, for a machine that has neither its target nor its secrets. */
export async function readForExport(given: string | Scenario, folder: string): Promise<Scenario | Wrong> {
  const scenario = typeof given === 'string' ? await readFrom(given) : given;
  if ('problem' in scenario) return scenario;
  const ready = await prepared({ url: 'http://127.0.0.1', ...scenario }, { folder, environment: standIns(scenario) });
  const where = typeof given === 'string' ? `${basename(given)}: ` : '';
  return 'problem' in ready ? { problem: `${where}${ready.problem}` } : scenario;
}

function standIns(scenario: Scenario): Place['environment'] {
  const names = [...environmentNames(scenario), ...(scenario.auth?.env === undefined ? [] : [scenario.auth.env])];
  return Object.fromEntries(names.map((name) => [name, 'not needed']));
}

async function readFrom(file: string): Promise<Scenario | Wrong> {
  try {
    const scenario = scenarioFrom(/\.m?[jt]s$/.test(file) ? await exportedBy(file) : parse(await readFile(file, 'utf8')));
    return 'problem' in scenario ? { problem: `${basename(file)}: ${scenario.problem}` } : scenario;
  } catch (thrown) {
    const isMissing = thrown instanceof Error && 'code' in thrown && (thrown.code === 'ENOENT' || thrown.code === 'EISDIR');
    return { problem: isMissing ? `can't read ${file}` : `${basename(file)}: ${firstLine(thrown)}` };
  }
}

// Code is run, as a test is: who names a scenario in TypeScript trusts it.
async function exportedBy(file: string): Promise<unknown> {
  await access(file);
  const module: unknown = await import(pathToFileURL(resolve(file)).href);
  if (typeof module === 'object' && module !== null && 'default' in module) return module.default;
  throw new Error('has no default export');
}

/** A scenario that is not in a file of its own. */
export function inlineScenario(
  scenario: Scenario,
  place: Place = { folder: '.', environment: process.env },
): Promise<ReadScenario | Wrong> {
  return prepared(scenario, place);
}

/** Unknown JSON checked against the schema; `problem` names the first key that is wrong. */
export function scenarioFrom(written: unknown): Scenario | Wrong {
  const parsed = scenarioSchema.safeParse(written);
  if (parsed.success) return parsed.data;
  const [first] = parsed.error.issues;
  const issue = first === undefined ? undefined : deepest(first);
  const where = issue === undefined || issue.path.length === 0 ? '' : `${issue.path.join('.')}: `;
  return { problem: `${where}${issue?.message ?? 'is no scenario'}` };
}

async function prepared(scenario: Scenario, place: Place): Promise<ReadScenario | Wrong> {
  try {
    const { folder, shared } = place;
    const feeds = await openFeeds(scenario.feeds, folder, shared);
    const transport = await transportOf(scenario.transport, folder);
    const reached = transport === undefined ? {} : { transport, askTarget: askOver(transport) };
    const planned = planOf(scenario, { ...place, ...reached, feeds });
    return 'problem' in planned ? planned : { scenario, plan: planned.plan, place };
  } catch (thrown) {
    return { problem: firstLine(thrown) };
  }
}

const firstLine = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown)).split('\n')[0] ?? '';
