// Restores a dump into a scratch PostgreSQL that is thrown away, and measures it.
import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream';
import pg from 'pg';
import type { BackupFault } from '../../model.ts';
import type { Clients } from '../database/scratch/programs.ts';
import type { Scratch } from '../database/scratch/server.ts';
import type { Ask } from '../database/session.ts';
import { supabaseFoundation } from '../migrations/foundation.ts';
import { forServer, isItsOwn, setsNewSetting, withoutExtensions, withoutItsOwn } from './for-server.ts';
import type { Kind } from './format.ts';
import { needsOf } from './needs.ts';
import { databaseName, filled, prepare } from './prepare.ts';
import { faultIn, type Ran, runProgram } from './programs.ts';
import { tellRead, tellSize } from './progress.ts';
import { brokenStream, unpacked } from './stream.ts';

/** What was told of it before. */
export interface Dumped {
  /** Of an archive, one that the server's user may read and that is not packed as a whole. */
  readonly path: string;
  /** Of the server it was taken from. */
  readonly fromMajor?: number;
  /** Of the pg_dump that wrote it. */
  readonly writtenBy?: number;
  readonly schema: string;
  /** What an archive says that it holds. */
  readonly contents?: string;
  /** Of every database of a server. */
  readonly isCluster?: boolean;
}
export interface Restoring {
  readonly listed: Dumped;
  readonly kind: Kind;
  readonly scratch: Scratch;
  /** Where `psql` and `pg_restore` lie. */
  readonly clients: Clients;
  readonly onProgress: (what: string) => void;
  readonly signal?: AbortSignal | undefined;
}
export interface Restored {
  readonly restoreMs: number;
  /** Where the tables are: a dump may make a database of its own. */
  readonly database: string;
  /** Extensions that only the platform has. */
  readonly leftOut: readonly string[];
}

/** `wants` the major version of a server that would understand it. */
type Outcome = { readonly found: Restored } | { readonly missing: string; readonly wants?: number } | { readonly fault: BackupFault };

/** How long it took, and where it is; or what broke. */
export async function restore(restoring: Restoring): Promise<Outcome> {
  const { listed, scratch } = restoring;
  const needs = needsOf(listed.schema);
  const { lacking, leftOut, before } = await withClient(scratch.url(), (ask) => prepare(ask, needs, listed.isCluster === true));
  const missing = lacking.filter((name) => !leftOut.includes(name));
  if (missing.length > 0) {
    return {
      fault: { kind: 'missing-extension', message: `${scratch.engine}, as it is installed here, has no extension ${missing.join(', ')}` },
    };
  }
  if (needs.platform) await withClient(scratch.url(databaseName), (ask) => ask(supabaseFoundation));
  const started = performance.now();
  try {
    const ran = await (restoring.kind.format === 'plain' ? fromText(restoring, leftOut) : fromArchive(restoring, leftOut));
    const restoreMs = performance.now() - started;
    if (ran.code === 0) {
      const database = await withClient(scratch.url(), (ask) => filled(ask, before, listed.isCluster === true));
      return { found: { restoreMs, leftOut, database } };
    }
    return whyNot(faultIn(ran.stderr), ran.stderr, { restoring, leftOut });
  } catch (error) {
    return { fault: brokenStream(error) };
  }
}

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

/** What the server or its programs can't do is no fault of the dump. */
function whyNot(
  fault: BackupFault,
  stderr: string,
  { restoring, leftOut }: { readonly restoring: Restoring; readonly leftOut: readonly string[] },
): Outcome {
  const { listed, scratch } = restoring;
  // The lines that keep a dump from running programs, which older ones take for a mistake.
  if (/invalid command \\restrict/.test(stderr)) return { missing: 'the psql that is installed here is older than the dump needs' };
  if (/invalid locale name|could not find the locale|collation .* does not exist/i.test(stderr)) {
    return { missing: `it needs a locale that is not installed here: ${fault.message}` };
  }
  if (fault.kind !== 'restore-error') return { fault };
  if (leftOut.length > 0) {
    return { missing: `it could not be restored without ${leftOut.join(', ')}, which only the platform has: ${fault.message}` };
  }
  const { writtenBy } = listed;
  const isNewer = writtenBy !== undefined && writtenBy > scratch.major;
  if (isNewer && /syntax error|unrecognized|not recognized|function .* does not exist|not supported/i.test(fault.message)) {
    return {
      missing: `it was written by pg_dump ${writtenBy}, and ${scratch.engine} does not take it: ${fault.message}`,
      wants: writtenBy,
    };
  }
  return { fault };
}

const environment = ({ password }: Scratch): NodeJS.ProcessEnv => ({ PATH: process.env.PATH, PGPASSWORD: password, LC_ALL: 'C' });
const reaching = ({ port }: Scratch): readonly string[] => [
  '-h',
  '127.0.0.1',
  '-p',
  String(port),
  '-U',
  'postgres',
  '-w',
  '-d',
  databaseName,
];

async function fromText({ listed, kind, scratch, clients, signal, onProgress }: Restoring, leftOut: readonly string[]): Promise<Ran> {
  // A statement that fails stops it: half a database is no restored one.
  const args = [...reaching(scratch), '-X', '-q', '-o', '/dev/null', '-v', 'ON_ERROR_STOP=1'];
  let quiet = (): void => undefined;
  const text = unpacked(listed.path, kind, (raw) => {
    quiet = tellRead(raw, kind.bytes, onProgress);
  });
  return runProgram(join(clients.folder, 'psql'), args, {
    options: { ...scratch.user, cwd: scratch.folder, env: environment(scratch) },
    input: pipeline(text, forServer({ major: scratch.major, leftOut }), () => undefined),
    signal,
  }).finally(() => quiet());
}

async function fromArchive({ listed, scratch, clients, signal, onProgress }: Restoring, leftOut: readonly string[]): Promise<Ran> {
  const isOlder = setsNewSetting(clients.major) && !setsNewSetting(scratch.major);
  const args = [...reaching(scratch), ...(isOlder ? [] : ['--exit-on-error'])];
  if (leftOut.length > 0) {
    const chosen = join(scratch.folder, 'contents');
    await writeFile(chosen, withoutExtensions(listed.contents ?? '', leftOut));
    await chmod(chosen, 0o644);
    args.push('-L', chosen);
  }
  const ran = await withClient(scratch.url(), (ask) => {
    const quiet = tellSize(ask, databaseName, onProgress);
    return runProgram(join(clients.folder, 'pg_restore'), [...args, listed.path], {
      options: { ...scratch.user, cwd: scratch.folder, env: environment(scratch) },
      signal,
    }).finally(quiet);
  });
  if (!isOlder) return ran;
  return isItsOwn(ran.stderr) ? { ...ran, code: 0 } : { ...ran, stderr: withoutItsOwn(ran.stderr) };
}
