// Functions that run with their owner's rights.
import type { Catalogue, DatabaseFunction } from '../../model.ts';
import { type Fault, named, platformSchemas } from './words.ts';

export function functionFaults(catalogue: Catalogue): readonly Fault[] {
  return catalogue.functions.flatMap((each): readonly Fault[] => {
    if (!each.securityDefiner || each.ofExtension || platformSchemas.has(each.schema)) return [];
    const object = named(each);
    const faults: Fault[] = [];
    if (!each.searchPathSet) {
      faults.push({ object, message: `security definer function ${object} sets no search_path: who calls it decides what its names mean` });
    }
    if (isOpen(each, catalogue)) {
      faults.push({ object, message: `security definer function ${object} runs with its owner's rights for anybody who is not signed in` });
    }
    return faults;
  });
}

function isOpen(each: DatabaseFunction, catalogue: Catalogue): boolean {
  const { schema, isTrigger, callableBy } = each;
  if (isTrigger || !catalogue.exposedSchemas.includes(schema) || !callableBy.includes('anon')) return false;
  return !isCalledByPolicy(each, catalogue);
}

/** It must be callable by whom the policy is for. */
export function isCalledByPolicy({ name }: DatabaseFunction, { policies }: Catalogue): boolean {
  const called = new RegExp(`\\b${name.replaceAll(/\W/g, '\\$&')}\\s*\\(`);
  return policies.some(({ using, check }) => called.test(using ?? '') || called.test(check ?? ''));
}
