// Libraries that call out of the service: where each takes its limit, and what it does without one.
import type { SymbolPattern } from '../../model.ts';

export interface Library {
  readonly name: string;
  readonly makers: readonly SymbolPattern[];
  /** Any one of these is a limit; `a.b` is an entry of an option. */
  readonly options: readonly string[];
  /** Position of the options in a call; absent: keywords, or wherever they stand. */
  readonly at?: number;
  /** Position of the limit itself, where it may be given without a name. */
  readonly position?: number;
  /** What happens without a limit; absent where the default is a limit worth the name. */
  readonly without?: string;
  /** The default limit, where it is one. */
  readonly byDefault?: string;
  /** Waiting for it blocks the thread, so nobody else's clock ends it. */
  readonly blocks?: true;
  /** The calls of what was made can bring their own limit, under these names. */
  readonly perCall?: readonly string[];
}

const ever = 'waits for ever';
const openaiPython = { options: ['timeout', 'http_client'], perCall: ['timeout'], without: 'waits 600 s by default' };
const openaiNode = { options: ['timeout'], at: 0, perCall: ['timeout', 'signal'], without: 'waits 600 s by default' };
const verbs = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'request'];
const each = (symbol: string, names: readonly string[]): readonly string[] => names.map((name) => `${symbol}.${name}`);

const python: readonly Library[] = [
  { name: 'the OpenAI client', makers: each('py:openai', ['OpenAI', 'AzureOpenAI', 'Client']), ...openaiPython, blocks: true },
  { name: 'the OpenAI client', makers: each('py:openai', ['AsyncOpenAI', 'AsyncAzureOpenAI', 'AsyncClient']), ...openaiPython },
  {
    name: 'the OpenAI call',
    makers: ['py:openai.chat.completions.create', 'py:openai.embeddings.create', 'py:openai.responses.create'],
    options: ['timeout'],
    without: 'waits 600 s by default',
    blocks: true,
  },
  {
    name: 'the OpenAI call',
    makers: [
      'py:openai.ChatCompletion.create',
      'py:openai.Completion.create',
      'py:openai.Embedding.create',
      'py:openai.ChatCompletion.acreate',
    ],
    options: ['request_timeout', 'timeout'],
    without: 'waits 600 s by default',
  },
  { name: 'the Anthropic client', makers: each('py:anthropic', ['Anthropic', 'Client']), ...openaiPython, blocks: true },
  { name: 'the Anthropic client', makers: each('py:anthropic', ['AsyncAnthropic', 'AsyncClient']), ...openaiPython },
  {
    name: 'the LangChain model',
    makers: [
      ...each('py:langchain_openai', ['ChatOpenAI', 'AzureChatOpenAI', 'OpenAI', 'OpenAIEmbeddings']),
      ...each('py:langchain.chat_models', ['ChatOpenAI', 'AzureChatOpenAI']),
      ...each('py:langchain_community.chat_models', ['ChatOpenAI', 'AzureChatOpenAI']),
    ],
    options: ['timeout', 'request_timeout', 'http_client', 'http_async_client'],
    without: 'is given no timeout',
  },
  {
    name: 'httpx',
    makers: [...each('py:httpx', [...verbs, 'stream', 'Client'])],
    options: ['timeout'],
    byDefault: '5 s',
    perCall: ['timeout'],
    blocks: true,
  },
  { name: 'httpx', makers: ['py:httpx.AsyncClient'], options: ['timeout'], byDefault: '5 s', perCall: ['timeout'] },
  {
    name: 'requests',
    makers: [...each('py:requests', verbs), ...each('py:requests.api', verbs)],
    options: ['timeout'],
    without: ever,
    blocks: true,
  },
  {
    name: 'the session of requests',
    makers: ['py:requests.Session', 'py:requests.session', 'py:requests.sessions.Session'].flatMap((made) => each(`${made}()`, verbs)),
    options: ['timeout'],
    without: ever,
    blocks: true,
  },
  { name: 'urlopen', makers: ['py:urllib.request.urlopen'], options: ['timeout'], position: 2, without: ever, blocks: true },
  { name: 'urllib3', makers: ['py:urllib3.PoolManager'], options: ['timeout'], perCall: ['timeout'], without: ever, blocks: true },
  {
    name: 'the aiohttp session',
    makers: ['py:aiohttp.ClientSession'],
    options: ['timeout'],
    perCall: ['timeout'],
    without: 'waits 300 s by default',
  },
  { name: 'smtplib', makers: each('py:smtplib', ['SMTP', 'SMTP_SSL']), options: ['timeout'], without: ever, blocks: true },
  { name: 'boto3', makers: ['py:boto3.client', 'py:boto3.resource'], options: [], byDefault: '60 s' },
  {
    name: 'the Redis client',
    makers: [...each('py:redis', ['Redis', 'StrictRedis', 'from_url']), 'py:redis.Redis.from_url', 'py:redis.ConnectionPool.from_url'],
    options: ['socket_timeout', 'connection_pool'],
    without: 'is given no socket_timeout',
    blocks: true,
  },
  {
    name: 'the Redis client',
    makers: [
      ...each('py:redis.asyncio', ['Redis', 'StrictRedis', 'from_url']),
      'py:redis.asyncio.Redis.from_url',
      'py:redis.asyncio.ConnectionPool.from_url',
    ],
    options: ['socket_timeout', 'connection_pool'],
    without: 'is given no socket_timeout',
  },
  {
    name: 'the Postgres connection',
    makers: ['py:psycopg2.connect', 'py:psycopg.connect'],
    options: ['connect_timeout', 'options'],
    without: 'is given no connect_timeout and no statement_timeout',
    blocks: true,
  },
  {
    name: 'asyncpg',
    makers: ['py:asyncpg.connect', 'py:asyncpg.create_pool'],
    options: ['command_timeout', 'server_settings.statement_timeout'],
    without: 'lets a query take for ever: no command_timeout is given',
    perCall: ['timeout'],
  },
];

