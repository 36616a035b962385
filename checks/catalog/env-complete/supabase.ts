// Supabase's three variables belong to one project, and each key is the key its name says.
import type { Seen } from '../../answer.ts';
import type { EnvironmentEvidence, Finding, Variable } from '../../model.ts';
import { type Configuration, effective, groups } from './configuration.ts';
import { placeOf } from './places.ts';

const urlName = /^(?:[A-Z0-9]+_)*SUPABASE_(?:PROJECT_)?URL$/;
const anonName = /SUPABASE\w*(?:ANON|PUBLISHABLE)/;
const serviceName = /SUPABASE\w*(?:SERVICE|SECRET_KEY)/;

export function lookAtSupabase(_: EnvironmentEvidence, configuration: Configuration): Seen {
  const bad = groups(configuration).flatMap((variables) => {
    const set = [...effective(variables).values()].filter(({ empty, placeholder }) => !empty && !placeholder);
    const urls = set.filter(({ name }) => urlName.test(name));
    const keys = set.filter(({ name }) => /SUPABASE/.test(name) && !/JWT|URL/.test(name));
    const alone = [...urls.map(urlFault), ...keys.map((key) => keyFault(key, configuration.production))];
    return [...alone, ...urls.flatMap((url) => keys.map((key) => projectFault(url, key)))].filter((each) => each !== undefined);
  });
  return { bad, good: [] };
}

function urlFault(url: Variable): Finding | undefined {
  if (url.shape.kind !== 'url') return { message: `${url.name} is no URL`, place: placeOf(url) };
  // That it is local is told by itself where it matters.
  if (url.shape.protocol === 'https' || url.shape.local) return undefined;
  return { message: `${url.name} is ${url.shape.protocol}, not https: keys travel in the clear`, place: placeOf(url) };
}

function keyFault(key: Variable, production: boolean): Finding | undefined {
  const asked = anonName.test(key.name) ? 'anon' : serviceName.test(key.name) ? 'service_role' : undefined;
  const role = roleOf(key);
  const place = placeOf(key);
  if (asked !== undefined && role !== undefined && role !== asked) {
    return { message: `${key.name} holds a key of role ${role}: it should be ${asked}`, place };
  }
  if (key.shape.kind === 'supabase-jwt' && key.shape.expired) return { message: `${key.name} has expired`, place };
  if (production && asked !== undefined && role === undefined) return { message: `${key.name} is no Supabase key`, place };
  return undefined;
}

function roleOf({ shape }: Variable): string | undefined {
  if (shape.kind === 'supabase-jwt') return shape.role;
  if (shape.kind !== 'supabase-key') return undefined;
  return shape.role === 'secret' ? 'service_role' : 'anon';
}

function projectFault(url: Variable, key: Variable): Finding | undefined {
  const of = url.shape.kind === 'url' ? url.shape.supabaseRef : undefined;
  const ref = key.shape.kind === 'supabase-jwt' ? key.shape.ref : undefined;
  if (of === undefined || ref === undefined || of === ref) return undefined;
  return { message: `${key.name} belongs to project ${ref}, ${url.name} to project ${of}`, place: placeOf(key), related: [placeOf(url)] };
}
