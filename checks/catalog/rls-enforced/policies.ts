// Policies that hold nobody back, or believe what a user can change.
import type { Catalogue, Policy, Relation, RequestRole } from '../../model.ts';
import { type Fault, isAlwaysTrue, isExposed, named, personalColumns, platformSchemas, requestRolesOf } from './words.ts';

export function policyFaults(catalogue: Catalogue): readonly Fault[] {
  return catalogue.policies.flatMap((policy) => [
    ...alwaysTrue(policy, catalogue),
    ...personalToAll(policy, catalogue),
    ...believesUser(policy),
  ]);
}

const tableOf = (policy: Policy, { relations }: Catalogue): Relation | undefined =>
  relations.find(({ schema, name }) => schema === policy.schema && name === policy.table);
const objectOf = ({ schema, table, name }: Policy): string => `${schema}.${table}/${name}`;

function alwaysTrue(policy: Policy, catalogue: Catalogue): readonly Fault[] {
  const table = tableOf(policy, catalogue);
  if (table === undefined || !policy.permissive || !table.rowSecurity || !isExposed(table, catalogue)) return [];
  const open = openDeeds(policy).filter((deed) => !isRestricted(policy, deed, catalogue));
  const found = requestRolesOf(policy).flatMap((role) => {
    const deeds = open.filter((deed) => table.grants[role].includes(deed)).map((deed) => deed.toLowerCase());
    return deeds.length === 0 ? [] : [`${role} ${deeds.join(', ')}`];
  });
  if (found.length === 0) return [];
  return [
    {
      object: objectOf(policy),
      message: `policy "${policy.name}" on ${named(table)} is always true: it lets ${found.join(' and ')} any row`,
    },
  ];
}

/** What the policy allows to all rows; reading is left out, for a public table is often meant. */
function openDeeds({ command, using, check }: Policy): readonly string[] {
  const anyRow = isAlwaysTrue(using);
  const anyNew = isAlwaysTrue(check) || (check === null && (anyRow || (using === null && command === 'INSERT')));
  return [
    ...(anyNew && (command === 'ALL' || command === 'INSERT') ? ['INSERT'] : []),
    ...(anyRow && (command === 'ALL' || command === 'UPDATE') ? ['UPDATE'] : []),
    ...(anyRow && (command === 'ALL' || command === 'DELETE') ? ['DELETE'] : []),
  ];
}

/** A restrictive policy that says more than "true" narrows it. */
function isRestricted(policy: Policy, deed: string, { policies }: Catalogue): boolean {
  return policies.some((each) => {
    if (each.permissive || each.schema !== policy.schema || each.table !== policy.table) return false;
    if (each.command !== 'ALL' && each.command !== deed) return false;
    return !isAlwaysTrue(deed === 'INSERT' ? (each.check ?? each.using) : each.using);
  });
}

function personalToAll(policy: Policy, catalogue: Catalogue): readonly Fault[] {
  const table = tableOf(policy, catalogue);
  if (table === undefined || !policy.permissive || !table.rowSecurity || !isExposed(table, catalogue)) return [];
  if ((policy.command !== 'ALL' && policy.command !== 'SELECT') || !isAlwaysTrue(policy.using)) return [];
  if (isRestricted(policy, 'SELECT', catalogue)) return [];
  const columns = personalColumns(table);
  const readers: readonly RequestRole[] = requestRolesOf(policy).filter((role) => table.grants[role].includes('SELECT'));
  if (columns.length === 0 || readers.length === 0) return [];
  const who = readers.includes('anon') ? 'anybody' : 'every signed-in user';
  return [
    { object: objectOf(policy), message: `policy "${policy.name}" shows ${columns.join(', ')} of every row of ${named(table)} to ${who}` },
  ];
}

function believesUser(policy: Policy): readonly Fault[] {
  if (platformSchemas.has(policy.schema)) return [];
  const text = `${policy.using ?? ''} ${policy.check ?? ''}`;
  if (!/(?:auth\.jwt\(\)|request\.jwt\.claims)[\s\S]*user_metadata|raw_user_meta_data/.test(text)) return [];
  const message = `policy "${policy.name}" on ${policy.schema}.${policy.table} believes the user's own metadata, which users can change`;
  return [{ object: objectOf(policy), message }];
}
