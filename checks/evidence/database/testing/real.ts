// For tests: one real PostgreSQL for a file of tests, with databases of its own, where its programs are installed.
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll } from 'vitest';
import { dumperFor, installedPrograms, type Programs } from '../scratch/programs.ts';
import { type Scratch, startScratch } from '../scratch/server.ts';
import type { Ask } from '../session.ts';

const installed = await installedPrograms();
const wanted = process.env.LAUNCHGATE_TEST_POSTGRES;
/** The version asked for by LAUNCHGATE_TEST_POSTGRES, else the newest that has clients of its own. */
const chosen: Programs | undefined =
  wanted === undefined
    ? (installed.find(({ clients, major }) => (clients?.major ?? 0) >= major) ?? installed[0])
    : installed.find(({ major }) => major === Number(wanted));

/** Why there is none to test with; undefined where there is. */
export const noRealPostgres = chosen === undefined ? `no PostgreSQL server ${wanted ?? ''} is installed here` : undefined;
const dumper = chosen === undefined ? undefined : await dumperFor(chosen.major);
/** Why nothing can be dumped; undefined where it can. */
export const noDumps = noRealPostgres ?? (dumper === undefined ? `no pg_dump of version ${chosen?.major} is installed here` : undefined);
export const pgDump = dumper ?? 'pg_dump';

export interface Real {
  readonly scratch: () => Scratch;
  /** Makes a database and answers with its URL. */
  readonly database: (sql?: string) => Promise<string>;
  /** Runs it as the superuser, in the database of the URL. */
  readonly run: (sql: string, url?: string) => Promise<void>;
  /** A connection of the superuser's, closed after the tests. */
  readonly connect: (url: string) => Promise<{ readonly ask: Ask; readonly run: (sql: string) => Promise<void> }>;
}

/** Starts before the tests of the file and ends after them. */
export function realPostgres(): Real {
  let server: Scratch | undefined;
  const clients: pg.Client[] = [];
  const scratch = (): Scratch => {
    if (server === undefined) throw new Error('the server was not started');
    return server;
  };
  beforeAll(async () => {
    if (noRealPostgres !== undefined) return;
    const started = await startScratch(chosen === undefined ? {} : { exactly: chosen });
    if ('missing' in started) throw new Error(started.missing);
    server = started.found;
  });
  afterAll(async () => {
    await Promise.all(clients.map((client) => client.end().catch(() => undefined)));
    await server?.stop();
  });
  const connect: Real['connect'] = async (url) => {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => undefined);
    await client.connect();
    clients.push(client);
    return {
      ask: async (sql, values = []) => (await client.query(sql, [...values])).rows,
      run: async (sql) => {
        await client.query(sql);
      },
    };
  };
  const run = async (sql: string, url = scratch().url()): Promise<void> => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  const database: Real['database'] = async (sql) => {
    const name = `test_${randomUUID().replaceAll('-', '')}`;
    await run(`create database ${name}`);
    const url = scratch().url(name);
    if (sql !== undefined) await run(sql, url);
    return url;
  };
  return { scratch, database, connect, run };
}
