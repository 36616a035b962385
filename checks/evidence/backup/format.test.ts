// What is no backup is told as such, and read no further.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { gatherBackup } from './gather.ts';

test('a folder that is no backup is said to be none', async () => {
  const path = await mkdtemp(join(tmpdir(), 'launchgate-format-'));
  await writeFile(join(path, 'notes.txt'), 'x');
  const gathered = await gatherBackup({ path, now: new Date(), maxAgeMs: 1, sets: [], onProgress: () => undefined });
  await rm(path, { recursive: true });
  expect(gathered).toEqual({
    missing: "the backup can't be read: the folder holds neither a dump in directory form nor a base backup",
  });
});
