// What the services ask of their environment, as the environment is held against it.
import type { CodeEvidence, EnvironmentRead, ExpectedVariable, Gathered, Unit, Value } from '../../../checks/model.ts';

/** What the service asks of its environment, once per variable: the strictest reader counts. */
export function expectations(code: Gathered<CodeEvidence>): {
  readonly expected: readonly ExpectedVariable[];
  readonly expectedMissing?: string;
} {
  if (!('found' in code)) return { expected: [], expectedMissing: code.missing };
  return expectedOfAll(code.found.units.map(expectedBy));
}

/** From what each service asks. */
export function expectedOfAll(all: readonly (readonly ExpectedVariable[])[]): ReturnType<typeof expectations> {
  if (all.length === 0) return { expected: [], expectedMissing: 'no backend service was found in the code' };
  const byName = new Map<string, ExpectedVariable>();
  for (const next of all.flat()) {
    const before = byName.get(next.name);
    byName.set(next.name, before === undefined ? next : stricter(before, next));
  }
  return { expected: [...byName.values()] };
}

/** All that one service reads, each reader for itself. */
export const expectedBy = ({ environmentReads }: Unit): readonly ExpectedVariable[] => environmentReads.map(expectedWhere);

function expectedWhere({ name, required, type, fallback, place }: EnvironmentRead): ExpectedVariable {
  const { path, line, column } = place;
  return { name, required, type, hasFallback: isWorth(fallback), readAt: { path, line, column } };
}

// An empty default only puts the failure off: the variable is as good as missing.
function isWorth(fallback: Value | undefined): boolean {
  if (fallback === undefined) return false;
  return fallback.kind !== 'literal' || (fallback.value !== null && fallback.value !== '');
}

function stricter(one: ExpectedVariable, other: ExpectedVariable): ExpectedVariable {
  const [first, second] = other.required && !one.required ? [other, one] : [one, other];
  return first.type === 'string' && second.type !== 'string' ? { ...first, type: second.type } : first;
}
