// Environment evidence, and the values that starting the service and redaction need; values stay in memory.
import { gatherEnvironment } from '../../../checks/evidence/environment/gather.ts';
import { type EnvironmentRequest, readSecrets, readValues } from '../../../checks/evidence/environment/values.ts';
import type { CodeEvidence, EnvironmentEvidence, EnvironmentRead, ExpectedVariable, Gathered, Value } from '../../../checks/model.ts';
import type { GatherRequest } from './run.ts';

export interface KnownEnvironment {
  readonly gathered: Gathered<EnvironmentEvidence>;
  /** Every variable of the sources given, by name. */
  readonly values: ReadonlyMap<string, string>;
  /** Those of them that are secrets. */
  readonly secrets: ReadonlyMap<string, string>;
}

/** For a run that looks elsewhere. */
export const noEnvironment: KnownEnvironment = {
  gathered: { missing: 'this run looks at the database alone', notAsked: true },
  values: new Map(),
  secrets: new Map(),
};

/** Looks at the env files of the folder, or those the user named, and at this process' environment where it was given. */
export async function knownEnvironment(
  asked: Pick<GatherRequest, 'root' | 'settings' | 'envFiles'>,
  code: Gathered<CodeEvidence>,
): Promise<KnownEnvironment> {
  const { root, settings, envFiles } = asked;
  if (root === undefined && envFiles.length === 0 && settings.processEnvironment !== true) {
    return { gathered: { missing: 'no folder and no env file was given', notAsked: true }, values: new Map(), secrets: new Map() };
  }
  const request = requestOf(asked, code);
  const { expected, expectedMissing } = expectations(code);
  const [found, values, secrets] = await Promise.all([
    gatherEnvironment({ ...request, expected, ...(expectedMissing === undefined ? {} : { expectedMissing }) }),
    readValues(request),
    readSecrets(request),
  ]);
  return { gathered: { found }, values, secrets };
}

function requestOf(
  { root, settings, envFiles }: Pick<GatherRequest, 'root' | 'settings' | 'envFiles'>,
  code: Gathered<CodeEvidence>,
): EnvironmentRequest {
  const folders = 'found' in code ? code.found.units.map((unit) => unit.root) : [];
  return {
    root: root ?? process.cwd(),
    files: envFiles.length > 0 || root === undefined ? envFiles : 'discover',
    folders,
    ...(settings.processEnvironment === true ? { processEnv: process.env } : {}),
  };
}

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
