// Restores a backup into a scratch PostgreSQL that is thrown away, and measures it.
import { randomUUID } from 'node:crypto';
import { chmod, copyFile, cp } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline, Transform } from 'node:stream';
import pg from 'pg';
import type { BackupFault, Found } from '../../model.ts';
import type { Scratch } from '../database/scratch/server.ts';
import type { Ask } from '../database/session.ts';
import { supabaseFoundation } from '../migrations/foundation.ts';
import type { Kind } from './format.ts';
import type { Needs } from './needs.ts';
import { brokenStream } from './plain-text.ts';
import { faultIn, type Ran, runProgram } from './programs.ts';
import { unpacked } from './stream.ts';

export interface Restoring {
  /** Of an archive, one that the server's user may read and that is not packed as a whole. */
  readonly path: string;
  readonly kind: Kind;
  readonly needs: Needs;
  readonly scratch: Scratch;
  readonly signal?: AbortSignal | undefined;
}
export const databaseName = 'restored';

/** How long it took, in milliseconds; or what broke. */
export async function restore({ path, kind, needs, scratch, signal }: Restoring): Promise<Found<number> | { readonly fault: BackupFault }> {
  await withClient(scratch.url(), async (ask) => {
    const missing = needs.platform ? needs.roles.filter((role) => !platformRoles.has(role)) : needs.roles;
    for (const role of missing) {
      const there = await ask('select 1 from pg_catalog.pg_roles where rolname = $1', [role]);
      if (there.length === 0) await ask(`create role "${role.replaceAll('"', '""')}"`);
    }
    await ask(`create database ${databaseName} template template0 encoding 'UTF8'`);
  });
  if (needs.platform) await withClient(scratch.url(databaseName), (ask) => ask(supabaseFoundation));
  const started = performance.now();
  try {
    const ran =
      kind.format === 'plain' ? await fromText({ path, kind, scratch, signal }) : await fromArchive({ path, kind, scratch, signal });
    if (ran.code !== 0) return { fault: faultIn(ran.stderr) };
    return { found: performance.now() - started };
  } catch (error) {
    return { fault: brokenStream(error) };
  }
}

const platformRoles: ReadonlySet<string> = new Set([...supabaseFoundation.matchAll(/create role (\w+)/g)].map(([, role = '']) => role));

export async function withClient<T>(where: string | pg.ClientConfig, work: (ask: Ask) => Promise<T>): Promise<T> {
  const client = new pg.Client(typeof where === 'string' ? { connectionString: where } : where);
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(async (sql, values) => (values === undefined ? await client.query(sql) : await client.query(sql, [...values])).rows);
  } finally {
    await client.end();
  }
}

type Running = Omit<Restoring, 'needs'>;

const environment = ({ password }: Scratch): NodeJS.ProcessEnv => ({ PATH: process.env.PATH, PGPASSWORD: password, LC_ALL: 'C' });
const reaching = ({ port }: Scratch): readonly string[] => ['-h', '127.0.0.1', '-p', String(port), '-U', 'postgres', '-d', databaseName];

function fromText({ path, kind, scratch, signal }: Running): Promise<Ran> {
  // A statement that fails stops it: half a database is no restored one.
  const args = [...reaching(scratch), '-X', '-q', '-o', '/dev/null', '-v', 'ON_ERROR_STOP=1'];
  return runProgram(join(scratch.clients ?? '', 'psql'), args, {
    options: { ...scratch.user, cwd: scratch.folder, env: environment(scratch) },
    input: scratch.major >= 17 ? unpacked(path, kind) : pipeline(unpacked(path, kind), forOlderServers(), () => undefined),
    signal,
  });
}

const newSetting = Buffer.from('SET transaction_timeout = 0;');

/** A pg_dump of 17 and later sets, in the head of a dump of an older server too, what only 17 and later know. */
function forOlderServers(): Transform {
  let isHead = true;
  return new Transform({
    transform(chunk: Buffer, _, done) {
      const at = isHead ? chunk.indexOf(newSetting) : -1;
      isHead = false;
      done(null, at === -1 ? chunk : Buffer.concat([chunk.subarray(0, at), chunk.subarray(at + newSetting.length)]));
    },
  });
}

function fromArchive({ path, scratch, signal }: Running): Promise<Ran> {
  const args = [...reaching(scratch), '--exit-on-error', path];
  return runProgram(join(scratch.clients ?? '', 'pg_restore'), args, {
    options: { ...scratch.user, cwd: scratch.folder, env: environment(scratch) },
    signal,
  });
}

/** Where root's programs run as nobody, a backup that only root may read is copied to them; a compressed one is unpacked. */
export async function readable(path: string, kind: Kind, scratch: Scratch): Promise<string> {
  if (kind.compression === undefined && scratch.user.uid === undefined) return path;
  const copy = join(scratch.folder, `backup-${randomUUID()}`);
  if (kind.compression !== undefined) {
    const { pipeline } = await import('node:stream/promises');
    const { createWriteStream } = await import('node:fs');
    await pipeline(unpacked(path, kind), createWriteStream(copy));
  } else if (kind.format === 'directory') {
    await cp(path, copy, { recursive: true });
  } else {
    await copyFile(path, copy);
  }
  await runProgram('chmod', ['-R', 'a+rX', copy], { options: {} });
  await chmod(scratch.folder, 0o755);
  return copy;
}
