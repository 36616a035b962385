// A base backup: every file against the manifest that the server wrote with it, then a server started on a copy, and what it holds.
import { existsSync } from 'node:fs';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { BackupEvidence, BackupFault, Found, RestoreFigures } from '../../../model.ts';
import { serverUser } from '../../database/scratch/process.ts';
import { installedPrograms, type Programs } from '../../database/scratch/programs.ts';
import { figuresOf } from '../figures.ts';
import { faultIn, runProgram } from '../programs.ts';
import type { BackupRequest } from '../request.ts';
import { withClient } from '../restore.ts';
import { type Started, startBase } from './start.ts';
import { handOver, unfold } from './unfold.ts';

type Verified = Pick<BackupEvidence, 'faults' | 'restore' | 'fromMajor'>;
const notRestored: Found<RestoreFigures> = { missing: 'it was not started' };
const broken = (fault: BackupFault): Verified => ({ faults: [fault], restore: notRestored });

/** The copy goes when it is done, whatever it was found to be. */
export async function verifyBase(request: BackupRequest): Promise<Verified> {
  const folder = await mkdtemp(join(tmpdir(), 'launchgate-base-'));
  const user = serverUser();
  try {
    if (user.uid !== undefined) await chown(folder, user.uid, user.uid);
    request.onProgress('Copying the base backup');
    const began = performance.now();
    const data = join(folder, 'data');
    const unfolded = await unfold(request.path, data);
    if ('fault' in unfolded) return broken(unfolded.fault);
    if ('missing' in unfolded) {
      const compared = await manifestFaults(data, undefined, request.signal);
      return { faults: 'uncompared' in compared ? [] : compared, restore: unfolded };
    }
    const { major } = unfolded.found;
    const all = await installedPrograms();
    const faults = await manifestFaults(data, all.find((each) => each.clients?.major === major)?.clients?.folder, request.signal);
    if ('uncompared' in faults) return { fromMajor: major, faults: [], restore: { missing: faults.uncompared } };
    if (faults.length > 0) return { fromMajor: major, faults, restore: notRestored };
    const programs = all.find((each) => each.major === major);
    if (programs === undefined) {
      const missing = `it was taken from PostgreSQL ${major}, and only a server of that very version can be started on it: none is installed here`;
      return { fromMajor: major, faults, restore: { missing } };
    }
    await handOver(data, user);
    return { fromMajor: major, ...(await drilled(request, { programs, folder, user, began })) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What `pg_verifybackup` says: that of the backup's own version where it is installed, else a later one. */
async function manifestFaults(
  data: string,
  own: string | undefined,
  signal: AbortSignal | undefined,
): Promise<readonly BackupFault[] | Uncompared> {
  if (!existsSync(join(data, 'backup_manifest'))) {
    return [{ kind: 'not-a-backup', message: 'it has no backup_manifest to be compared with, as pg_basebackup writes one' }];
  }
  const places = [own, ...(await installedPrograms()).flatMap(({ folder, clients }) => [folder, clients?.folder])];
  const programs = places.flatMap((each) => (each === undefined ? [] : [join(each, 'pg_verifybackup')]));
  for (const program of new Set(programs.filter((each) => existsSync(each)))) {
    const ran = await runProgram(program, ['--no-parse-wal', '--exit-on-error', data], {
      options: { env: { PATH: process.env.PATH, LC_ALL: 'C' } },
      signal,
    });
    // One that breaks down itself, or is older than the manifest, says nothing of the backup.
    if (ran.code !== null && !/manifest version/.test(ran.stderr))
      return ran.code === 0 ? [] : [{ ...faultIn(ran.stderr), kind: 'corrupted' }];
  }
  return { uncompared: 'no pg_verifybackup is installed here to compare it with its manifest' };
}

interface Uncompared {
  readonly uncompared: string;
}

interface Drill {
  readonly programs: Programs;
  readonly folder: string;
  readonly user: ReturnType<typeof serverUser>;
  readonly began: number;
}

async function drilled(request: BackupRequest, { programs, folder, user, began }: Drill): Promise<Verified> {
  request.onProgress(`Starting PostgreSQL ${programs.major} on the copy`);
  const started = await startBase({ programs: programs.folder, folder, user });
  if ('missing' in started) return { faults: [], restore: started };
  if ('fault' in started) return broken(started.fault);
  try {
    const restoreMs = performance.now() - began;
    const database = await fullest(started);
    const needs = { roles: [], extensions: [], platform: false };
    const figures = await withClient(started.reach(database), (ask) =>
      figuresOf(request, { ask, engine: `${started.engine}, database ${database}`, needs, restoreMs }),
    );
    const isEmpty = figures.tables.length === 0;
    return {
      faults: isEmpty ? [{ kind: 'no-tables', message: 'a server was started on it, and none of its databases holds a table' }] : [],
      restore: { found: figures },
    };
  } catch (error) {
    return broken({ kind: 'corrupted', message: `what it holds can't be read: ${error instanceof Error ? error.message : String(error)}` });
  } finally {
    await started.stop();
  }
}

/** A server holds several databases: the largest is the one that the service lives in. */
async function fullest(started: Started): Promise<string> {
  const rows = await withClient(started.reach('template1'), (ask) =>
    ask(
      'select datname::text as name from pg_catalog.pg_database where datallowconn and not datistemplate order by pg_database_size(oid) desc',
    ),
  );
  const [first] = z.array(z.object({ name: z.string() })).parse(rows);
  return first?.name ?? 'postgres';
}
