// Brings environment evidence: which files and variables there are and what their values look like. Values never leave `values.ts`.
import type { EnvironmentEvidence, EnvironmentSource, ExpectedVariable, Variable } from '../../model.ts';
import { namesWritten, trackedFiles } from './git.ts';
import { isStandIn, isWeak, valueShape } from './shape.ts';
import { type EnvironmentRequest, type ReadSource, readSources } from './values.ts';

/** Gathers the environment of a checkout. A file that cannot be read is told of in its source's `problem`; nothing throws. */
export async function gatherEnvironment(
  request: EnvironmentRequest & { readonly expected: readonly ExpectedVariable[]; readonly expectedMissing?: string },
): Promise<EnvironmentEvidence> {
  const read = await readSources(request);
  const names = unreadNames(read, request.expected);
  const [tracked, mentioned] = await Promise.all([
    trackedFiles(request.root, namesOf(read)),
    names.length === 0 ? [] : namesWritten(request.root, names),
  ]);
  const committed = 'tracked' in tracked ? tracked.tracked : new Set<string>();
  return {
    sources: read.map((source) => described(source, committed)),
    variables: withoutStrangers(read.flatMap(variablesOf), request.expected),
    expected: request.expected,
    ...(request.expectedMissing === undefined ? {} : { expectedMissing: request.expectedMissing }),
    ...('missing' in tracked ? { committedMissing: tracked.missing } : {}),
    ...(mentioned === undefined ? {} : { mentioned }),
  };
}

function described({ name, role, parsed }: ReadSource, committed: ReadonlySet<string>): EnvironmentSource {
  return { name, role, committed: committed.has(name), ...('problem' in parsed ? { problem: parsed.problem } : {}) };
}

function variablesOf({ name: source, role, parsed }: ReadSource): readonly Variable[] {
  if ('problem' in parsed) return [];
  const documented = role === 'example' ? parsed.commentedOut : [];
  return [...parsed.assigned, ...documented].map(({ name, value, line }) => ({
    name,
    source,
    line,
    empty: value.trim() === '',
    placeholder: isStandIn(name, value),
    weak: isWeak(name, value),
    shape: valueShape(name, value),
  }));
}

const tellsMuch = /SUPABASE|^(?:NODE_ENV|APP_ENV|ENVIRONMENT|ENV|PYTHON_ENV|(?:\w+_)?DEBUG)$/;

// A process inherits much that is none of the service's business and nobody else's either.
function withoutStrangers(variables: readonly Variable[], expected: readonly ExpectedVariable[]): readonly Variable[] {
  const known = new Set([...expected, ...variables.filter(({ source }) => source !== 'process')].map(({ name }) => name));
  return variables.filter(({ name, source }) => source !== 'process' || known.has(name) || tellsMuch.test(name));
}

function unreadNames(read: readonly ReadSource[], expected: readonly ExpectedVariable[]): readonly string[] {
  const asked = new Set(expected.map(({ name }) => name));
  const set = read.flatMap(({ name, parsed }) => (name === 'process' || 'problem' in parsed ? [] : parsed.assigned));
  return [...new Set(set.map(({ name }) => name).filter((name) => !asked.has(name)))];
}

function namesOf(read: readonly ReadSource[]): readonly string[] {
  return read.map(({ name }) => name).filter((name) => name !== 'process' && !name.startsWith('/'));
}
