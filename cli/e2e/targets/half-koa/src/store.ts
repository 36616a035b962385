// Plans, each of one user: a database in memory, gone when the service ends.
import { randomUUID } from 'node:crypto';

interface Plan {
  readonly id: string;
  readonly title: string;
}
const plans = new Map<string, readonly Plan[]>();

export function addPlan(owner: string, title: string): Plan {
  const plan = { id: randomUUID(), title };
  plans.set(owner, [...plansOf(owner), plan]);
  return plan;
}

export function plansOf(owner: string): readonly Plan[] {
  return plans.get(owner) ?? [];
}

/** Whether plans can be kept. */
export function isUp(): boolean {
  return plans.size < 100_000;
}
