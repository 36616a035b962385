// What is set, variable by variable: of its kind, real, strong, and fit for production.
import type { Seen } from '../../answer.ts';
import type { EnvironmentEvidence, ExpectedVariable, Variable } from '../../model.ts';
import { type Configuration, effective, groups } from './configuration.ts';
import { filePlace, placeOf } from './places.ts';

/** Looks at variables the code reads; at all of them where nobody knows what it reads. */
export function lookAtValues(evidence: EnvironmentEvidence, configuration: Configuration): Seen {
  const expected = new Map(evidence.expected.map((each) => [each.name, each]));
  const documented = numbersDocumented(evidence);
  const judged = groups(configuration)
    .flatMap((variables) => [...effective(variables).values()])
    .filter(({ name, empty }) => !empty && (expected.size === 0 || expected.has(name) || /SUPABASE/.test(name)));
  const bad = judged.flatMap((variable) => {
    const asked = expected.get(variable.name);
    const type = asked === undefined || asked.type === 'string' ? (documented.get(variable.name) ?? 'string') : asked.type;
    const message = fault(variable, type, configuration.production);
    if (message === undefined) return [];
    return [{ message: `${variable.name} ${message}`, place: placeOf(variable), ...(asked ? { related: [filePlace(asked.readAt)] } : {}) }];
  });
  return { bad, good: [] };
}

/** A version or an id may be written like a number and is none. */
const namesText = /VERSION|TAG|CODE|PHONE|DATE|LEVEL|(?:^|_)IDS?$/;

// What an example file shows as a number, and a port anywhere, is one.
function numbersDocumented({ sources, variables }: EnvironmentEvidence): ReadonlyMap<string, 'number'> {
  const examples = new Set(sources.filter(({ role }) => role === 'example').map(({ name }) => name));
  const shown = variables.filter(({ name, source, shape }) => examples.has(source) && shape.kind === 'number' && !namesText.test(name));
  return new Map(['PORT', ...shown.map(({ name }) => name)].map((name) => [name, 'number']));
}

function fault(variable: Variable, type: ExpectedVariable['type'], production: boolean): string | undefined {
  if (variable.placeholder) return 'holds a placeholder';
  if (variable.weak) return 'is a secret that can be guessed: too short, too simple or a well-known word';
  const kind = mistyped(variable, type);
  if (kind !== undefined) return `should be a ${kind} and is not`;
  return production ? ofDevelopment(variable) : undefined;
}

function mistyped({ shape }: Variable, type: ExpectedVariable['type']): string | undefined {
  // A shape that hides its value tells nothing about its kind; a value that another variable fills in is none yet.
  if (shape.kind === 'secret' || (shape.kind === 'text' && shape.value.includes('${'))) return undefined;
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
  const points = shape.kind === 'text' && thisMachine.test(shape.value) && !/^(?:HOST|BIND|ADDRESS|LISTEN|HOSTNAME)/.test(name);
  return points ? 'points to this machine in a production environment' : undefined;
}
