// What each act costs on a table that holds rows and is in use. The versions of PostgreSQL still maintained agree on all of it.
import type { SqlAct } from '../../model.ts';

export interface Before {
  /** Tables made in the same file: nobody uses them yet. */
  readonly fresh: ReadonlySet<string>;
  /** `public.plans.title`: a validated check says it is not null, so that nothing is read again. */
  readonly proven: ReadonlySet<string>;
  readonly inTransaction: boolean;
}

/** What is hazardous about it, in one sentence; undefined where nothing is. */
export function hazardOf(act: SqlAct, before: Before): string | undefined {
  const on = act.relation ?? '';
  if (act.concurrently === true)
    return before.inTransaction ? `${act.does} concurrently can't run inside the transaction begun here` : undefined;
  if (act.relation !== undefined && before.fresh.has(act.relation) && act.does !== 'drop-table') return undefined;
  return losing(act, on) ?? locking(act, on, before) ?? breaking(act, on);
}

function losing({ does, what = '', everyRow }: SqlAct, on: string): string | undefined {
  switch (does) {
    case 'drop-table':
      return `drops table ${on} and its rows`;
    case 'drop-column':
      return `drops column ${what} of ${on} and its values, which a release still running may read`;
    case 'drop-schema':
      return `drops schema ${what} and what is in it`;
    case 'drop-database':
      return `drops database ${what}`;
    case 'truncate':
      return `empties table ${on}`;
    case 'delete':
      return everyRow === true ? `deletes every row of ${on}` : undefined;
    default:
      return undefined;
  }
}

function locking(act: SqlAct, on: string, { proven }: Before): string | undefined {
  const { does, what = '' } = act;
  switch (does) {
    case 'create-index':
      return `builds index ${what || 'without a name'} on ${on} without CONCURRENTLY: nobody can write to the table meanwhile`;
    case 'reindex':
      return `builds indexes of ${on || 'tables'} anew without CONCURRENTLY: nobody can write meanwhile`;
    case 'add-column':
      return addedColumn(act, on);
    case 'set-not-null':
      return proven.has(`${on}.${what}`)
        ? undefined
        : `makes ${on}.${what} NOT NULL: every row is read while nobody else can use the table`;
    case 'change-type':
      // A longer or unbounded text is only a change of the catalogue.
      return /^(?:text|varchar)$/.test(act.type ?? '')
        ? undefined
        : `changes the type of ${on}.${what}: the whole table is written anew behind a lock`;
    case 'add-check':
    case 'add-foreign-key':
      if (act.notValid === true) return undefined;
      return `adds constraint ${what || 'without a name'} to ${on} without NOT VALID: every row is checked behind a lock`;
    case 'add-unique':
    case 'add-primary-key':
    case 'add-exclusion':
      if (act.usingIndex === true) return undefined;
      return `adds constraint ${what || 'without a name'} to ${on} and builds its index behind a lock, instead of USING INDEX`;
    case 'vacuum-full':
    case 'cluster':
      return `writes ${on || 'every table'} anew behind a lock`;
    case 'refresh-view':
      return `refreshes ${on} without CONCURRENTLY: nobody can read it meanwhile`;
    case 'lock-table':
      return `locks table ${on}`;
    default:
      return undefined;
  }
}

function addedColumn({ what = '', fallback, notNull }: SqlAct, on: string): string | undefined {
  if (fallback === 'volatile')
    return `adds column ${what} to ${on} with another value for each row: the whole table is written anew behind a lock`;
  return notNull === true && fallback === undefined
    ? `adds column ${what} to ${on} as NOT NULL without a default: it fails where there are rows`
    : undefined;
}

function breaking({ does, what = '' }: SqlAct, on: string): string | undefined {
  if (does === 'irreversible') return `runs ${what || 'code'} without a way back: the release can't be undone by its migrations`;
  if (does === 'rename-table') return `renames table ${on} to ${what}, which a release still running doesn't know`;
  return does === 'rename-column' ? `renames column ${what} of ${on}, which a release still running reads by its old name` : undefined;
}
