// Buckets that are public for links, and whose list of files is public too.
import type { Catalogue, Policy } from '../../model.ts';
import { type Fault, isAlwaysTrue, requestRolesOf } from './words.ts';

export function storageFaults({ publicBuckets = [], policies }: Catalogue): readonly Fault[] {
  return publicBuckets.flatMap((bucket) =>
    policies
      .filter((policy) => lists(policy, bucket))
      .map((policy) => ({
        object: `storage.objects/${policy.name}`,
        message: `policy "${policy.name}" lets ${requestRolesOf(policy).join(' and ')} list every file of the public bucket "${bucket}"`,
      })),
  );
}

function lists(policy: Policy, bucket: string): boolean {
  const { schema, table, permissive, command, using } = policy;
  if (schema !== 'storage' || table !== 'objects' || !permissive || (command !== 'SELECT' && command !== 'ALL')) return false;
  if (requestRolesOf(policy).length === 0) return false;
  if (using === null || isAlwaysTrue(using)) return true;
  const only = /^\(*\s*bucket_id\s*=\s*'((?:[^']|'')*)'(?:::\w+)?\s*\)*$/.exec(using.trim())?.[1];
  return only?.replaceAll("''", "'") === bucket;
}
