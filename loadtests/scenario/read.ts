// A scenario file, YAML or JSON, to a plan that can run.
import { readFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { parse } from 'yaml';
import { openFeeds } from './feeds.ts';
import { type LoadPlan, planOf } from './plan.ts';
import { type Scenario, scenarioSchema } from './schema.ts';

export interface ReadScenario {
  readonly scenario: Scenario;
  readonly plan: LoadPlan;
}

export interface Wrong {
  readonly problem: string;
}

/** Reads and checks a scenario; `problem` says in one line what is wrong with it. */
export async function readScenario(file: string, changes: Partial<Scenario>): Promise<ReadScenario | Wrong> {
  const scenario = await readFrom(file);
  if ('problem' in scenario) return scenario;
  const ready = await prepared({ ...scenario, ...changes }, { folder: dirname(file), environment: process.env });
  return 'problem' in ready ? { problem: `${basename(file)}: ${ready.problem}` } : ready;
}

/** As checked as readScenario, for a machine that has neither its target nor its secrets. */
export async function readForExport(file: string): Promise<Scenario | Wrong> {
  const scenario = await readFrom(file);
  if ('problem' in scenario) return scenario;
  const environment = scenario.auth === undefined ? {} : { [scenario.auth.env]: 'not needed' };
  const ready = await prepared({ url: 'http://127.0.0.1', ...scenario }, { folder: dirname(file), environment });
  return 'problem' in ready ? { problem: `${basename(file)}: ${ready.problem}` } : scenario;
}

async function readFrom(file: string): Promise<Scenario | Wrong> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return { problem: `can't read ${file}` };
  let written: unknown;
  try {
    written = parse(text);
  } catch (thrown) {
    return { problem: `${basename(file)}: ${firstLine(thrown)}` };
  }
  const scenario = scenarioFrom(written);
  return 'problem' in scenario ? { problem: `${basename(file)}: ${scenario.problem}` } : scenario;
}

/** A scenario that is not in a file. */
export function inlineScenario(scenario: Scenario): Promise<ReadScenario | Wrong> {
  return prepared(scenario, { folder: '.', environment: process.env });
}

/** Unknown JSON checked against the schema; `problem` names the first key that is wrong. */
export function scenarioFrom(written: unknown): Scenario | Wrong {
  const parsed = scenarioSchema.safeParse(written);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue === undefined || issue.path.length === 0 ? '' : `${issue.path.join('.')}: `;
  return { problem: `${where}${issue?.message ?? 'is no scenario'}` };
}

interface Place {
  readonly folder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

async function prepared(scenario: Scenario, { folder, environment }: Place): Promise<ReadScenario | Wrong> {
  try {
    const feeds = await openFeeds(scenario.feeds, folder);
    const planned = planOf(scenario, { feeds, environment });
    return 'problem' in planned ? planned : { scenario, plan: planned.plan };
  } catch (thrown) {
    return { problem: firstLine(thrown) };
  }
}

const firstLine = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown)).split('\n')[0] ?? '';
