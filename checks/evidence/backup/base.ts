// A base backup: every file against the manifest that the server wrote with it.
import { join } from 'node:path';
import type { BackupEvidence } from '../../model.ts';
import { installedPrograms } from '../database/scratch/programs.ts';
import { faultIn, runProgram } from './programs.ts';

/** It is verified and not started: that would need its write-ahead log and its settings. */
export async function verifyBase(path: string, signal: AbortSignal | undefined): Promise<Pick<BackupEvidence, 'faults' | 'restore'>> {
  const restore = { missing: 'a base backup is compared with its manifest and not started' };
  const [programs] = await installedPrograms();
  if (programs === undefined)
    return { faults: [], restore: { missing: 'no PostgreSQL is installed here, so that its manifest could not be checked' } };
  const ran = await runProgram(join(programs.folder, 'pg_verifybackup'), ['--no-parse-wal', '--exit-on-error', path], {
    options: { env: { PATH: process.env.PATH, LC_ALL: 'C' } },
    signal,
  });
  return ran.code === 0
    ? { faults: [], restore }
    : { faults: [{ ...faultIn(ran.stderr), kind: /manifest"?: No such file/.test(ran.stderr) ? 'not-a-backup' : 'corrupted' }], restore };
}
