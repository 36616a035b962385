// JavaScript libraries that call out of the service.
import { each, ever, type Library, verbs } from './library.ts';

const openaiNode = { options: ['timeout'], at: 0, perCall: ['timeout', 'signal'], without: 'waits 600 s by default' };

/** Nest's client is axios behind a service. */
function nestHttp(methods: readonly string[], at: number): readonly Library[] {
  const owners = ['npm:@nestjs/axios.HttpService()', 'npm:@nestjs/axios.HttpService().axiosRef'];
  const makers = owners.flatMap((owner) => each(owner, methods));
  return [{ name: "Nest's HttpService", makers, options: ['timeout', 'signal'], at, without: ever }];
}

export const nodeLibraries: readonly Library[] = [
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
  ...nestHttp(['get', 'delete', 'head', 'request'], 1),
  ...nestHttp(['post', 'put', 'patch'], 2),
  { name: 'the Slack client', makers: ['npm:@slack/web-api.WebClient'], options: ['timeout'], at: 1, without: ever },
  {
    name: 'the AI SDK',
    makers: each('npm:ai', ['generateText', 'generateObject', 'streamText', 'streamObject', 'embed', 'embedMany']),
    options: ['abortSignal', 'timeout'],
    at: 0,
    without: 'is given neither abortSignal nor timeout',
  },
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
    name: 'the Redis client',
    makers: ['npm:redis.createClient', 'npm:@redis/client.createClient'],
    options: ['socket.socketTimeout', 'commandOptions.timeout'],
    at: 0,
    without: 'lets a command take for ever: neither socket.socketTimeout nor commandOptions.timeout is given',
  },
  {
    name: 'the MongoDB client',
    makers: ['npm:mongodb.MongoClient', 'npm:mongodb.MongoClient.connect', 'npm:mongoose.connect', 'npm:mongoose.createConnection'],
    options: ['socketTimeoutMS', 'timeoutMS'],
    at: 1,
    without: 'lets an operation take for ever: neither timeoutMS nor socketTimeoutMS is given',
  },
  {
    name: 'the MongoDB client',
    makers: ['npm:@nestjs/mongoose.MongooseModule.forRoot'],
    options: ['socketTimeoutMS', 'timeoutMS'],
    at: 1,
    without: 'lets an operation take for ever: neither timeoutMS nor socketTimeoutMS is given',
  },
  {
    name: 'the Postgres client',
    makers: ['npm:@prisma/adapter-pg.PrismaPg'],
    options: ['query_timeout', 'statement_timeout'],
    at: 0,
    without: 'lets a query take for ever: neither query_timeout nor statement_timeout is given',
  },
  {
    name: 'the Postgres client',
    makers: ['npm:postgres'],
    options: ['connection.statement_timeout'],
    without: 'lets a query take for ever: connection.statement_timeout is not given',
  },
  {
    name: 'nodemailer',
    makers: ['npm:nodemailer.createTransport'],
    options: ['socketTimeout'],
    at: 0,
    without: 'waits 10 minutes by default',
  },
];
