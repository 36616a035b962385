// What the catalogue and the statistics say of slow reading: indexes that are missing, double, unused or broken; scans; slow statements; bloat.
import { inconclusive, type Seen, settle } from '../../answer.ts';
import type { Answer, Catalogue, DatabaseEvidence, DatabaseIndex, Finding, Found, Relation, StatementFigures } from '../../model.ts';
import { planFaults, plannedInWords } from './plans.ts';
import { policyFaults, severalPermissive } from './policies.ts';

// Below these an index, a scan or a dead row costs nothing that anybody would notice.
const largeRows = 10_000;
const smallIndexBytes = 1024 * 1024;
const daysToJudgeUse = 7;
const slowMs = 200;
const callsToJudge = 20;

const platform =
  /^(?:auth|storage|realtime|vault|extensions|graphql|graphql_public|net|cron|pgmq|pgsodium|supabase_functions|supabase_migrations)$/;

export function judgeDatabase({ name, catalogue, statements, server, plans }: DatabaseEvidence): Answer {
  if ('missing' in catalogue) return inconclusive(catalogue.missing);
  const at = (object: string): Finding['place'] => ({ kind: 'database', database: name, object });
  const faults = [
    ...foreignKeyFaults(catalogue.found),
    ...indexFaults(catalogue.found, server.statisticsDays),
    ...tableFaults(catalogue.found),
    ...policyFaults(catalogue.found, (table) => ours(table) && rowsOf(table) >= largeRows),
    ...statementFaults(statements),
  ];
  const bad = [
    ...faults.map(({ object, message }) => ({ message, place: at(object) })),
    ...planFaults(plans, catalogue.found, largeRows, at),
  ];
  const good = goodOf(catalogue.found, statements, at).map((each) => ({ ...each, message: `${each.message}${plannedInWords(plans)}` }));
  const named =
    good.length === 0
      ? []
      : severalPermissive({ ...catalogue.found, relations: catalogue.found.relations.filter(ours) }).map(({ object, message }) => ({
          message,
          place: at(object),
        }));
  return settle({ bad, good: [...good, ...named] } satisfies Seen, inconclusive(`${name} holds no table to look at`));
}

interface Fault {
  readonly object: string;
  readonly message: string;
}
const ours = ({ schema }: { readonly schema: string }): boolean => !platform.test(schema);
const rowsOf = ({ rows, liveRows }: Relation): number => Math.max(rows, liveRows);

function foreignKeyFaults({ foreignKeys }: Catalogue): readonly Fault[] {
  return foreignKeys
    .filter((key) => ours(key) && !key.indexed)
    .map(({ schema, table, name, columns, references }) => ({
      object: `table ${schema}.${table}`,
      message: `no index begins with ${columns.join(', ')} of foreign key ${name}: each delete or join from ${references} reads the whole table`,
    }));
}

function indexFaults({ indexes, relations }: Catalogue, statisticsDays: number | undefined): readonly Fault[] {
  const own = indexes.filter(ours);
  const invalid = own
    .filter(({ valid }) => !valid)
    .map((each) => ({ object: objectOf(each), message: 'the index is not valid: its build broke off, and it only costs' }));
  return [...invalid, ...duplicates(own), ...unused(own, relations, statisticsDays)];
}

const objectOf = ({ schema, name }: DatabaseIndex): string => `index ${schema}.${name}`;

function duplicates(indexes: readonly DatabaseIndex[]): readonly Fault[] {
  const groups = Map.groupBy(indexes, ({ schema, table, definition }) => `${schema}.${table} ${definition}`);
  return [...groups.values()].flatMap((same) => {
    // The one that holds up a constraint stays.
    const [kept, ...others] = same.toSorted(
      (one, other) => Number(other.ofConstraint) - Number(one.ofConstraint) || Number(other.unique) - Number(one.unique),
    );
    return kept === undefined
      ? []
      : others.map((each) => ({ object: objectOf(each), message: `it does the same as index ${kept.name}, and each write pays for both` }));
  });
}

function unused(indexes: readonly DatabaseIndex[], relations: readonly Relation[], statisticsDays: number | undefined): readonly Fault[] {
  if (statisticsDays === undefined || statisticsDays < daysToJudgeUse) return [];
  return indexes.flatMap((index) => {
    const table = relations.find(({ schema, name }) => schema === index.schema && name === index.table);
    const isIdle = index.scans === 0 && !index.ofConstraint && !index.unique && index.bytes >= smallIndexBytes;
    if (!isIdle || table === undefined || table.sequentialScans + table.indexScans === 0) return [];
    return [
      {
        object: objectOf(index),
        message: `nothing used it in the ${Math.round(statisticsDays)} days that are counted, and each write pays for it`,
      },
    ];
  });
}

function tableFaults({ relations }: Catalogue): readonly Fault[] {
  return relations
    .filter((each) => ours(each) && each.kind === 'table' && !each.ofExtension)
    .flatMap((table) => [...scans(table), ...bloat(table), ...keyless(table)]);
}

const tableNamed = ({ schema, name }: Relation): string => `table ${schema}.${name}`;

function scans(table: Relation): readonly Fault[] {
  const { sequentialScans, sequentialRows, indexScans } = table;
  if (rowsOf(table) < largeRows || sequentialScans < callsToJudge) return [];
  const perScan = sequentialRows / sequentialScans;
  if (perScan < largeRows || sequentialScans < indexScans / 10) return [];
  return [
    {
      object: tableNamed(table),
      message: `it was read from end to end ${sequentialScans} times, about ${Math.round(perScan)} rows each, and through an index ${indexScans} times`,
    },
  ];
}

function bloat(table: Relation): readonly Fault[] {
  const { deadRows, liveRows, everVacuumed } = table;
  if (deadRows < largeRows || deadRows < liveRows * 0.4) return [];
  const never = everVacuumed ? '' : ', and it was never vacuumed';
  return [
    {
      object: tableNamed(table),
      message: `${Math.round(deadRows)} of its rows are dead against ${Math.round(liveRows)} live ones${never}`,
    },
  ];
}

function keyless(table: Relation): readonly Fault[] {
  return table.hasPrimaryKey || table.rows < largeRows
    ? []
    : [{ object: tableNamed(table), message: 'it has no primary key: no single row of it can be found or replicated by one' }];
}

function statementFaults(statements: Found<readonly StatementFigures[]>): readonly Fault[] {
  if ('missing' in statements) return [];
  return statements.found
    .filter(({ calls, meanMs }) => calls >= callsToJudge && meanMs >= slowMs)
    .map(({ text, calls, meanMs }) => ({
      object: `statement ${text.slice(0, 80)}`,
      message: `it takes ${Math.round(meanMs)} ms on average over ${calls} calls`,
    }));
}

function goodOf(
  { foreignKeys, indexes, relations }: Catalogue,
  statements: Found<readonly StatementFigures[]>,
  at: (object: string) => Finding['place'],
): readonly Finding[] {
  const tables = relations.filter((each) => ours(each) && each.kind === 'table');
  if (tables.length === 0) return [];
  const keys = `${foreignKeys.filter(ours).length} foreign keys are indexed`;
  const rest = `${indexes.filter(ours).length} indexes each do work of their own, and no table of ${tables.length} is large and read from end to end`;
  const slow =
    'missing' in statements
      ? `slow statements were not looked at: ${statements.missing}`
      : `none of ${statements.found.length} statements is slow`;
  return [{ message: `${keys}; ${rest}; ${slow}`, place: at('schema') }];
}
