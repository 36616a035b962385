// A PostgreSQL server of our own: on the loopback address, behind a password nobody else has, gone when stopped.
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import type { Found } from '../../../model.ts';
import { messageOf } from '../session.ts';
import { type Programs, programsFor } from './programs.ts';

export interface Scratch {
  /** `PostgreSQL 15.18`. */
  readonly engine: string;
  readonly major: number;
  readonly programs: string;
  readonly port: number;
  readonly password: string;
  /** A connection URL to one of its databases, as its superuser. */
  readonly url: (database?: string) => string;
  /** Whom programs that meet the backup are run as; root is nobody there. */
  readonly user: { readonly uid?: number; readonly gid?: number };
  /** Belongs to that user, and goes with the server. */
  readonly folder: string;
  stop(): Promise<void>;
}
const nobody = 65_534;

/** Starts one, at least as new as asked for; `missing` says why there is none. */
export async function startScratch({
  major,
  signal,
}: {
  readonly major?: number;
  readonly signal?: AbortSignal | undefined;
} = {}): Promise<Found<Scratch>> {
  const programs = await programsFor(major);
  if (programs === undefined) {
    return { missing: `no PostgreSQL server${major === undefined ? '' : ` of version ${major} or later`} is installed here` };
  }
  const folder = await mkdtemp(join(tmpdir(), 'launchgate-postgres-'));
  // A server refuses to run as root.
  const user = process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {};
  if ('uid' in user) await chown(folder, nobody, nobody);
  let server: ChildProcess | undefined;
  const password = randomBytes(24).toString('hex');
  const stop = async (): Promise<void> => {
    if (server !== undefined) await ended(server);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await initialise(programs, { folder, user, password });
    for (let tries = 1; ; tries += 1) {
      const port = await freePort();
      const started = run(programs, { folder, user, port });
      server = started;
      signal?.addEventListener('abort', () => started.kill('SIGINT'), { once: true });
      const url = (database = 'postgres'): string => `postgres://postgres:${password}@127.0.0.1:${port}/${encodeURIComponent(database)}`;
      try {
        const engine = await answering(url(), started);
        return { found: { engine, major: programs.major, programs: programs.folder, port, password, url, user, folder, stop } };
      } catch (error) {
        // Somebody else may have taken the port meanwhile.
        if (tries === 3 || signal?.aborted === true) throw error;
        await ended(started);
      }
    }
  } catch (error) {
    await stop();
    return { missing: `a scratch PostgreSQL did not start: ${messageOf(error)}` };
  }
}

interface Place {
  readonly folder: string;
  readonly user: Scratch['user'];
}

async function initialise(
  { folder: programs }: Programs,
  { folder, user, password }: Place & { readonly password: string },
): Promise<void> {
  const passwordFile = join(folder, 'password');
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (user.uid !== undefined) await chown(passwordFile, user.uid, user.uid);
  const options = ['-D', join(folder, 'data'), '-U', 'postgres', '-A', 'scram-sha-256', '--pwfile', passwordFile, '-E', 'UTF8'];
  await promisify(execFile)(join(programs, 'initdb'), [...options, '--locale=C', '--no-sync'], { ...user, cwd: folder });
  await rm(passwordFile);
}

function run({ folder: programs }: Programs, { folder, user, port }: Place & { readonly port: number }): ChildProcess {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    fsync: 'off',
    full_page_writes: 'off',
    synchronous_commit: 'off',
    max_wal_size: '1GB',
    autovacuum: 'off',
    max_connections: '20',
  };
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = spawn(join(programs, 'postgres'), ['-D', join(folder, 'data'), '-p', String(port), ...options], {
    ...user,
    cwd: folder,
    stdio: 'ignore',
  });
  // Whatever way this process ends, the server does not outlive it.
  const kill = (): void => void server.kill('SIGQUIT');
  process.once('exit', kill);
  server.once('exit', () => process.off('exit', kill));
  return server;
}

async function answering(url: string, server: ChildProcess): Promise<string> {
  for (const until = Date.now() + 30_000; ; await sleep(30)) {
    if (server.exitCode !== null) throw new Error(`postgres ended with code ${server.exitCode}`);
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      const { rows } = await client.query<{ server_version: string }>('show server_version');
      return `PostgreSQL ${rows[0]?.server_version.split(' ')[0] ?? ''}`;
    } catch (error) {
      if (Date.now() > until) throw error;
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}

async function ended(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const exited = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGQUIT');
  await exited;
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
