// Statements that no index serves, by their plans on a copy of the schema, on tables that are large where the service lives.
import type { Catalogue, DatabaseEvidence, Finding, Relation } from '../../model.ts';

/** One for each statement and table. */
export function planFaults(
  plans: DatabaseEvidence['plans'],
  catalogue: Catalogue,
  largeRows: number,
  at: (object: string) => Finding['place'],
): readonly Finding[] {
  if (plans === undefined || 'missing' in plans) return [];
  return plans.found.flatMap(({ text, place, whole }): readonly Finding[] => {
    if ('missing' in whole) return [];
    return whole.found.flatMap(({ table, filter }) => {
      const relation = catalogue.relations.find(({ schema, name }) => `${schema}.${name}` === table);
      if (relation === undefined || rowsOf(relation) < largeRows) return [];
      const message = `every one of the ${Math.round(rowsOf(relation))} rows of ${table} is read to find those with ${shown(filter)}: no index serves it, by its plan on a copy of the schema`;
      const object = at(`statement ${text.slice(0, 120)}`);
      return [place === undefined ? { message, place: object } : { message, place, related: [at(`table ${table}`)] }];
    });
  });
}

const rowsOf = ({ rows, liveRows }: Relation): number => Math.max(rows, liveRows);
const shown = (filter: string): string => (filter.length > 160 ? `${filter.slice(0, 160)}…` : filter);

/** How many were planned, in words; nothing where none was. */
export function plannedInWords(plans: DatabaseEvidence['plans']): string {
  if (plans === undefined) return '';
  if ('missing' in plans) return `; statements were not planned: ${plans.missing}`;
  const done = plans.found.filter(({ whole }) => 'found' in whole).length;
  return done === 0
    ? ''
    : `; ${done} of ${plans.found.length} statements were planned on a copy of the schema, and an index serves each on every large table`;
}
