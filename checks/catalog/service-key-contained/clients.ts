// Clients of databases, caches and mail servers that are handed a password which stands in the source.
import type { Call, Expression, FilePlace, Finding, Unit, Value } from '../../model.ts';
import { isHarmless, isPlaceholder } from './names.ts';

interface Client {
  readonly what: string;
  readonly makers: readonly string[];
  /** Where the password stands when it is an argument of its own. */
  readonly at?: number;
}

const clients: readonly Client[] = [
  { what: 'a database', makers: ['npm:sequelize', 'npm:sequelize.Sequelize', 'npm:sequelize-typescript.Sequelize'], at: 2 },
  { what: 'a database', makers: ['npm:pg.Pool', 'npm:pg.Client', 'npm:postgres', 'npm:knex', 'npm:knex.knex', 'npm:typeorm.DataSource'] },
  {
    what: 'a database',
    makers: [
      'npm:mysql.*',
      'npm:mysql2.*',
      'npm:mysql2/promise.*',
      'npm:mariadb.*',
      'npm:mssql.connect',
      'npm:mongoose.connect',
      'npm:oracledb.*',
    ],
  },
  { what: 'Redis', makers: ['npm:redis.createClient', 'npm:ioredis', 'npm:ioredis.Redis', 'py:redis.Redis', 'py:redis.StrictRedis'] },
  { what: 'Redis', makers: ['py:redis.asyncio.Redis', 'py:aioredis.from_url'] },
  { what: 'a mail server', makers: ['npm:nodemailer.createTransport'] },
  {
    what: 'a database',
    makers: [
      ...['psycopg2.connect', 'psycopg.connect', 'asyncpg.connect', 'asyncpg.create_pool', 'pymysql.connect', 'MySQLdb.connect'],
      ...['mysql.connector.connect', 'aiomysql.connect', 'aiomysql.create_pool', 'pyodbc.connect', 'pymongo.MongoClient'],
    ].map((name) => `py:${name}`),
  },
];
const passwords = ['password', 'pass', 'passwd', 'auth_pass'];
const hosts = ['host', 'hostname', 'server'];
const inside = ['connection', 'auth', 'socket', 'authentication', 'options', 'config'];

export function clientPasswords(unit: Unit): readonly Finding[] {
  const found = clients.flatMap(({ what, makers, at }) =>
    unit
      .calls(...makers)
      .filter(({ runsIn, onlyAsScript }) => runsIn !== 'development' && !onlyAsScript)
      .flatMap((call) => inClear(unit, call, at).map((place) => ({ message: `the password of ${what} stands in the source`, place }))),
  );
  return found;
}

/** What a client is handed whose password nobody could follow: where it comes from is not known. */
export const handsOverUnknown = (unit: Unit): string | undefined =>
  clients.find(({ what, makers }) =>
    what === 'Redis'
      ? false
      : unit
          .calls(...makers)
          .some(
            (call) =>
              call.runsIn !== 'development' &&
              !call.onlyAsScript &&
              (passwords.some((name) => call.option(name) === 'unknown') || isOpen(unit, call.argument(0))),
          ),
  )?.what;

/** An address that nobody could follow. */
function isOpen(unit: Unit, given: Expression | undefined): boolean {
  const value = given && unit.value(given);
  return value?.kind === 'unknown' || (value?.kind === 'text' && value.parts.some(({ kind }) => kind === 'unknown'));
}

function inClear(unit: Unit, call: Call, at: number | undefined): readonly FilePlace[] {
  const own = at === undefined ? undefined : call.argument(at);
  const given = [...(own ? literalsOf(unit.value(own)) : []), ...literalsOf(option(call, passwords))];
  const remote = literalsOf(option(call, hosts)).filter(({ value }) => isRemote(value));
  return given.flatMap(({ value, secret, place }) => {
    // Whatever it says, it opens a machine that anybody can reach.
    const isThere = remote.some((host) => host.place.path === place.path) || (given.length === 1 && remote.length > 0);
    if (secret) return isThere || !isHarmless('password', secret) ? [place] : [];
    return typeof value === 'string' &&
      (isThere ? value.length >= 4 && !/^<|your|change|example/i.test(value) : !isPlaceholder('password', value))
      ? [place]
      : [];
  });
}

type Literal = Extract<Value, { kind: 'literal' }>;

function option(call: Call, names: readonly string[]): Value | undefined {
  const own = names.map((name) => call.option(name)).find((value) => typeof value === 'object');
  if (typeof own === 'object') return own;
  for (const outer of inside) {
    const value = call.option(outer);
    if (typeof value !== 'object' || value.kind !== 'record') continue;
    const entry = value.entries.find(([name]) => names.includes(name));
    if (entry) return entry[1];
  }
  return undefined;
}

/** Defaults of variables count: they hold wherever nobody sets the variable. */
function literalsOf(value: Value | undefined): readonly Literal[] {
  if (value?.kind === 'literal') return [value];
  if (value?.kind === 'environment') return literalsOf(value.fallback);
  if (value?.kind !== 'choice') return [];
  return value.among.filter(({ runsIn }) => runsIn !== 'development').flatMap((arm) => literalsOf(arm.value));
}

/** Not this machine, nor a container beside it. */
const isRemote = (host: Literal['value']): boolean =>
  typeof host === 'string' &&
  /\./.test(host) &&
  !/^(?:127\.|0\.0\.0\.0|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|localhost)|\.(?:local|internal|test|example|invalid)$|(?:^|\.)example\.\w+$/.test(
    host,
  );
