// What environment files show: secrets that are committed with them, or built into clients by their names.
import { notApplicable, settle } from '../../answer.ts';
import type { Answer, EnvironmentEvidence, EnvironmentSource, Finding, Variable } from '../../model.ts';

export function judgeEnvironment({ sources, variables, committedMissing }: EnvironmentEvidence): Answer {
  const held = sources.filter(({ name }) => name !== 'process').map((source) => ({ source, secrets: secretsIn(source, variables) }));
  const bad = [...held.flatMap(({ source, secrets }) => (source.committed ? secrets.map(committed) : [])), ...variables.flatMap(shipped)];
  const kept = held.filter(({ source, secrets }) => !source.committed && secrets.length > 0);
  if (committedMissing === undefined)
    return settle({ bad, good: kept.flatMap(({ secrets }) => notCommitted(secrets)) }, notApplicable('no environment file holds a secret'));
  const [open] = kept;
  const unclear = open === undefined ? [] : [`${open.source.name} holds a secret, and ${committedMissing}`];
  return settle({ bad, good: [], unclear }, notApplicable('no environment file holds a secret'));
}

const at = ({ name, source }: Variable): Finding['place'] => ({ kind: 'environment', name, source });

const secretsIn = (source: EnvironmentSource, variables: readonly Variable[]): readonly Variable[] =>
  variables.filter((variable) => variable.source === source.name && !variable.empty && !variable.placeholder && isSecret(variable, source));

/** Known by its shape it is a secret anywhere; known by its name alone it may be an example's or a test's. */
function isSecret({ shape, weak }: Variable, { role }: EnvironmentSource): boolean {
  switch (shape.kind) {
    case 'supabase-jwt':
      // The keys of the local development stack are the same for everybody and name no project.
      return shape.role === 'service_role' && shape.ref !== undefined;
    case 'supabase-key':
      return shape.role === 'secret';
    case 'openai-key':
    case 'private-key':
      return role !== 'test';
    case 'url':
      return shape.hasPassword && !isBeside(shape, role) && (role === 'production' || role === 'development' || role === 'given');
    case 'secret':
      return !weak && shape.onlyLong !== true && (role === 'production' || role === 'development' || role === 'given');
    default:
      return false;
  }
}

type Url = Extract<Variable['shape'], { kind: 'url' }>;

/** This machine, or a container beside the service: its host has no dot, and nobody outside comes to it. What production asks by such a name is its own. */
const isBeside = ({ local, host }: Url, role: EnvironmentSource['role']): boolean =>
  local || (role !== 'production' && /^[\w-]+(?::\d+)?$/.test(host) && !isDrawn(host));

/** `dpg-…-a`: hosts of a platform whose names are drawn; people name a container by a word. */
const isDrawn = (host: string): boolean => host.split(/[-_:]/).some((word) => word.length >= 12 && /\d.*\D.*\d/.test(word));

const committed = (variable: Variable): Finding => ({
  message: `${variable.name} is set to a secret in ${variable.source}, which is committed`,
  place: at(variable),
});

function notCommitted(secrets: readonly Variable[]): readonly Finding[] {
  const [first] = secrets;
  if (first === undefined) return [];
  const many = secrets.length === 1 ? 'its secret is' : `its ${secrets.length} secrets are`;
  return [{ message: `${first.source} is not committed, so ${many} not either`, place: at(first) }];
}

const clientPrefix = /^(?:NEXT_PUBLIC|VITE|EXPO_PUBLIC|REACT_APP|NUXT_PUBLIC|GATSBY|VUE_APP)_/;
const secretWords = /SERVICE_?(?:ROLE|KEY)|SECRET|PRIVATE_KEY|OPENAI_(?:API_)?KEY|ANTHROPIC_(?:API_)?KEY|DATABASE_URL/;

/** Build tools put every variable of such a name into what users download. */
function shipped(variable: Variable): readonly Finding[] {
  const { name, shape, empty, placeholder } = variable;
  if (empty || placeholder || !clientPrefix.test(name)) return [];
  const byShape =
    (shape.kind === 'supabase-jwt' && shape.role === 'service_role') ||
    (shape.kind === 'supabase-key' && shape.role === 'secret') ||
    shape.kind === 'openai-key' ||
    shape.kind === 'private-key';
  if (!byShape && !secretWords.test(name.replace(clientPrefix, ''))) return [];
  return [{ message: `${name} holds a secret and is built into clients by its prefix`, place: at(variable) }];
}
