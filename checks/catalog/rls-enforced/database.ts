// The live database: its catalogue, and whether it has what the migrations say.
import { inconclusive, notApplicable, settle } from '../../answer.ts';
import type { Answer, Catalogue, DatabaseEvidence, Finding } from '../../model.ts';
import { accessFaults, inWords } from './access.ts';
import { deadGrants, faultsOf } from './faults.ts';
import { notesOf } from './notes.ts';
import { type Fault, isExposed, named } from './words.ts';

export function judgeDatabase({ name, catalogue, expected, access }: DatabaseEvidence): Answer {
  if ('missing' in catalogue) return inconclusive(catalogue.missing);
  const live = catalogue.found;
  if (!live.hasRequestRoles)
    return notApplicable(`${name} has no roles anon and authenticated: only the service itself comes to its tables`);
  const shown = [...faultsOf(live), ...deadGrants(live), ...('found' in expected ? driftOf(live, expected.found) : [])];
  const tried = 'found' in access ? accessFaults(access.found, live) : [];
  // What was tried proves what the catalogue shows: told once.
  const faults = [...shown, ...tried.filter(({ object }) => !shown.some((fault) => fault.object.split('/')[0] === object))];
  const tables = live.relations.filter((each) => each.rowSecurity && isExposed(each, live));
  const at = (object: string): Finding['place'] => ({ kind: 'database', database: name, object });
  const good = tables.map((table) => ({
    message: `row level security is on for ${named(table)}, with ${policyCount(table, live)}${triedOn(named(table), access)}`,
    place: at(named(table)),
  }));
  // A verdict hangs on none of them: without a table that is kept there is nothing to name them beside.
  const notes = good.length === 0 ? [] : notesOf(live).map(({ object, message }) => ({ message, place: at(object) }));
  return settle(
    { bad: faults.map(({ object, message }) => ({ message, place: at(object) })), good: [...good, ...notes] },
    notApplicable(`${name} serves no table to clients`),
  );
}

/** The table's line of the matrix. */
function triedOn(table: string, access: DatabaseEvidence['access']): string {
  if ('missing' in access) return `; not tried on a copy: ${access.missing}`;
  const line = access.found.tables.find((each) => each.table === table);
  return line === undefined ? '' : `; tried on a copy, ${inWords(line)}`;
}

function policyCount({ schema, name }: { readonly schema: string; readonly name: string }, { policies }: Catalogue): string {
  const own = policies.filter((policy) => policy.schema === schema && policy.table === name).length;
  return own === 0 ? 'no policy, so that nobody sees a row' : `${own} ${own === 1 ? 'policy' : 'policies'}`;
}

/** What the migrations made and the database lacks, of a table that is in both. */
function driftOf(live: Catalogue, expected: Catalogue): readonly Fault[] {
  const tables = new Map(live.relations.map((each) => [named(each), each]));
  const missing = expected.policies.flatMap((policy): readonly Fault[] => {
    const table = `${policy.schema}.${policy.table}`;
    const there = live.policies.some((each) => each.schema === policy.schema && each.table === policy.table && each.name === policy.name);
    if (there || !tables.has(table)) return [];
    return [
      { object: `${table}/${policy.name}`, message: `policy "${policy.name}" on ${table} is in the migrations and not in the database` },
    ];
  });
  const off = expected.relations.flatMap((each): readonly Fault[] => {
    const own = tables.get(named(each));
    if (!each.rowSecurity || own === undefined || own.rowSecurity || isExposed(own, live)) return [];
    return [{ object: named(each), message: `row level security of ${named(each)} is on in the migrations and off in the database` }];
  });
  return [...missing, ...off];
}
