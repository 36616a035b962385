// A PostgreSQL server of our own: on the loopback address, behind a password nobody else has, gone when stopped.
import { type ChildProcess, execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Found } from '../../../model.ts';
import { messageOf } from '../session.ts';
import { type Bench, openBench } from './folder.ts';
import { answering, ended, freePort, runServer } from './process.ts';
import { type Programs, programsFor } from './programs.ts';

export interface Scratch extends Bench {
  /** `PostgreSQL 15.18`. */
  readonly engine: string;
  readonly major: number;
  /** The folder of the server's own programs. */
  readonly programs: string;
  readonly port: number;
  readonly password: string;
  /** A connection URL to one of its databases, as its superuser. */
  readonly url: (database?: string) => string;
  stop(): Promise<void>;
}

export interface Wanted {
  /** Or later. */
  readonly major?: number;
  readonly exactly?: Programs;
  readonly signal?: AbortSignal | undefined;
}

/** Starts one, at least as new as asked for; `missing` says why there is none. */
export async function startScratch({ major, exactly, signal }: Wanted = {}): Promise<Found<Scratch>> {
  const programs = exactly ?? (await programsFor(major));
  if (programs === undefined) {
    return { missing: `no PostgreSQL server${major === undefined ? '' : ` of version ${major} or later`} is installed here` };
  }
  const { folder, user, stop: remove } = await openBench('postgres');
  let server: ChildProcess | undefined;
  const password = randomBytes(24).toString('hex');
  const stop = async (): Promise<void> => {
    if (server !== undefined) await ended(server);
    await remove();
  };
  try {
    await initialise(programs, { folder, user, password });
    for (let tries = 1; ; tries += 1) {
      const port = await freePort();
      const started = runServer(programs.folder, { data: join(folder, 'data'), user, port });
      server = started;
      signal?.addEventListener('abort', () => started.kill('SIGINT'), { once: true });
      const url = (database = 'postgres'): string => `postgres://postgres:${password}@127.0.0.1:${port}/${encodeURIComponent(database)}`;
      try {
        const engine = await answering({ connectionString: url() }, started);
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

async function initialise(
  { folder: programs }: Programs,
  { folder, user, password }: Bench & { readonly password: string },
): Promise<void> {
  const passwordFile = join(folder, 'password');
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (user.uid !== undefined) await chown(passwordFile, user.uid, user.uid);
  const options = ['-D', join(folder, 'data'), '-U', 'postgres', '-A', 'scram-sha-256', '--pwfile', passwordFile, '-E', 'UTF8'];
  await promisify(execFile)(join(programs, 'initdb'), [...options, '--locale=C', '--no-sync'], { ...user, cwd: folder });
  await rm(passwordFile);
}
