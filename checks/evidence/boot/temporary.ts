// A folder of its own for a service's temporary files, so that what it leaves behind can be counted and is gone afterwards.
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface TemporaryFolder {
  /** For the environment of the service. */
  readonly env: Readonly<Record<string, string>>;
  /** Files and folders in it, at its first level. */
  count(): Promise<number>;
  remove(): Promise<void>;
}

/** A new folder under the machine's own for such files. */
export async function temporaryFolder(): Promise<TemporaryFolder> {
  const folder = await mkdtemp(join(tmpdir(), 'drill-'));
  return {
    env: { TMPDIR: folder, TMP: folder, TEMP: folder },
    count: async () => (await readdir(folder)).length,
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
