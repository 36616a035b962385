// JavaScript's database toolkits: they hand the limit of a statement to a driver, and which driver decides what it is called.
import { merge, type Seen } from '../../answer.ts';
import type { Call, Unit, Value } from '../../model.ts';
import { entryOf, limitOf, setsStatementLimit } from './limits.ts';
import { isNeverRun } from './reach.ts';

const nothing: Seen = { bad: [], good: [] };

interface Toolkit {
  readonly name: string;
  readonly makers: readonly string[];
  /** Where the kind of database is said. */
  readonly dialect: readonly string[];
  /** Where what the driver is given stands: '' is the options themselves. */
  readonly driver: readonly string[];
}

const toolkits: readonly Toolkit[] = [
  {
    name: 'Knex',
    makers: ['npm:knex', 'npm:knex.knex', 'npm:knex.Knex'],
    dialect: ['client', 'dialect'],
    driver: ['connection'],
  },
  {
    name: 'Sequelize',
    makers: [
      'npm:sequelize',
      'npm:sequelize.Sequelize',
      'npm:sequelize-typescript.Sequelize',
      'npm:@nestjs/sequelize.SequelizeModule.forRoot',
    ],
    dialect: ['dialect'],
    driver: ['dialectOptions', 'dialectOptions.options'],
  },
  {
    name: 'TypeORM',
    makers: ['npm:typeorm.DataSource', 'npm:typeorm.createConnection', 'npm:@nestjs/typeorm.TypeOrmModule.forRoot'],
    dialect: ['type'],
    driver: ['extra', 'options', ''],
  },
];

/** Names of a limit for a statement or an answer among the drivers' options. */
const limits = ['statement_timeout', 'query_timeout', 'requestTimeout', 'socketTimeoutMS', 'timeoutMS', 'maxExecutionTime'];

const setInSql = 'the service sets statement_timeout in SQL, and which statements that bounds could not be told';

export function judgeNodeDatabases(unit: Unit): Seen {
  return merge([
    ...toolkits.flatMap((toolkit) => unit.calls(...toolkit.makers).map((call) => judgeToolkit(unit, toolkit, call))),
    ...unit.calls('npm:@prisma/client.PrismaClient').map((call) => judgePrisma(unit, call)),
  ]);
}

/** Prisma without an adapter of a driver takes its limits from the URL, which it mostly reads by itself. */
function judgePrisma(unit: Unit, call: Call): Seen {
  if (call.runsIn === 'development' || call.onlyAsScript || isNeverRun(unit, call.inFunction, 3)) return nothing;
  if (call.option('adapter') !== 'absent') return nothing;
  const [given] = call.node.args.map(({ value }) => unit.value(value));
  const urls = given === undefined ? [] : [...textsAt(given, 'datasourceUrl'), ...urlsOfSources(given)];
  if (urls.some((url) => /[?&](?:socket_timeout|statement_timeout|options)=/.test(url)))
    return { ...nothing, good: [{ message: 'Prisma is given a limit in its URL', place: call.place }] };
  return { ...nothing, unclear: ['Prisma takes the limit of a query from its URL (socket_timeout), which is known only at run time'] };
}

function urlsOfSources(given: Value): readonly string[] {
  const url = entryAt(given, ['datasources', 'db', 'url']);
  return typeof url === 'object' ? texts(url) : [];
}

function judgeToolkit(unit: Unit, toolkit: Toolkit, call: Call): Seen {
  if (call.runsIn === 'development' || call.onlyAsScript || isNeverRun(unit, call.inFunction, 3)) return nothing;
  const { name } = toolkit;
  const { place } = call;
  const given = call.node.args.map(({ value }) => unit.value(value));
  const dialects = toolkit.dialect.flatMap((key) => given.flatMap((value) => textsAt(value, key)));
  const addresses = [
    ...given.flatMap((value) => texts(value)),
    ...['connection', 'url'].flatMap((key) => given.flatMap((value) => textsAt(value, key))),
  ];
  // A file is no server that could keep anybody waiting; tedious gives up by itself.
  if ([...dialects, ...addresses].some((text) => /sqlite|sqljs|:memory:/i.test(text)) || given.some((value) => has(value, 'storage')))
    return nothing;
  if (dialects.some((text) => text === 'mssql'))
    return { ...nothing, good: [{ message: `${name} gives up after the 15 s of its driver`, place }] };
  if (addresses.some((text) => /[?&](?:statement_timeout|query_timeout|socketTimeoutMS|options)=/.test(text)))
    return { ...nothing, good: [{ message: `${name} is given a limit in its URL`, place }] };
  const found = given.flatMap((value) =>
    toolkit.driver.flatMap((path) => limits.map((limit) => limitOf(entryAt(value, [...path.split('.'), limit])))),
  );
  if (found.includes('given')) return { ...nothing, good: [{ message: `${name} is given a limit for its statements`, place }] };
  if (found.includes('unknown') || given.length === 0)
    return { ...nothing, unclear: [`what ${name} hands to its driver could not be followed`] };
  if (setsStatementLimit(unit)) return { ...nothing, unclear: [setInSql] };
  return { ...nothing, bad: [{ message: `${name} lets a statement take for ever: its driver is given no statement_timeout`, place }] };
}

function entryAt(value: Value, path: readonly string[]): Value | 'absent' | 'unknown' {
  return path
    .filter((key) => key !== '')
    .reduce<Value | 'absent' | 'unknown'>((each, key) => {
      if (typeof each === 'string') return each;
      // A URL from the environment may hold anything but is mostly an address; an object is what could hide a limit.
      return each.kind === 'environment' || each.kind === 'literal' || each.kind === 'text' ? 'absent' : entryOf(each, key);
    }, value);
}

const has = (value: Value, key: string): boolean => typeof entryOf(value, key) === 'object';

function textsAt(value: Value, key: string): readonly string[] {
  const entry = entryOf(value, key);
  return typeof entry === 'object' ? texts(entry) : [];
}

function texts(value: Value): readonly string[] {
  switch (value.kind) {
    case 'literal':
      return typeof value.value === 'string' ? [value.value] : [];
    case 'text':
      return [value.parts.map((part) => texts(part)[0] ?? '').join('')];
    case 'environment':
      return value.fallback ? texts(value.fallback) : [];
    case 'choice':
      return value.among.flatMap((arm) => texts(arm.value));
    default:
      return [];
  }
}
