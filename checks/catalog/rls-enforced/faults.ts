// What a schema's catalogue shows of rows that are kept from nobody. One function for each kind; the docs name the advisor's lint beside it.
import type { Catalogue, Policy, Relation, RequestRole } from '../../model.ts';
import { extensionFaults } from './extensions.ts';
import { functionFaults } from './functions.ts';
import { policyFaults } from './policies.ts';
import { storageFaults } from './storage.ts';
import { viewFaults } from './views.ts';
import { type Fault, isExposed, named, platformSchemas, roles } from './words.ts';

/** Everything the catalogue shows, table by table. */
export function faultsOf(catalogue: Catalogue): readonly Fault[] {
  return [
    ...catalogue.relations.flatMap((relation) => tableFaults(relation, catalogue)),
    ...policyFaults(catalogue),
    ...viewFaults(catalogue),
    ...functionFaults(catalogue),
    ...storageFaults(catalogue),
    ...extensionFaults(catalogue),
  ];
}

function tableFaults(relation: Relation, catalogue: Catalogue): readonly Fault[] {
  const { schema, kind, rowSecurity, ofExtension } = relation;
  if ((kind !== 'table' && kind !== 'partitioned-table') || ofExtension || rowSecurity) return [];
  const object = named(relation);
  const own = catalogue.policies.filter((policy) => policy.schema === schema && policy.table === relation.name);
  const policies = own.length === 0 ? '' : `, so that its ${own.length === 1 ? 'policy does' : `${own.length} policies do`} nothing`;
  if (isExposed(relation, catalogue)) {
    return [{ object, message: `row level security is off on table ${object}, which ${mayWhat(relation)}${policies}` }];
  }
  if (isQueue(relation, catalogue))
    return [{ object, message: `row level security is off on queue ${object}, which ${mayWhat(relation)}` }];
  if (own.length === 0 || platformSchemas.has(schema)) return [];
  return [{ object, message: `row level security is off on table ${object}${policies}` }];
}

function isQueue({ schema, name, grants }: Relation, { exposedSchemas }: Catalogue): boolean {
  return schema === 'pgmq' && /^q_/.test(name) && exposedSchemas.includes('pgmq_public') && roles.some((role) => grants[role].length > 0);
}

function mayWhat({ grants }: Relation): string {
  const both = roles.filter((role) => grants[role].length > 0);
  const deeds = [...new Set(both.flatMap((role) => grants[role]))].map((deed) => deed.toLowerCase());
  return `${both.join(' and ')} may ${deeds.join(', ')}`;
}

/** A deliberate grant (the roles were given different rights) that no policy lets anybody use. */
export function deadGrants(catalogue: Catalogue): readonly Fault[] {
  return catalogue.relations.flatMap((relation): readonly Fault[] => {
    if (!relation.rowSecurity || !isExposed(relation, catalogue)) return [];
    const { anon, authenticated } = relation.grants;
    if (anon.join() === authenticated.join()) return [];
    const object = named(relation);
    return authenticated.flatMap((deed) =>
      deed === 'SELECT' && !hasPolicy(catalogue, relation, deed, 'authenticated')
        ? [{ object, message: `authenticated is granted select on ${object}, and no policy lets anybody see a row` }]
        : [],
    );
  });
}

function hasPolicy({ policies }: Catalogue, relation: Relation, deed: string, role: RequestRole): boolean {
  const fits = (policy: Policy): boolean =>
    policy.schema === relation.schema &&
    policy.table === relation.name &&
    policy.permissive &&
    (policy.command === 'ALL' || policy.command === deed) &&
    (policy.roles.includes('public') || policy.roles.includes(role));
  return policies.some(fits);
}
