// A policy that a call of a library is told by its options.
import type { Call, Value } from '../../model.ts';
import type { Policy, Semantics } from './policy.ts';

export const isTrue = (value: Value | 'absent' | 'unknown'): boolean =>
  typeof value === 'object' && value.kind === 'literal' && value.value === true;

export function named(call: Call, semantics: Semantics, credentials: string, key = 'origin'): Policy {
  return { site: call, semantics, origins: call.option(key), credentials: isTrue(call.option(credentials)) };
}
