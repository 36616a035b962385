// What a service depends on, as far as the packages it imports tell.
import { lastName } from '../../model/nodes.ts';
import type { Expression, SourceNames, Unit } from '../../model.ts';

const stores = [
  ...['pg', 'postgres', 'knex', '@prisma/client', 'mongoose', 'mongodb', 'typeorm', 'sequelize', 'sequelize-typescript', 'objection'],
  ...['drizzle-orm', '@supabase/supabase-js', 'mysql', 'mysql2', 'better-sqlite3', 'sqlite3', '@mikro-orm/core', 'kysely'],
  ...['@nestjs/typeorm', '@nestjs/mongoose', '@nestjs/sequelize', 'sqlalchemy', 'sqlmodel', 'asyncpg', 'psycopg', 'psycopg2', 'pymongo'],
  ...[
    'motor',
    'beanie',
    'tortoise',
    'databases',
    'peewee',
    'supabase',
    'django.db',
    'mongoengine',
    'pynamodb',
    'flask_sqlalchemy',
    'flask_sqlalchemy_lite',
    'alchemical',
    'pymysql',
    'aiomysql',
  ],
];
const models = [
  ...[
    'openai',
    '@anthropic-ai/sdk',
    '@google/generative-ai',
    '@google/genai',
    '@ai-sdk',
    'langchain',
    '@langchain',
    'groq-sdk',
    'cohere-ai',
  ],
  ...[
    '@mistralai/mistralai',
    'anthropic',
    'google.generativeai',
    'google.genai',
    'litellm',
    'cohere',
    'groq',
    'mistralai',
    'langchain_openai',
  ],
  ...['langchain_anthropic', 'langchain_community', 'langchain_core', 'pydantic_ai', 'instructor', 'llama_index.llms'],
];
export const storeWords = [...stores, ...models].map((name) => name.replace(/^@/, ''));
const keyName = /(?:OPENAI|ANTHROPIC|LLM|GEMINI|GOOGLE_AI|GROQ|MISTRAL|COHERE|AZURE_OPENAI)\w*KEY/i;

const storeVariable = /(?:^|_)(?:DATABASE|DB|POSTGRES(?:QL)?|PG|MONGO(?:DB)?|MYSQL|SUPABASE|SQL)_?(?:URL|URI|HOST|DSN|CONNECTION\w*)$/i;

export interface Dependencies {
  readonly store: string | undefined;
  readonly model: string | undefined;
  /** The service does not start without the model's key. */
  readonly modelKnownAtStart: boolean;
}

export function dependenciesOf(unit: Unit): Dependencies {
  return {
    store:
      unit.imports(...stores)[0]?.module ?? unit.environmentReads.find(({ name }) => storeVariable.test(name))?.name ?? boundStore(unit),
    model: unit.imports(...models)[0]?.module,
    modelKnownAtStart: unit.environmentReads.some(({ name, required }) => keyName.test(name) && required),
  };
}

/** `c.env.DB.prepare(…)`: a database that a Worker is bound to comes without a package. */
const boundStore = (unit: Unit): string | undefined =>
  unit.queries.some(
    ({ steps: [first] }) => first?.name === 'prepare' && first.node.callee.kind === 'member' && isBound(first.node.callee.object),
  )
    ? 'D1'
    : undefined;
const isBound = (receiver: Expression): boolean =>
  receiver.kind === 'member' && (lastName(receiver.object) === 'env' || lastName(receiver.object) === 'bindings');

const anyStore =
  /DATABASE|(?:^|_)DB(?:_|$)|POSTGRES|(?:^|_)PG|MYSQL|MARIADB|MONGO|REDIS|SUPABASE|SQL|DYNAMO|FIRE(?:BASE|STORE)|KAFKA|AMQP|RABBIT|NATS/i;
const others = [
  'redis',
  'ioredis',
  'kafkajs',
  'amqplib',
  'nats',
  'firebase-admin',
  'boto3',
  'aiokafka',
  'aioredis',
  'celery',
  'elasticsearch',
  'cassandra',
  'neo4j',
];

/** A package nobody here knows, by its name a store: one of the project's own, say. */
const storeByName = /(?:^|[/@_.-])(?:db|database|orm|sql|storage|store|cache|queue|prisma|repositor(?:y|ies))(?:$|[/_.-])/i;

/** Whether the source names anything whose state a health route could tell; a variable that nobody could read the name of may be anything. */
export const namesDependency = ({ packages, variables }: SourceNames): boolean =>
  variables.some((name) => name === '?' || anyStore.test(name) || keyName.test(name)) ||
  packages.some((module) => storeByName.test(module)) ||
  packages.some((module) =>
    [...stores, ...models, ...others].some(
      (each) => module === each || (/^[/.]/.test(module.slice(each.length)) && module.startsWith(each)),
    ),
  );

export const namesModel = (word: string): boolean =>
  keyName.test(word) || /^(?:llm|language_?model)|(?:llm|language_?model)(?:_?(?:client|service|state|key))?$/i.test(word);

const storePackage = new RegExp(`^(?:npm|py):(?:${stores.map((name) => name.replace(/[./]/g, '\\$&')).join('|')})(?=[./(]|$)`);
const modelPackage = new RegExp(`^(?:npm|py):(?:${models.map((name) => name.replace(/[./]/g, '\\$&')).join('|')})(?=[./(]|$)`);
export const isStoreSymbol = (symbol: string): boolean => storePackage.test(symbol);
export const isModelSymbol = (symbol: string): boolean => modelPackage.test(symbol);
