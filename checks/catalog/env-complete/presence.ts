// Everything that is required is there, and set to something.
import type { Seen } from '../../answer.ts';
import type { EnvironmentEvidence, ExpectedVariable, Variable } from '../../model.ts';
import { type Configuration, sourcesFor, speaksFor } from './configuration.ts';
import { filePlace } from './places.ts';

/** Looks at what the code requires, and at what an example file says must be filled in. */
export function lookAtPresence({ expected, sources, variables }: EnvironmentEvidence, configuration: Configuration): Seen {
  const examples = new Set(sources.filter(({ role }) => role === 'example').map(({ name }) => name));
  const toFillIn = new Set(variables.filter(({ source, placeholder }) => placeholder && examples.has(source)).map(({ name }) => name));
  const seen = expected.filter(({ hasFallback }) => !hasFallback).map((each) => presence(each, configuration, toFillIn.has(each.name)));
  return { bad: seen.flatMap(({ bad }) => bad), good: [], unclear: seen.flatMap(({ unclear }) => unclear ?? []) };
}

const nothing: Seen = { bad: [], good: [] };
/** Without one, a service can do little; without a monitoring key it only says less. */
const essential = /(?:KEY|SECRET|PASSWORD)$|^(?:SUPABASE|DATABASE)_URL$/;

function presence(expected: ExpectedVariable, configuration: Configuration, toFillIn: boolean): Seen {
  const { name, required, readAt } = expected;
  if (!required && !toFillIn) return nothing;
  const last = sourcesFor(configuration, expected).at(-1);
  if (last === undefined) return required ? { ...nothing, unclear: [`no environment was given for ${readAt.path}`] } : nothing;
  const set = settings(expected, configuration);
  if (set.some(({ empty }) => !empty)) return nothing;
  if (!required && set.length === 0) {
    const unclear = `${name} is documented, read without a default and not set: whether it is required is not known`;
    return essential.test(name) ? { ...nothing, unclear: [unclear] } : nothing;
  }
  const need = required ? 'is required' : 'is to be filled in';
  const message = `${name} ${need} and ${set.length > 0 ? 'set to nothing' : 'not set'}`;
  const place = { kind: 'environment', name, source: set.at(-1)?.source ?? last.name } as const;
  return { bad: [{ message, place, related: [filePlace(readAt)] }], good: [] };
}

function settings({ name, readAt }: ExpectedVariable, { sources, variables, shared }: Configuration): readonly Variable[] {
  const roles = new Map(sources.map((each) => [each.name, each.role]));
  return [...shared, ...variables].filter(
    (each) => each.name === name && speaksFor({ name: each.source, role: roles.get(each.source) ?? 'development' }, readAt.path),
  );
}
