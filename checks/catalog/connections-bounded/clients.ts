// Clients that hold connections: what each keeps by itself, and how it can be told to keep any number.
import type { Client } from './client.ts';
import { pythonClients } from './python-clients.ts';

export const clients: readonly Client[] = [
  {
    name: 'the Postgres pool',
    makers: ['npm:pg.Pool', 'npm:pg-pool', 'npm:@neondatabase/serverless.Pool', 'npm:@vercel/postgres.createPool'],
    keeps: '10',
    limits: ['max'],
  },
  { name: 'the Postgres connection', makers: ['npm:pg.Client', 'npm:@neondatabase/serverless.Client'], single: true },
  { name: 'postgres.js', makers: ['npm:postgres'], keeps: '10', limits: ['max'] },
  {
    name: 'the MySQL pool',
    makers: ['npm:mysql.createPool', 'npm:mysql2.createPool', 'npm:mysql2/promise.createPool'],
    keeps: '10',
    limits: ['connectionLimit'],
  },
  { name: 'the slonik pool', makers: ['npm:slonik.createPool'], keeps: '10', limits: ['maximumPoolSize'] },
  { name: 'the MariaDB pool', makers: ['npm:mariadb.createPool'], keeps: '10', limits: ['connectionLimit'] },
  { name: 'the SQL Server pool', makers: ['npm:mssql.connect', 'npm:mssql.ConnectionPool'], keeps: '10', limits: ['pool.max'] },
  { name: 'pg-promise', makers: ['npm:pg-promise()'], keeps: '10', limits: ['max'] },
  {
    name: 'the MySQL connection',
    makers: ['npm:mysql.createConnection', 'npm:mysql2.createConnection', 'npm:mysql2/promise.createConnection'],
    single: true,
  },
  {
    name: 'Prisma',
    makers: ['npm:@prisma/client.PrismaClient', 'npm:@prisma/client/edge.PrismaClient'],
    keeps: 'two per processor and one',
  },
  { name: 'Knex', makers: ['npm:knex', 'npm:knex.knex'], keeps: '10', limits: ['pool.max'] },
  {
    name: 'Sequelize',
    makers: [
      'npm:sequelize.Sequelize',
      'npm:sequelize',
      'npm:sequelize-typescript.Sequelize',
      'npm:@nestjs/sequelize.SequelizeModule.forRoot',
      'npm:@nestjs/sequelize.SequelizeModule.forRootAsync',
    ],
    keeps: '5',
    limits: ['pool.max'],
  },
  {
    name: 'TypeORM',
    makers: [
      'npm:typeorm.DataSource',
      'npm:typeorm.createConnection',
      'npm:@nestjs/typeorm.TypeOrmModule.forRoot',
      'npm:@nestjs/typeorm.TypeOrmModule.forRootAsync',
    ],
    keeps: 'what its driver does, 10 for Postgres',
    limits: ['extra.max', 'poolSize', 'extra.connectionLimit'],
  },
  {
    name: 'Mongoose',
    makers: [
      'npm:mongoose.connect',
      'npm:mongoose.createConnection',
      'npm:@nestjs/mongoose.MongooseModule.forRoot',
      'npm:@nestjs/mongoose.MongooseModule.forRootAsync',
    ],
    keeps: '100',
    limits: ['maxPoolSize'],
  },
  {
    name: 'the MongoDB client',
    makers: [
      'npm:mongodb.MongoClient',
      'npm:mongodb.MongoClient.connect',
      'py:pymongo.MongoClient',
      'py:pymongo.AsyncMongoClient',
      'py:motor.motor_asyncio.AsyncIOMotorClient',
    ],
    keeps: '100',
    limits: ['maxPoolSize'],
    endless: [
      ['maxPoolSize', 0],
      ['maxPoolSize', null],
    ],
  },
  { name: 'a client of undici', makers: ['npm:undici.Client'], single: true },
  {
    name: 'the client of Elasticsearch',
    makers: ['npm:@elastic/elasticsearch.Client', 'npm:@opensearch-project/opensearch.Client'],
  },
  { name: 'the Redis client', makers: ['npm:ioredis', 'npm:ioredis.Redis', 'npm:redis.createClient', 'npm:ioredis.Cluster'] },
  {
    name: 'an agent of undici',
    makers: ['npm:undici.Agent', 'npm:undici.Pool', 'npm:undici.ProxyAgent', 'npm:undici.BalancedPool'],
    keeps: 'what its options say',
    limits: ['connections'],
  },
  ...pythonClients,
];

/** More than a database of ordinary size admits. */
export const tooMany = 500;
