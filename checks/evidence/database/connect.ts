// Opens a database to look at it: one connection, one read-only transaction with time limits, rolled back at the end.
import pg from 'pg';
import type { Found } from '../../model.ts';
import { type Ask, messageOf, stateOf } from './session.ts';

export interface Limits {
  readonly connectMs: number;
  /** For each question. */
  readonly statementMs: number;
  /** To wait for somebody else's lock. */
  readonly lockMs: number;
}
export const defaultLimits: Limits = { connectMs: 10_000, statementMs: 15_000, lockMs: 500 };

export interface Address {
  /** `host:port/name`, without credentials. */
  readonly name: string;
  readonly config: pg.ClientConfig;
  /** How libpq's `sslmode` reads: `prefer` where nothing is said and it is not this machine. */
  readonly encryption: 'disable' | 'prefer' | 'require' | 'verify';
}

/** Reads a connection URL; a problem in one line, which never quotes it. */
export function addressOf(url: string): Address | { readonly problem: string } {
  const parsed = URL.parse(url);
  if (parsed === null || !/^postgres(?:ql)?:$/.test(parsed.protocol)) return { problem: 'the database URL is no postgres:// URL' };
  // Cut off at a # or a /, the rest of a password would pass for a host.
  if ((parsed.username === '' && url.includes('@')) || !isEncoded(parsed)) {
    return {
      problem: 'in the database URL, what is special in a URL must be written as %25, %23, %2F, %40 within the user or the password',
    };
  }
  const host = decodeURIComponent(parsed.hostname) || parsed.searchParams.get('host') || '127.0.0.1';
  const database = decodeURIComponent(parsed.pathname.slice(1)) || decodeURIComponent(parsed.username) || 'postgres';
  const mode = parsed.searchParams.get('sslmode');
  const local = host.startsWith('/') || /^(?:localhost|127\.\d+\.\d+\.\d+|\[?::1\]?)$/.test(host);
  const port = Number(parsed.port || parsed.searchParams.get('port') || 5432);
  const config = {
    host: host.replaceAll(/^\[|\]$/g, ''),
    port,
    database,
    user: decodeURIComponent(parsed.username) || 'postgres',
    ...(parsed.password === '' ? {} : { password: decodeURIComponent(parsed.password) }),
    application_name: 'launchgate',
  };
  return { name: `${host}:${port}/${database}`, config, encryption: encryptionOf(mode, local) };
}

function isEncoded({ username, password, hostname, pathname }: URL): boolean {
  try {
    [username, password, hostname, pathname].map(decodeURIComponent);
    return true;
  } catch {
    return false;
  }
}

function encryptionOf(mode: string | null, local: boolean): Address['encryption'] {
  if (mode === 'verify-full' || mode === 'verify-ca') return 'verify';
  if (mode === 'require' || mode === 'prefer' || mode === 'disable') return mode;
  return local ? 'disable' : 'prefer';
}

export interface Opened<T> {
  readonly value: T;
  readonly encrypted: boolean;
}

/** Asks within a transaction that can't write; `missing` says why nobody could, without a credential. */
export async function reading<T>(
  address: Address,
  work: (ask: Ask, encrypted: boolean) => Promise<T>,
  { limits = defaultLimits, signal }: { readonly limits?: Limits; readonly signal?: AbortSignal | undefined } = {},
): Promise<Found<T>> {
  const opened = await open(address, limits);
  if ('missing' in opened) return opened;
  const { client, encrypted } = opened.found;
  const stop = (): void => void client.end().catch(() => undefined);
  signal?.addEventListener('abort', stop, { once: true });
  const line: Line = { client, isSilent: false };
  const silence = { missing: `${address.name} broke off: it gave no answer within ${silenceMs(limits) / 1_000} s` };
  try {
    await client.query('begin transaction isolation level repeatable read read only');
    await client.query(`set local statement_timeout = ${limits.statementMs}; set local lock_timeout = ${limits.lockMs}`);
    // A function of the database's owner must not answer in the place of one of Postgres.
    await client.query("set local search_path = 'pg_catalog'; set local idle_in_transaction_session_timeout = 60000");
    const { rows } = await client.query('show transaction_read_only');
    if (rows[0]?.transaction_read_only !== 'on') return { missing: `${address.name} did not give a read-only transaction` };
    const value = await work(asking(line), encrypted);
    return line.isSilent ? silence : { found: value };
  } catch (error) {
    return line.isSilent || isSilence(error) ? silence : { missing: `${address.name} broke off: ${messageOf(error)}` };
  } finally {
    signal?.removeEventListener('abort', stop);
    // Closed without a word, a connection rolls back by itself.
    if (!line.isSilent) await client.query('rollback').catch(() => undefined);
    await client.end().catch(() => undefined);
  }
}

interface Line {
  readonly client: pg.Client;
  /** Nobody waits again for a server that has fallen silent. */
  isSilent: boolean;
}
const isSilence = (error: unknown): boolean => messageOf(error) === 'Query read timeout';
/** The server's own limit does not help where its answer never arrives. */
const silenceMs = ({ statementMs, connectMs }: Limits): number => statementMs + connectMs;

function asking(line: Line): Ask {
  const { client } = line;
  const send = async (sql: string, values: readonly unknown[] = []): Promise<readonly unknown[]> => {
    if (line.isSilent) throw new Error('no answer came');
    try {
      return (await client.query(sql, [...values])).rows;
    } catch (error) {
      line.isSilent = isSilence(error);
      throw error;
    }
  };
  return async (sql, values = []) => {
    await send('savepoint question');
    try {
      const rows = await send(sql, values);
      await send('release savepoint question');
      return rows;
    } catch (error) {
      await send('rollback to savepoint question').catch(() => undefined);
      throw error;
    }
  };
}

async function open(address: Address, limits: Limits): Promise<Found<{ readonly client: pg.Client; readonly encrypted: boolean }>> {
  const tries: readonly pg.ClientConfig['ssl'][] = {
    disable: [false],
    prefer: [{ rejectUnauthorized: false }, false],
    require: [{ rejectUnauthorized: false }],
    verify: [{ rejectUnauthorized: true }],
  }[address.encryption];
  let reason = '';
  for (const ssl of tries) {
    const client = new pg.Client({
      ...address.config,
      ssl: ssl ?? false,
      connectionTimeoutMillis: limits.connectMs,
      query_timeout: silenceMs(limits),
    });
    // A connection that is cut while nobody asks must not end the process.
    client.on('error', () => undefined);
    try {
      await client.connect();
      return { found: { client, encrypted: ssl !== false } };
    } catch (error) {
      reason = reasonOf(error);
      await client.end().catch(() => undefined);
      if (!/SSL/i.test(reason)) break;
    }
  }
  return { missing: `can't connect to ${address.name}: ${reason}` };
}

const meanings: Readonly<Record<string, string>> = {
  '28P01': 'the password is wrong',
  '28000': 'the server refuses this user',
  '3D000': 'there is no such database',
  '53300': 'the server has no connection left',
  '57P03': 'the server is starting up or shutting down',
};

function reasonOf(error: unknown): string {
  const inner = error instanceof AggregateError ? error.errors[0] : error;
  const state = stateOf(inner);
  return (state === undefined ? undefined : meanings[state]) ?? messageOf(inner);
}
