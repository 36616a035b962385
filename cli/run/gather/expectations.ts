// What the services ask of their environment, as the environment is held against it.
import type { CodeEvidence, EnvironmentRead, ExpectedVariable, Gathered, Value } from '../../../checks/model.ts';

/** What the service asks of its environment, once per variable: the strictest reader counts. */
export function expectations(code: Gathered<CodeEvidence>): {
  readonly expected: readonly ExpectedVariable[];
  readonly expectedMissing?: string;
} {
  if (!('found' in code)) return { expected: [], expectedMissing: code.missing };
  if (code.found.units.length === 0) return { expected: [], expectedMissing: 'no backend service was found in the code' };
  const byName = new Map<string, ExpectedVariable>();
  for (const read of code.found.units.flatMap((unit) => unit.environmentReads)) {
    const before = byName.get(read.name);
    const next = expectedBy(read);
    byName.set(read.name, before === undefined ? next : stricter(before, next));
  }
  return { expected: [...byName.values()] };
}

function expectedBy({ name, required, type, fallback, place }: EnvironmentRead): ExpectedVariable {
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
