// Puts the parts together: what is set, Supabase's own rules, and whether code and example files agree.
import { inconclusive, merge, notApplicable, type Seen, settle } from '../../answer.ts';
import type { Answer, EnvironmentEvidence, Place } from '../../model.ts';
import { lookAtAgreement } from './agreement.ts';
import { type Configuration, chosen } from './configuration.ts';
import { listed } from './listed.ts';
import { lookAtPresence } from './presence.ts';
import { lookAtSupabase } from './supabase.ts';
import { lookAtValues } from './values.ts';

export function judgeEnvironment(evidence: EnvironmentEvidence): Answer {
  const configuration = chosen(evidence);
  const agreement = lookAtAgreement(evidence, configuration);
  const otherwise = notApplicable('the service reads no environment variable');
  if (configuration === undefined) return settle(merge([agreement, problems(evidence), notGiven]), inconclusive('nothing was given'));
  const known = evidence.expectedMissing === undefined;
  const unknown: Seen = { bad: [], good: [], unclear: known ? [] : [`what the code reads is not known: ${evidence.expectedMissing}`] };
  if (known && evidence.expected.length === 0) return settle(merge([agreement, problems(evidence)]), otherwise);
  const values = lookAtValues(evidence, configuration);
  const supabase = withoutTold(lookAtSupabase(evidence, configuration), values);
  const parts = [lookAtPresence(evidence, configuration), values, supabase];
  return settle(merge([...parts, agreement, problems(evidence), unknown, summary(evidence, configuration)]), otherwise);
}

// One fault of a variable is enough: a placeholder is no key either.
function withoutTold(seen: Seen, before: Seen): Seen {
  const key = (place: Place) => (place.kind === 'environment' ? `${place.name} ${place.source}` : '');
  const told = new Set(before.bad.map(({ place }) => key(place)));
  return { ...seen, bad: seen.bad.filter(({ place }) => !told.has(key(place))) };
}

const notGiven: Seen = { bad: [], good: [], unclear: ['no environment was given: use --env-file or --env process'] };

function problems({ sources }: EnvironmentEvidence): Seen {
  const unread = sources.filter(({ problem }) => problem !== undefined);
  return { bad: [], good: [], unclear: unread.map(({ name, problem }) => `${name} ${problem}`) };
}

function summary({ expected }: EnvironmentEvidence, { sources, variables }: Configuration): Seen {
  const set = new Set(variables.filter(({ empty }) => !empty).map(({ name }) => name));
  const required = expected.filter((each) => each.required && !each.hasFallback).length;
  const absent = expected.filter((each) => !each.required && !each.hasFallback && !set.has(each.name)).map(({ name }) => name);
  const rest = absent.length === 0 ? '' : `; read without a default and not set: ${listed(absent)}`;
  const good = sources.map(({ name: source, committed }) => ({
    message: `all of the ${required} required variables are set, of their kind and no placeholders${committed ? '; the file is committed' : ''}${rest}`,
    place: { kind: 'environment', name: '*', source } as const,
  }));
  return { bad: [], good };
}
