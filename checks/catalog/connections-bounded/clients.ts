// Clients that hold connections: what each keeps by itself, and how it can be told to keep any number.
import type { SymbolPattern } from '../../model.ts';

export interface Client {
  readonly name: string;
  readonly makers: readonly SymbolPattern[];
  /** The most it opens by itself, in words; absent for a single connection. */
  readonly keeps?: string;
  /** Options that hold the most it may open; `a.b` is an entry of an option. */
  readonly limits?: readonly string[];
  /** Values of options that take every limit away. */
  readonly endless?: readonly (readonly [option: string, value: number | null])[];
  /** One that is closed where it is made (`with`, `await using`) holds nothing afterwards. */
  readonly mayBeBrief?: true;
  /** A connection for one use: pooling is somebody else's. */
  readonly single?: true;
}

const named = (module: string, names: readonly string[]): readonly string[] => names.map((name) => `${module}.${name}`);

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
  {
    name: 'the SQLAlchemy engine',
    makers: [
      'py:sqlalchemy.create_engine',
      'py:sqlalchemy.engine.create_engine',
      'py:sqlalchemy.ext.asyncio.create_async_engine',
      'py:sqlalchemy.ext.asyncio.engine.create_async_engine',
      'py:sqlmodel.create_engine',
      'py:sqlalchemy.ext.asyncio.async_engine_from_config',
      'py:flask_sqlalchemy.SQLAlchemy',
      'py:flask_sqlalchemy_lite.SQLAlchemy',
      'py:alchemical.Alchemical',
      'py:alchemical.flask.Alchemical',
      'py:alchemical.aio.Alchemical',
    ],
    keeps: '5 and 10 more',
    limits: ['pool_size', 'max_overflow'],
    endless: [
      ['max_overflow', -1],
      ['pool_size', 0],
    ],
  },
  {
    name: 'the Postgres connection',
    makers: [
      'py:psycopg2.connect',
      'py:psycopg.connect',
      'py:psycopg.Connection.connect',
      'py:psycopg.AsyncConnection.connect',
      'py:asyncpg.connect',
    ],
    single: true,
  },
  {
    name: 'the Postgres pool',
    makers: [
      'py:asyncpg.create_pool',
      ...named('py:psycopg_pool', ['ConnectionPool', 'AsyncConnectionPool']),
      ...named('py:psycopg2.pool', ['SimpleConnectionPool', 'ThreadedConnectionPool']),
    ],
    keeps: 'what it is told, or 10',
    limits: ['max_size', 'maxconn'],
  },
  {
    name: 'the MySQL connection',
    makers: ['py:pymysql.connect', 'py:mysql.connector.connect', 'py:aiomysql.connect', 'py:MySQLdb.connect'],
    single: true,
  },
  {
    name: 'the MySQL pool',
    makers: ['py:aiomysql.create_pool', 'py:mysql.connector.pooling.MySQLConnectionPool'],
    keeps: '10',
    limits: ['maxsize', 'pool_size'],
  },
  {
    name: 'the Redis client',
    makers: [
      ...named('py:redis', ['Redis', 'StrictRedis', 'from_url', 'Redis.from_url']),
      ...named('py:redis.asyncio', ['Redis', 'from_url', 'Redis.from_url']),
    ],
    limits: ['max_connections'],
    mayBeBrief: true,
  },
  { name: 'the HTTP client', makers: ['py:httpx.Client', 'py:httpx.AsyncClient'], keeps: '100', limits: ['limits'], mayBeBrief: true },
  { name: 'the HTTP session', makers: ['py:aiohttp.ClientSession'], keeps: '100', limits: ['connector'], mayBeBrief: true },
  {
    name: 'the limits of the HTTP client',
    makers: ['py:httpx.Limits'],
    limits: ['max_connections'],
    endless: [['max_connections', null]],
    mayBeBrief: true,
  },
  {
    name: 'the connector of the HTTP session',
    makers: ['py:aiohttp.TCPConnector'],
    limits: ['limit'],
    endless: [['limit', 0]],
    mayBeBrief: true,
  },
  {
    name: 'the OpenAI client',
    makers: named('py:openai', ['OpenAI', 'AsyncOpenAI', 'AzureOpenAI', 'AsyncAzureOpenAI']),
    keeps: '1000',
    limits: ['http_client'],
    mayBeBrief: true,
  },
  {
    name: 'the Anthropic client',
    makers: named('py:anthropic', ['Anthropic', 'AsyncAnthropic']),
    keeps: '1000',
    limits: ['http_client'],
    mayBeBrief: true,
  },
  {
    name: 'the Supabase client',
    makers: [
      'py:supabase.create_client',
      'py:supabase.create_async_client',
      'py:supabase.acreate_client',
      'py:supabase.client.create_client',
      'py:supabase._async.client.create_client',
      'py:supabase._sync.client.create_client',
      'py:supabase.Client',
      'py:supabase.AsyncClient.create',
    ],
    keeps: '100',
    mayBeBrief: true,
  },
];

/** More than a database of ordinary size admits. */
export const tooMany = 500;