const node: readonly Library[] = [
  { name: 'the OpenAI client', makers: ['npm:openai', ...each('npm:openai', ['OpenAI', 'AzureOpenAI'])], ...openaiNode },
  { name: 'the Anthropic client', makers: ['npm:@anthropic-ai/sdk', 'npm:@anthropic-ai/sdk.Anthropic'], ...openaiNode },
  {
    name: 'the LangChain model',
    makers: each('npm:@langchain/openai', ['ChatOpenAI', 'AzureChatOpenAI', 'OpenAI', 'OpenAIEmbeddings']),
    options: ['timeout', 'configuration.timeout'],
    at: 0,
    perCall: ['timeout', 'signal'],
    without: 'is given no timeout',
  },
  { name: 'axios', makers: ['npm:axios.create'], options: ['timeout', 'signal'], at: 0, perCall: ['timeout', 'signal'], without: ever },
  {
    name: 'axios',
    makers: ['npm:axios', ...each('npm:axios', ['get', 'delete', 'head', 'options'])],
    options: ['timeout', 'signal'],
    at: 1,
    without: ever,
  },
  { name: 'axios', makers: each('npm:axios', ['post', 'put', 'patch', 'postForm']), options: ['timeout', 'signal'], at: 2, without: ever },
  { name: 'axios', makers: ['npm:axios.request'], options: ['timeout', 'signal'], at: 0, without: ever },
  { name: 'got', makers: ['npm:got', ...each('npm:got', verbs)], options: ['timeout', 'signal'], at: 1, without: ever },
  {
    name: 'node-fetch',
    makers: ['npm:node-fetch', 'npm:cross-fetch', 'npm:cross-fetch.fetch', 'npm:isomorphic-fetch'],
    options: ['signal', 'timeout'],
    at: 1,
    without: ever,
  },
  {
    name: 'fetch',
    makers: ['js:fetch', 'js:globalThis.fetch', 'npm:undici.fetch'],
    options: ['signal'],
    at: 1,
    without: 'is given no signal that would end it',
  },
  {
    name: 'undici',
    makers: ['npm:undici.request', 'npm:undici.stream'],
    options: ['signal', 'headersTimeout', 'bodyTimeout'],
    at: 1,
    without: 'waits 300 s by default',
  },
  {
    name: 'the request of node:http',
    makers: ['http', 'https'].flatMap((module) => each(`node:${module}`, ['request', 'get'])),
    options: ['timeout', 'signal'],
    without: ever,
  },
  {
    name: 'the Supabase client',
    makers: ['npm:@supabase/supabase-js.createClient', ...each('npm:@supabase/ssr', ['createServerClient'])],
    options: ['global.fetch', 'db.timeout'],
    at: 2,
    without: 'is given no limit: neither a fetch with a timeout nor db.timeout',
  },
  {
    name: 'the Postgres client',
    makers: ['npm:pg.Pool', 'npm:pg.Client', 'npm:pg-pool'],
    options: ['query_timeout', 'statement_timeout'],
    at: 0,
    without: 'lets a query take for ever: neither query_timeout nor statement_timeout is given',
  },
  {
    name: 'the Redis client',
    makers: ['npm:ioredis', 'npm:ioredis.Redis'],
    options: ['commandTimeout', 'socketTimeout'],
    without: 'lets a command take for ever: no commandTimeout is given',
  },
  {
    name: 'nodemailer',
    makers: ['npm:nodemailer.createTransport'],
    options: ['socketTimeout'],
    at: 0,
    without: 'waits 10 minutes by default',
  },
];

export const libraries: readonly Library[] = [...python, ...node];
