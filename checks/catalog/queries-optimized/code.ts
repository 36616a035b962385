// What source shows of queries that read more, or more often, than they must.
import { eachUnit, inconclusive, notApplicable, orElse, type Seen, saidBy, unlessElsewhere } from '../../answer.ts';
import { isNeverRun } from '../../model/ways.ts';
import type { DatabaseQuery, Finding, Unit } from '../../model.ts';
import { isAtStart } from './at-start.ts';
import { lazyRelations } from './lazy.ts';
import { loopOf, perItem, perRow } from './loops.ts';

export const mentions = ['select', 'find', 'query', 'execute', 'insert', 'objects', 'session', 'prisma', 'knex', 'fetch'];

export const judgeCode = eachUnit(
  (unit) =>
    unlessElsewhere(
      unit,
      orElse(ofUnit(unit), () => (unit.imports(...drivers).some(({ runsIn }) => runsIn !== 'development') ? { asks: 'yes' } : {})),
    ),
  (all) =>
    saidBy(all, 'asks') === undefined
      ? notApplicable('the service asks no database')
      : inconclusive('what the service asks its database could not be followed'),
);

/** Of nothing else than databases that take SQL. */
const drivers = [
  'pg',
  'postgres',
  'slonik',
  'pg-promise',
  'mysql',
  'mysql2',
  'mariadb',
  'mssql',
  'better-sqlite3',
  'sqlite3',
  'asyncpg',
  'psycopg',
  'psycopg2',
  'pymysql',
  'aiomysql',
];

/** Jobs, seeds: nobody waits for them. */
const isBackground = /(?:^|\/)(?:tasks?|jobs?|workers?|cron|queues?|seed\w*|fixtures?|data_?creator|migrations?)(?:\/|\.\w+$)/i;

function ofUnit(unit: Unit): Seen {
  const served = unit.queries.filter(
    ({ call }) =>
      !isBackground.test(call.place.path) &&
      call.runsIn !== 'development' &&
      !call.onlyAsScript &&
      !isNeverRun(unit, call.inFunction) &&
      !isAtStart(unit, call.inFunction),
  );
  const bad = [
    ...served.flatMap((query) => faultsOf(unit, query)),
    ...perItem(unit, served).filter(({ place }) => place.kind !== 'file' || !isBackground.test(place.path)),
    ...perRow(unit, served),
    ...lazyRelations(unit, served),
  ];
  if (bad.length > 0) return { bad: onePerLine(bad), good: [] };
  const [first] = served;
  return {
    bad: [],
    good: first
      ? [{ message: `${served.length} queries: none for every column, none without a bound, none once per item`, place: first.call.place }]
      : [],
  };
}

function faultsOf(unit: Unit, query: DatabaseQuery): readonly Finding[] {
  const { place } = query.call;
  if (loopOf(unit, query) !== undefined) return [{ message: 'the database is asked once per item of a loop', place }];
  if (query.everyColumn) return [{ message: 'every column is read, needed or not: select *', place }];
  return query.bounded ? [] : [{ message: 'all rows are read: the query has neither a condition nor a limit', place }];
}

const onePerLine = (findings: readonly Finding[]): readonly Finding[] => [
  ...new Map(findings.map((each) => [each.place.kind === 'file' ? `${each.place.path}:${each.place.line}` : each.message, each])).values(),
];
