// A plan for the next of several runs: rows that are new in every run are new again, and what is given out goes on where it was.
import { randomUUID } from 'node:crypto';
import type { LoadPlan } from './plan.ts';
import { inlineScenario, type ReadScenario, type Wrong } from './read.ts';
import type { Shared } from './shared.ts';

/** The same scenario with a new `{{run}}`, and new `newId`s and tokens of numbered users: what one run left at the target is not met by the next. */
export async function anew({ scenario, place }: Omit<ReadScenario, 'plan'>, before: LoadPlan): Promise<LoadPlan | Wrong> {
  const shared = before.shared?.();
  if (shared === undefined) return before;
  const isNumbered = (name: string): boolean => {
    const feed = scenario.feeds?.[name];
    return feed !== undefined && 'count' in feed;
  };
  const feeds: Shared['feeds'] = new Map(
    [...shared.feeds].map(([name, { rows, given }]) => [
      name,
      { given, rows: isNumbered(name) ? rows.map((row) => ({ ...row, newId: randomUUID() })) : rows },
    ]),
  );
  const users = isNumbered(scenario.auth?.users ?? '') ? [] : shared.users;
  const read = await inlineScenario(scenario, { ...place, shared: { run: randomUUID(), feeds, users } });
  return 'problem' in read ? read : read.plan;
}
