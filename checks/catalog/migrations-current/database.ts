// The migrations of the checkout against what the database says was applied.
import { inconclusive, merge, notApplicable, type Seen, settle } from '../../answer.ts';
import type { Answer, AppliedMigration, Catalogue, DatabaseEvidence, Finding, HistoryFile, MigrationHistory } from '../../model.ts';

const mostListed = 20;

export function judgeDatabase(evidence: DatabaseEvidence): Answer {
  const { histories } = evidence;
  if ('missing' in histories) return inconclusive(histories.missing);
  const kept = histories.found.some(({ table }) => table !== undefined);
  const seen = histories.found.map((history) => look(history, { evidence, someIsKept: kept }));
  return settle(merge(seen), notApplicable('the checkout holds no PostgreSQL migrations of a known tool'));
}

interface Beside {
  readonly evidence: DatabaseEvidence;
  /** Another history of the checkout is kept there. */
  readonly someIsKept: boolean;
}

function look(history: MigrationHistory, { evidence, someIsKept }: Beside): Seen {
  const { applied, table, folder, tool } = history;
  const { name, catalogue } = evidence;
  if ('missing' in applied) return { bad: [], good: [], unclear: [applied.missing] };
  if (table === undefined) {
    if (someIsKept) return { bad: [], good: [], unclear: [`${name} keeps no history of the ${tool} migrations in ${folder}`] };
    return {
      bad: [{ message: withoutHistory(history, { name, catalogue }), place: placeOf(name, 'table of applied migrations') }],
      good: [],
    };
  }
  const bad = differences(history, applied.found, placeOf(name, `table ${table}`));
  const newest = history.files.at(-1);
  const good =
    newest === undefined
      ? []
      : [
          {
            message: `all ${history.files.length} migrations are applied to ${name}; ${newest.version} is the newest`,
            place: newest.place,
          },
        ];
  return { bad, good };
}

function withoutHistory({ tool, files }: MigrationHistory, { name, catalogue }: Pick<DatabaseEvidence, 'name' | 'catalogue'>): string {
  const count = files.length === 1 ? 'the one migration' : `any of the ${files.length} migrations`;
  return isEmpty(catalogue)
    ? `${name} is empty: it has no table of its own, and no history of ${count}`
    : `${name} has no table in which ${tool === 'sql' ? 'a migration tool' : tool} keeps its history: it is another database, or was made without ${count}`;
}

const isEmpty = (catalogue: { readonly found: Catalogue } | { readonly missing: string }): boolean =>
  'found' in catalogue &&
  !catalogue.found.relations.some(
    ({ schema, kind, ofExtension }) => kind === 'table' && !ofExtension && !/^(?:auth|storage|realtime|supabase_)/.test(schema),
  );

const placeOf = (database: string, object: string): Finding['place'] => ({ kind: 'database', database, object });

function differences({ files, tool }: MigrationHistory, all: readonly AppliedMigration[], table: Finding['place']): readonly Finding[] {
  const states = new Map(all.filter(({ state }) => state !== 'rolled-back').map((each) => [each.version, each]));
  const known = new Set(files.map(({ version }) => version));
  const lastApplied = files.findLastIndex(({ version }) => states.get(version)?.state === 'applied');
  const ofFiles = files.flatMap((file, at) => {
    const message = aboutFile(file, { is: states.get(file.version), overtaken: at < lastApplied });
    return message === undefined ? [] : [{ message, place: file.place, related: [table] }];
  });
  const unknown = [...states.values()].filter(({ version }) => !known.has(version));
  return [...limited(ofFiles), ...limited(unknown.map(({ version }) => ({ message: unknownMessage(version, tool), place: table })))];
}

const unknownMessage = (version: string, tool: string): string =>
  `${tool === 'django' ? '' : 'migration '}${version} is applied to the database and not in the checkout`;

interface Stand {
  readonly is: AppliedMigration | undefined;
  /** A later one is applied. */
  readonly overtaken: boolean;
}

function aboutFile({ version }: HistoryFile, { is, overtaken }: Stand): string | undefined {
  if (is === undefined)
    return overtaken ? `migration ${version} is not applied, though later ones are: it is out of order` : `migration ${version} is pending`;
  if (is.state === 'failed') return `migration ${version} broke half-way in the database`;
  return is.content === 'edited' ? `migration ${version} was edited after it was applied` : undefined;
}

function limited(findings: readonly Finding[]): readonly Finding[] {
  const last = findings[mostListed];
  if (last === undefined) return findings;
  return [...findings.slice(0, mostListed), { ...last, message: `${findings.length - mostListed} more differ in the same way` }];
}
