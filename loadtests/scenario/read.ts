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

/** Reads and checks a scenario; `problem` says in one line what is wrong with it. */
export async function readScenario(file: string, changes: Partial<Scenario>): Promise<ReadScenario | { readonly problem: string }> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return { problem: `can't read ${file}` };
  let written: unknown;
  try {
    written = parse(text);
  } catch (thrown) {
    return { problem: `${basename(file)}: ${firstLine(thrown)}` };
  }
  const scenario = scenarioFrom(written);
  if ('problem' in scenario) return { problem: `${basename(file)}: ${scenario.problem}` };
  const ready = await prepared({ ...scenario, ...changes }, dirname(file));
  return 'problem' in ready ? { problem: `${basename(file)}: ${ready.problem}` } : ready;
}

/** A scenario that is not in a file. */
export function inlineScenario(scenario: Scenario): Promise<ReadScenario | { readonly problem: string }> {
  return prepared(scenario, '.');
}

/** Unknown JSON checked against the schema; `problem` names the first key that is wrong. */
export function scenarioFrom(written: unknown): Scenario | { readonly problem: string } {
  const parsed = scenarioSchema.safeParse(written);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue === undefined || issue.path.length === 0 ? '' : `${issue.path.join('.')}: `;
  return { problem: `${where}${issue?.message ?? 'is no scenario'}` };
}

async function prepared(scenario: Scenario, folder: string): Promise<ReadScenario | { readonly problem: string }> {
  try {
    const feeds = await openFeeds(scenario.feeds, folder);
    const planned = planOf(scenario, { feeds, environment: process.env });
    return 'problem' in planned ? planned : { scenario, plan: planned.plan };
  } catch (thrown) {
    return { problem: firstLine(thrown) };
  }
}

const firstLine = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown)).split('\n')[0] ?? '';
