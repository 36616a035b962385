// The schema that the migrations end in: its catalogue, and what was tried on it.
import { inconclusive, merge, notApplicable, type Seen, settle } from '../../answer.ts';
import type { Answer, FilePlace, Finding, MigrationSet, MigrationsEvidence, ReplayedSchema } from '../../model.ts';
import { accessFaults, inWords } from './access.ts';
import { deadGrants, faultsOf } from './faults.ts';
import type { Fault } from './words.ts';

export function judgeMigrations({ sets, supabaseClient }: MigrationsEvidence): Answer {
  const served = sets.filter(({ servedToClients, files }) => servedToClients && files.length > 0);
  if (served.length === 0 && supabaseClient !== undefined) {
    return inconclusive(
      `${supabaseClient.path} makes a client of Supabase, and neither its migrations nor its database were there to look at`,
    );
  }
  return settle(
    merge(served.map(look)),
    notApplicable(served.length > 0 ? 'the migrations make no table that is served to clients' : noneBecause(sets)),
  );
}

function noneBecause(sets: readonly MigrationSet[]): string {
  return sets.length === 0
    ? 'no PostgreSQL migrations of a known tool were found'
    : 'the migrations speak of no roles that requests run as: only the service itself comes to these tables';
}

function look(set: MigrationSet): Seen {
  const { replayed, folder } = set;
  if ('missing' in replayed) return { bad: [], good: [], unclear: [`the schema of ${folder} is not known: ${replayed.missing}`] };
  const { catalogue, access } = replayed.found;
  const tried = 'found' in access ? accessFaults(access.found, catalogue) : [];
  const shown = [...faultsOf(catalogue), ...deadGrants(catalogue)];
  // What was tried proves what the catalogue shows: told once.
  const proven = tried.filter(({ object }) => !shown.some((fault) => fault.object.split('/')[0] === object));
  const place = placer(set, replayed.found);
  return {
    bad: [...shown, ...proven].map(({ object, message }) => ({ message, place: place(object) })),
    good: goodOf(replayed.found, place),
    unclear: 'missing' in access ? [`${folder}: ${access.missing}`] : [],
  };
}

type Placer = (object: Fault['object']) => FilePlace;

function placer({ files, folder }: MigrationSet, { writtenAt }: ReplayedSchema): Placer {
  const last = files.at(-1)?.place ?? { kind: 'file', path: folder, line: 1, column: 1 };
  return (object) => writtenAt[object] ?? writtenAt[object.split('/')[0] ?? ''] ?? last;
}

function goodOf({ access, engine }: ReplayedSchema, place: Placer): readonly Finding[] {
  if ('missing' in access) return [];
  return access.found.tables.map((table) => ({ message: `${inWords(table)} (tried in ${engine})`, place: place(table.table) }));
}
