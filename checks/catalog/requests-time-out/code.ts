// What source shows of how long a slow client or a slow upstream may hold the service.
import { judgeByUnit, merge, noService, notApplicable, type Seen, settle } from '../../answer.ts';
import type { Finding, Unit } from '../../model.ts';
import { judgeClients } from './clients.ts';
import { judgeDatabases } from './databases.ts';
import { judgeNodeDatabases } from './node-databases.ts';
import { judgeNodeServer } from './node-server.ts';
import { judgePythonServer } from './python-server.ts';

export const mentions = [
  'timeout',
  'listen',
  'serve',
  'fetch',
  'http',
  'axios',
  'openai',
  'anthropic',
  'supabase',
  'requests',
  'urlopen',
  'create_engine',
  'create_async_engine',
  'asyncpg',
  'psycopg',
  'redis',
  'smtplib',
  'nodemailer',
  'boto3',
  'wait_for',
  'fail_after',
  'pg',
  'postgres',
  'mysql',
  'mongo',
  'knex',
  'sequelize',
  'typeorm',
  'prisma',
];

export const judgeCode = judgeByUnit(ofUnit, (all) =>
  all.length === 0
    ? noService
    : settle(onePerPlace(merge(all)), notApplicable('its platform serves it, and it calls nothing that could keep it waiting')),
);

function ofUnit(unit: Unit): Seen {
  return merge([judgeNodeServer(unit), judgePythonServer(unit), judgeClients(unit), judgeDatabases(unit), judgeNodeDatabases(unit)]);
}

/** A call that several symbols lead to is told once. */
function onePerPlace(seen: Seen): Seen {
  const distinct = (findings: readonly Finding[]): readonly Finding[] => [
    ...new Map(
      findings.map((each) => [
        each.place.kind === 'file' ? `${each.place.path}:${each.place.line}:${each.place.column}` : each.message,
        each,
      ]),
    ).values(),
  ];
  return { ...seen, bad: distinct(seen.bad), good: distinct(seen.good) };
}
