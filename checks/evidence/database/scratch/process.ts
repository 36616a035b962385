// One server process: started for a folder of data, asked until it answers, ended.
import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

export interface ServerUser {
  readonly uid?: number;
  readonly gid?: number;
}
const nobody = 65_534;

/** A server refuses to run as root: there it runs as nobody. */
export const serverUser = (): ServerUser => (process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {});

export interface Running {
  readonly data: string;
  readonly user: ServerUser;
  readonly port: number;
  /** Beside those of every scratch server. */
  readonly settings?: Readonly<Record<string, string>>;
}

const usual = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  max_wal_size: '1GB',
  autovacuum: 'off',
  max_connections: '20',
};

/** As arguments: they count for more than what a file of the data says. */
export const optionsOf = (settings: Readonly<Record<string, string>>): readonly string[] =>
  Object.entries({ ...usual, ...settings }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);

export function runServer(programs: string, { data, user, port, settings = {} }: Running): ChildProcess {
  const args = ['-D', data, '-p', String(port), ...optionsOf(settings)];
  const server = spawn(`${programs}/postgres`, args, { ...user, cwd: data, stdio: ['ignore', 'ignore', 'pipe'] });
  const said: string[] = [];
  server.stderr?.on('data', (chunk: Buffer) => {
    said.push(chunk.toString('utf8'));
    if (said.length > 200) said.shift();
  });
  logs.set(server, said);
  // Whatever way this process ends, the server does not outlive it.
  const kill = (): void => void server.kill('SIGQUIT');
  process.once('exit', kill);
  server.once('exit', () => process.off('exit', kill));
  return server;
}

const logs = new WeakMap<ChildProcess, readonly string[]>();
/** What it wrote of late. */
export const logOf = (server: ChildProcess): string => (logs.get(server) ?? []).join('');

/** `PostgreSQL 15.18`, once it answers; throws where it ends before, or within half a minute does not. */
export async function answering(config: pg.ClientConfig, server: ChildProcess): Promise<string> {
  for (const until = Date.now() + 30_000; ; await sleep(30)) {
    if (server.exitCode !== null) throw new Error(`postgres ended with code ${server.exitCode}`);
    const client = new pg.Client({ ...config, connectionTimeoutMillis: 2_000 });
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

export async function ended(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const exited = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGQUIT');
  await exited;
}

export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
