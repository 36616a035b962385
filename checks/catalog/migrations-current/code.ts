// What source shows of the schema's version: looked at or brought up to date when the service starts, or by its health route.
import { eachUnit, lacking, notApplicable, orElse, type Seen, saidBy, unlessElsewhere } from '../../answer.ts';
import type { Unit } from '../../model.ts';
import { checkedInCode } from './checked.ts';
import { migratedByCommand, preparedByCommand, startedByTasks } from './commands.ts';
import { preparedByScript } from './scripts.ts';

export const mentions = [
  'migrat',
  'alembic',
  'schema',
  'umzug',
  'prisma',
  'knex',
  'sequelize',
  'typeorm',
  'drizzle',
  'create_all',
  'sync',
  'health',
  'ready',
  'supabase',
  'database',
  'sqlalchemy',
  'django',
];

export const judgeCode = eachUnit(
  (unit) =>
    unlessElsewhere(
      unit,
      orElse(ofUnit(unit), () => (databasesOf(unit).length > 0 ? { asks: 'yes' } : {})),
    ),
  (all) =>
    notApplicable(
      saidBy(all, 'asks') === undefined
        ? 'no database with a schema is used here'
        : 'its platform starts it for each request: there is no start that could look at the schema',
    ),
);

const perRequest = new Set(['next', 'supabase-function', 'deno', 'worker']);

/** Databases whose schema is migrated. */
const packages = [
  ...[
    'pg',
    'postgres',
    'knex',
    '@prisma/client',
    'typeorm',
    'sequelize',
    'sequelize-typescript',
    'objection',
    'drizzle-orm',
    '@supabase/supabase-js',
  ],
  ...[
    'mysql',
    'mysql2',
    'mariadb',
    'slonik',
    'pg-promise',
    'mssql',
    'bookshelf',
    '@databases/pg',
    '@libsql/client',
    'better-sqlite3',
    'sqlite3',
    '@mikro-orm/core',
    'kysely',
    '@nestjs/typeorm',
    '@nestjs/sequelize',
    'sqlalchemy',
    'sqlmodel',
  ],
  ...[
    'asyncpg',
    'psycopg',
    'psycopg2',
    'tortoise',
    'databases',
    'peewee',
    'supabase',
    'django.db',
    'flask_sqlalchemy',
    'flask_sqlalchemy_lite',
    'alchemical',
    'pymysql',
    'aiomysql',
    'ormar',
    'piccolo',
  ],
];

const databasesOf = (unit: Unit) => unit.imports(...packages).filter(({ runsIn }) => runsIn !== 'development');

function ofUnit(unit: Unit): Seen {
  if (databasesOf(unit).length === 0) return { bad: [], good: [] };
  const { good, emptied, bad, unclear } = checkedInCode(unit);
  if (emptied.length > 0) return { bad: [...emptied, ...bad], good: [] };
  if (good.length > 0) return { bad: [], good };
  const commands = migratedByCommand(unit);
  if (commands.length > 0) return { bad: [], good: commands };
  const prepared = preparedByCommand(unit);
  if (prepared.good.length > 0) return { bad: [], good: prepared.good };
  const scripts = preparedByScript(unit);
  if (scripts.good.length > 0) return { bad: [], good: scripts.good };
  const unread = [...unclear, ...prepared.unclear, ...scripts.unclear];
  if (unread.length > 0) return { bad: [], good: [], unclear: unread };
  if (bad.length > 0) return { bad, good: [] };
  if (unit.frameworks.every((framework) => perRequest.has(framework))) return { bad: [], good: [] };
  const tasks = startedByTasks(unit);
  if (tasks !== undefined)
    return {
      bad: [],
      good: [],
      unclear: [`the service is started by ${tasks}, and whether its tasks migrate first could not be followed`],
    };
  return {
    bad: lacking(unit, 'neither the start nor a health route looks whether the database has the schema that the code expects'),
    good: [],
  };
}
