// Python libraries that call out of the service.
import { each, ever, type Library, verbs } from './library.ts';

const openaiPython = { options: ['timeout', 'http_client'], perCall: ['timeout'], without: 'waits 600 s by default' };

export const pythonLibraries: readonly Library[] = [
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
      'py:openai.Image.create',
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
      ...each('py:langchain.chat_models.openai', ['ChatOpenAI']),
      ...each('py:langchain.llms', ['OpenAI', 'AzureOpenAI']),
      ...['py:langchain.embeddings', 'py:langchain.embeddings.openai', 'py:langchain_community.embeddings'].map(
        (module) => `${module}.OpenAIEmbeddings`,
      ),
      'py:langchain_anthropic.ChatAnthropic',
      'py:langchain.chat_models.init_chat_model',
    ],
    options: ['timeout', 'request_timeout', 'default_request_timeout', 'http_client', 'http_async_client'],
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
      // What redis.asyncio was before it became a part of redis.
      ...each('py:aioredis', ['Redis', 'StrictRedis', 'from_url']),
      'py:aioredis.Redis.from_url',
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
  {
    name: 'the MongoDB client',
    makers: ['py:pymongo.MongoClient', 'py:pymongo.mongo_client.MongoClient'],
    options: ['timeoutMS', 'socketTimeoutMS'],
    without: 'lets an operation take for ever: neither timeoutMS nor socketTimeoutMS is given',
    blocks: true,
  },
  {
    name: 'the MongoDB client',
    makers: ['py:motor.motor_asyncio.AsyncIOMotorClient', 'py:pymongo.AsyncMongoClient'],
    options: ['timeoutMS', 'socketTimeoutMS'],
    without: 'lets an operation take for ever: neither timeoutMS nor socketTimeoutMS is given',
  },
];
