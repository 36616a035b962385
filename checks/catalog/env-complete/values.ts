// Each variable by itself: is it there, of its kind, real, strong, and fit for production.
import type { Seen } from '../../answer.ts';
import type { EnvironmentEvidence, EnvironmentPlace, ExpectedVariable, FilePlace, Finding, Variable } from '../../model.ts';
import { type Configuration, effective, sourcesFor, speaksFor } from './configuration.ts';

/** Every required variable without a default is set to something. */
export function lookAtPresence({ expected }: EnvironmentEvidence, configuration: Configuration): Seen {
  const required = expected.filter((each) => each.required && !each.hasFallback);
  const seen = required.map((each) => presence(each, configuration));
  return {
    bad: seen.flatMap((each) => (typeof each === 'object' ? [each] : [])),
    good: [],
    unclear: seen.flatMap((each) => (typeof each === 'string' ? [each] : [])),
  };
}

function presence(expected: ExpectedVariable, configuration: Configuration): Finding | string | undefined {
  const { name, readAt } = expected;
  const sources = sourcesFor(configuration, expected);
  const last = sources.at(-1);
  if (last === undefined) return `no environment was given for ${readAt.path}`;
  const roles = new Map(configuration.sources.map((each) => [each.name, each.role]));
  const here = [...configuration.shared, ...configuration.variables].filter(
    ({ name: each, source }) => each === name && speaksFor({ name: source, role: roles.get(source) ?? 'development' }, readAt.path),
  );
  if (here.some(({ empty }) => !empty)) return undefined;
  const message = here.length > 0 ? `${name} is required and set to nothing` : `${name} is required and not set`;
  return { message, place: { kind: 'environment', name, source: here.at(-1)?.source ?? last.name }, related: [filePlace(readAt)] };
}

/** What is set is of its kind, no placeholder, not weak, and in production not of a developer's machine. */
export function lookAtValues(evidence: EnvironmentEvidence, configuration: Configuration): Seen {
  const expected = new Map(evidence.expected.map((each) => [each.name, each]));
  const judged = [...effective(configuration.variables).values()].filter(
    ({ name, empty }) => !empty && (evidence.expected.length === 0 || expected.has(name) || /SUPABASE|DEBUG$/.test(name)),
  );
  const bad = judged.flatMap((variable) => {
    const asked = expected.get(variable.name);
    const message = fault(variable, asked, configuration.production);
    if (message === undefined) return [];
    return [{ message: `${variable.name} ${message}`, place: placeOf(variable), ...(asked ? { related: [filePlace(asked.readAt)] } : {}) }];
  });
  return { bad, good: [] };
}

function fault(variable: Variable, expected: ExpectedVariable | undefined, production: boolean): string | undefined {
  if (variable.placeholder) return 'holds a placeholder';
  if (variable.weak) return 'is a secret that can be guessed: too short, too simple or a well-known word';
  const kind = expected === undefined ? undefined : mistyped(variable, expected.type);
  if (kind !== undefined) return `should be a ${kind} and is not`;
  return production ? ofDevelopment(variable) : undefined;
}

function mistyped({ shape }: Variable, type: ExpectedVariable['type']): string | undefined {
  // A shape that hides its value tells nothing about its kind.
  if (shape.kind === 'secret') return undefined;
  if (type === 'number') return shape.kind === 'number' ? undefined : 'number';
  if (type === 'url') return shape.kind === 'url' ? undefined : 'URL';
  if (type !== 'boolean' || shape.kind === 'boolean') return undefined;
  if (shape.kind === 'number') return shape.value === 0 || shape.value === 1 ? undefined : 'boolean';
  return shape.kind === 'text' && /^(?:yes|no|on|off|y|n|t|f)$/i.test(shape.value) ? undefined : 'boolean';
}

const thisMachine = /^(?:localhost|127(?:\.\d+){3}|\[?::1\]?)(?::\d+)?$|\bhttps?:\/\/(?:localhost|127(?:\.\d+){3})\b/i;

function ofDevelopment({ name, shape }: Variable): string | undefined {
  if (shape.kind === 'url' && shape.local) return `points to ${shape.host} in a production environment`;
  // A plain HOST or BIND is the address to listen on.
  if (shape.kind === 'text' && thisMachine.test(shape.value) && !/^(?:HOST|BIND|ADDRESS|LISTEN|HOSTNAME)/.test(name))
    return 'points to this machine in a production environment';
  const on = (shape.kind === 'boolean' && shape.value) || (shape.kind === 'number' && shape.value === 1);
  return on && /^(?:(?:APP|FLASK|DJANGO|FASTAPI|SERVER|API)_)?DEBUG$/.test(name) ? 'is on in a production environment' : undefined;
}

export function placeOf({ name, source }: Variable): EnvironmentPlace {
  return { kind: 'environment', name, source };
}

export function filePlace({ path, line, column }: ExpectedVariable['readAt']): FilePlace {
  return { kind: 'file', path, line, column };
}
