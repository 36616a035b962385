// Every migration that is still to be applied, statement by statement; and whether their versions make one history.
import { merge, notApplicable, type Seen, settle } from '../../answer.ts';
import type { Answer, Finding, MigrationFile, MigrationSet, MigrationsEvidence, SqlStatement } from '../../model.ts';
import { type Before, hazardOf } from './hazards.ts';
import { orderFaults } from './order.ts';
import { foundBySquawk } from './squawk.ts';

export function judgeMigrations({ sets }: MigrationsEvidence): Answer {
  return settle(merge(sets.map(look)), notApplicable('no PostgreSQL migrations of a known tool were found'));
}

function look(set: MigrationSet): Seen {
  const waiting = set.files.filter(({ applied }) => applied !== true);
  const hazards: Finding[] = [];
  const unclear: string[] = [];
  const proven = new Set<string>();
  let statements = 0;
  for (const file of set.files) {
    if ('missing' in file.statements) {
      if (file.applied !== true) unclear.push(unreadBecause(set, file, file.statements.missing));
      continue;
    }
    const found = hazardsIn(file.statements.found, proven);
    if (file.applied === true) continue;
    statements += file.statements.found.filter(
      ({ acts }) => !acts.every(({ does }) => does === 'begin' || does === 'commit') || acts.length === 0,
    ).length;
    unclear.push(...(file.unread ?? []).map((each) => `${file.place.path} has ${each}`));
    hazards.push(...found);
  }
  const { linted } = set;
  const further = linted !== undefined && 'found' in linted ? foundBySquawk(linted.found, set.files, hazards) : [];
  if (linted !== undefined && 'missing' in linted) unclear.push(linted.missing);
  return { bad: [...orderFaults(set), ...hazards, ...further], good: goodOf(set, waiting, statements), unclear };
}

const unreadBecause = ({ folder, tool }: MigrationSet, { place }: MigrationFile, because: string): string =>
  because.includes('another language')
    ? `the ${tool} migrations in ${folder} are written in another language than SQL`
    : `${place.path}: ${because}`;

function hazardsIn(statements: readonly SqlStatement[], proven: Set<string>): readonly Finding[] {
  const fresh = new Set<string>();
  const checks = new Map<string, string>();
  let inTransaction = false;
  return statements.flatMap(({ place, acts }) =>
    acts.flatMap((act): readonly Finding[] => {
      const before: Before = { fresh, proven, inTransaction };
      const hazard = hazardOf(act, before);
      const { does, relation = '', what = '' } = act;
      if (does === 'begin') inTransaction = true;
      if (does === 'commit') inTransaction = false;
      if (does === 'create-table') fresh.add(relation);
      if (does === 'add-check' && act.proves !== undefined) checks.set(what, act.proves);
      if (does === 'add-check' && act.proves !== undefined && act.notValid !== true) proven.add(`${relation}.${act.proves}`);
      if (does === 'validate-constraint') proven.add(`${relation}.${checks.get(what) ?? ''}`);
      return hazard === undefined ? [] : [{ message: hazard, place }];
    }),
  );
}

function goodOf(set: MigrationSet, waiting: readonly MigrationFile[], statements: number): readonly Finding[] {
  const { folder, statedMajor, files } = set;
  const last = waiting.at(-1) ?? files.at(-1);
  if (last === undefined) return [];
  const version = statedMajor === undefined ? 'any maintained version of PostgreSQL' : `PostgreSQL ${statedMajor}`;
  const count =
    waiting.length === 0
      ? 'every migration is applied'
      : `${statements} statements of ${waiting.length} migrations in ${folder || 'the folder'}`;
  const message =
    waiting.length === 0
      ? `${count}: none is waiting to lock or lose anything`
      : `${count} lock no table in use and lose no data, in ${version}`;
  const linted = set.linted !== undefined && 'found' in set.linted ? `; ${set.linted.found.tool} finds nothing more` : '';
  return [{ message: `${message}${waiting.length === 0 ? '' : linted}`, place: last.place }];
}
