// What Supabase's advisors warn of and what lets nobody at a row: named, and no verdict hangs on it.
import type { Catalogue } from '../../model.ts';
import { isCalledByPolicy } from './functions.ts';
import { type Fault, named, platformSchemas, roles } from './words.ts';

export function notesOf(catalogue: Catalogue): readonly Fault[] {
  return [...extensionNotes(catalogue), ...namesTold(catalogue), ...callableBySignedIn(catalogue)].map(({ object, message }) => ({
    object,
    message: `named without a verdict: ${message}`,
  }));
}

function extensionNotes({ extensions, exposedSchemas }: Catalogue): readonly Fault[] {
  return extensions.flatMap(({ name, schema, version, defaultVersion }) => {
    const object = `extension ${name}`;
    const isAmongOurs = name !== 'plpgsql' && exposedSchemas.includes(schema) && !platformSchemas.has(schema);
    return [
      ...(isAmongOurs ? [{ object, message: `extension ${name} lies in ${schema}, where its names mix with those that are served` }] : []),
      ...(defaultVersion === null || defaultVersion === version
        ? []
        : [{ object, message: `extension ${name} is at version ${version}, and the server brings ${defaultVersion}` }]),
    ];
  });
}

/** By introspection; what its rows are is kept by policies all the same. */
function namesTold({ extensions, relations }: Catalogue): readonly Fault[] {
  if (!extensions.some(({ name }) => name === 'pg_graphql')) return [];
  return roles.flatMap((role): readonly Fault[] => {
    const told = relations
      .filter(({ schema, kind, grants }) => kind !== 'partitioned-table' && !platformSchemas.has(schema) && grants[role].includes('SELECT'))
      .map(named);
    return told.length === 0
      ? []
      : [{ object: 'extension pg_graphql', message: `pg_graphql tells ${role} the columns of ${told.join(', ')}` }];
  });
}

function callableBySignedIn(catalogue: Catalogue): readonly Fault[] {
  return catalogue.functions
    .filter((each) => each.securityDefiner && !each.ofExtension && !each.isTrigger && !isCalledByPolicy(each, catalogue))
    .filter(
      ({ schema, callableBy }) =>
        !platformSchemas.has(schema) && catalogue.exposedSchemas.includes(schema) && callableBy.includes('authenticated'),
    )
    .map((each) => ({ object: named(each), message: `every signed-in user may call ${named(each)}, which runs with its owner's rights` }));
}
