// Clients of Python that hold connections.
import type { Client } from './client.ts';

const named = (module: string, names: readonly string[]): readonly string[] => names.map((name) => `${module}.${name}`);

export const pythonClients: readonly Client[] = [
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
    admitted: 5000,
    mayBeBrief: true,
  },
  {
    name: 'the connector of the HTTP session',
    makers: ['py:aiohttp.TCPConnector'],
    limits: ['limit'],
    endless: [['limit', 0]],
    admitted: 5000,
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
