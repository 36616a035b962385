// Makes folders that a user names.
import { mkdir, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

/**
 * Makes a folder and those above it that are missing; throws what the system answers. One after the other, because mkdir's own
 * recursion never ends in a file system that lets nobody make a folder and says that there is none, such as /proc.
 */
export async function makeFolder(folder: string): Promise<void> {
  const missing: string[] = [];
  let each = resolve(folder);
  while ((await stat(each).catch(() => undefined)) === undefined && dirname(each) !== each) {
    missing.unshift(each);
    each = dirname(each);
  }
  for (const path of missing) {
    await mkdir(path).catch((thrown: unknown) => {
      // Another run may have been quicker.
      if (!(thrown instanceof Error && 'code' in thrown && thrown.code === 'EEXIST')) throw thrown;
    });
  }
}
