// Starts a copy of a base backup: its own settings, programs and doors are left out; nobody but us comes in.
import { spawn } from 'node:child_process';
import { chown, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import type { BackupFault } from '../../../model.ts';
import { answering, ended, freePort, logOf, optionsOf, runServer, type ServerUser } from '../../database/scratch/process.ts';
import { messageOf } from '../../database/session.ts';

export interface Started {
  readonly engine: string;
  readonly reach: (database: string) => pg.ClientConfig;
  stop(): Promise<void>;
}
export interface Starting {
  /** The server's own programs, of the same major version. */
  readonly programs: string;
  /** Belongs to the user; the copy lies in `data` below. */
  readonly folder: string;
  readonly user: ServerUser;
}
type Outcome = Started | { readonly missing: string } | { readonly fault: BackupFault };

/** Recovers it to where it is consistent, and lets it answer on a socket inside the folder. */
export async function startBase({ programs, folder, user }: Starting): Promise<Outcome> {
  const data = join(folder, 'data');
  const sockets = join(folder, 'sockets');
  await mkdir(sockets, { mode: 0o700 });
  if (user.uid !== undefined) await chown(sockets, user.uid, user.uid);
  await disarm(data);
  const { owner, said } = await ownerOf(programs, { data, user });
  if (owner === undefined) return whyNot(said);
  const port = await freePort();
  const settings = { listen_addresses: '', unix_socket_directories: sockets, shared_preload_libraries: '' };
  const server = runServer(programs, { data, user, port, settings });
  const reach = (database: string): pg.ClientConfig => ({ host: sockets, port, user: owner, database });
  try {
    const engine = await answering(reach('template1'), server);
    return { engine, reach, stop: () => ended(server) };
  } catch (error) {
    await ended(server);
    return whyNot(`${logOf(server)}\n${messageOf(error)}`);
  }
}

/** A backup's settings may name programs to run and servers to follow: none of them are the copy's business. */
async function disarm(data: string): Promise<void> {
  for (const name of ['postmaster.pid', 'postmaster.opts', 'recovery.signal', 'standby.signal', 'recovery.conf']) {
    await rm(join(data, name), { force: true });
  }
  const empty = ['postgresql.conf', 'postgresql.auto.conf', 'pg_ident.conf'];
  for (const name of empty) await writeFile(join(data, name), '');
  await writeFile(join(data, 'pg_hba.conf'), 'local all all trust\n');
}

/** The name of its first superuser; a server for one session tells it, and recovers the data on the way. */
function ownerOf(
  programs: string,
  { data, user }: { readonly data: string; readonly user: ServerUser },
): Promise<{ readonly owner?: string; readonly said: string }> {
  const args = ['--single', '-D', data, ...optionsOf({ shared_preload_libraries: '' }), 'template1'];
  const child = spawn(join(programs, 'postgres'), args, { ...user, cwd: data, stdio: ['pipe', 'pipe', 'pipe'] });
  let said = '';
  const hear = (chunk: Buffer): void => {
    said = `${said}${chunk.toString('utf8')}`.slice(-20_000);
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  child.stdin.on('error', () => undefined);
  child.stdin.end('select rolname from pg_catalog.pg_authid where oid = 10\n');
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ said: error.message }));
    child.once('close', (code) => {
      const owner = /rolname = "(.*)"\s+\(typeid/.exec(said)?.[1];
      resolve(code === 0 && owner !== undefined ? { owner, said } : { said });
    });
  });
}

function whyNot(said: string): Exclude<Outcome, Started> {
  const lines = said.split('\n').filter((line) => /FATAL|PANIC|ERROR/.test(line));
  const line = (lines[0] ?? said.trim().split('\n').at(-1) ?? '').replace(/^.*?(?:FATAL|PANIC|ERROR):\s*/, '').slice(0, 200);
  if (/checkpoint record|required WAL|could not find redo|WAL ends before/i.test(said)) {
    return { missing: 'the write-ahead log that it needs is not in it (pg_basebackup --wal-method=stream puts it there)' };
  }
  if (/incompatible with (?:server|operating system)|was initialized (?:with|without|by)|not compiled with/i.test(said)) {
    return { missing: `the server here can't run it: ${line}` };
  }
  return { fault: { kind: 'corrupted', message: `a server that is started on it says: ${line}` } };
}
